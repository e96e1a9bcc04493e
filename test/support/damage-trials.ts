// Trials of harm: copies of a store, or of LevelDB alone, each damaged in one place and then read.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Finding } from "./finding.ts";
import { type Harm, harmsTo, type Kind } from "./harm.ts";

export interface Subject {
  readonly kind: Kind;
  /** The folder that is copied; nobody has it open. */
  readonly master: string;
  /** Behind all chance. */
  readonly key: number;
  readonly runs: number;
}

export interface Trial extends Finding {
  readonly number: number;
  readonly harm: Harm;
}

/** Harm after harm, each kind equally often. */
export async function tryDamage(subject: Subject): Promise<readonly Trial[]> {
  const findings: Finding[] = [];
  while (findings.length < subject.runs)
    findings.push(...(await findingsFrom(findings.length, subject)));
  const harms = harmsTo(subject.kind);
  return findings.flatMap((finding, number) => {
    const harm = harms[number % harms.length];
    return harm === undefined ? [] : [{ ...finding, number, harm }];
  });
}

/** Those of one process, which may be at its end before all trials are. */
async function findingsFrom(from: number, subject: Subject): Promise<readonly Finding[]> {
  const program = join(import.meta.dirname, "damage-program.ts");
  const child = spawn(process.execPath, [program, JSON.stringify({ ...subject, from })]);
  const [stdout, stderr, [exitCode, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  const findings: readonly Finding[] = lines.map((line) => JSON.parse(line));
  if (exitCode === 0) return findings;
  if (signal === null) throw new Error(stderr);
  return [...findings, { outcome: "died", what: `${signal}: ${stderr.trim()}` }];
}
