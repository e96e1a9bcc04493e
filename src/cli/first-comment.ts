// The sentence with which a file opens: in machines and scenarios, the question that it answers.
import { readFileSync } from "node:fs";

/** Longer openings are cut. */
const MAX_LENGTH = 200;

/** @returns the first sentence of the first comment, without the name of the file; empty when there is none */
export function firstComment(file: string): string {
  const lines = readFileSync(file, "utf8")
    .replace(/^#!.*\n/, "")
    .split("\n");
  const end = lines.findIndex((line) => !/^\s*\/\//.test(line));
  const comment = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(/^\s*\/\/+\s?/, "").trim())
    .join(" ")
    .replace(/^\S+\.\w+\s+[—–-]\s+/, "");
  const [, sentence = comment] = /^(.*?[.?!])(?:\s|$)/.exec(comment) ?? [];
  return sentence.trim().slice(0, MAX_LENGTH);
}
