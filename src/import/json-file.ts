// Reads a JSON file; what is wrong with it is told by line and column, and never by quoting it: it may hold secrets.
import { readFileSync, statSync } from "node:fs";
import { EngineError, messageOf } from "../core/error.ts";

/** A longer file is no agent, in bytes. */
const MAX_FILE = 33_554_432;
/** Deeper nesting is a mistake, and no state of a run takes it. */
const MAX_DEPTH = 40;
const SPACE = 0x20;

/** IMPORT_INVALID. @param problem what is wrong with it, and the way out */
export const importInvalid = (place: string, problem: string): EngineError =>
  new EngineError("IMPORT_INVALID", `${place}: ${problem}`);

/** What a JSON file holds. @throws EngineError IMPORT_INVALID */
export function readJson(file: string): unknown {
  const text = textOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The error of the parser quotes the text around the mistake.
    const { line, column } = placeIn(text, firstMistake(text));
    throw importInvalid(file, `line ${line}, column ${column}: no JSON; correct it there`);
  }
  if (depthOf(value) <= MAX_DEPTH) return value;
  throw importInvalid(file, `is nested deeper than ${MAX_DEPTH}; name another file`);
}

function textOf(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > MAX_FILE)
      throw importInvalid(file, `has ${size} bytes, and up to ${MAX_FILE} are read`);
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    throw importInvalid(file, `cannot be read: ${messageOf(thrown)}; name another file`);
  }
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return depth;
  return Object.values(value).reduce(
    (most: number, part) => Math.max(most, depthOf(part, depth + 1)),
    depth,
  );
}

function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** Tokens of JSON; which group matched says of what kind. */
const TOKEN =
  /\s*(?:([{[])|([}\]])|([:,])|("[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b))/y;

/** What may come next: within a list or an object, or at its beginning, where it may also end. */
type Expected = "value" | "first" | "key" | "first-key" | "colon" | "next";

const AFTER: ReadonlyMap<string, Expected> = new Map([
  ["value text", "next"],
  ["first text", "next"],
  ["value literal", "next"],
  ["first literal", "next"],
  ["key text", "colon"],
  ["first-key text", "colon"],
  ["colon :", "value"],
]);

/** Where a text stops being JSON, as an offset. */
function firstMistake(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Expected | undefined =
      match === null ? undefined : following(match, expected, open);
    if (next === undefined) return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    expected = next;
  }
}

function following(
  [, opening, closing, mark, text]: RegExpExecArray,
  expected: Expected,
  open: string[],
): Expected | undefined {
  if (opening !== undefined) return opened(opening, expected, open);
  if (closing !== undefined) return closed(closing, expected, open);
  if (mark === ",") return expected === "next" ? inside(open) : undefined;
  if (text !== undefined && hasControl(text)) return undefined;
  return AFTER.get(`${expected} ${mark ?? (text === undefined ? "literal" : "text")}`);
}

/** Line breaks and the like are no part of a text in JSON. */
const hasControl = (token: string): boolean => [...token].some((it) => it.charCodeAt(0) < SPACE);

function inside(open: readonly string[]): Expected | undefined {
  if (open.length === 0) return undefined;
  return open.at(-1) === "{" ? "key" : "value";
}

function opened(opening: string, expected: Expected, open: string[]): Expected | undefined {
  open.push(opening);
  if (expected !== "value" && expected !== "first") return undefined;
  return opening === "{" ? "first-key" : "first";
}

function closed(closing: string, expected: Expected, open: string[]): Expected | undefined {
  const [opening, first] = closing === "}" ? ["{", "first-key"] : ["[", "first"];
  const mayEnd = expected === "next" || expected === first;
  return open.pop() === opening && mayEnd ? "next" : undefined;
}
