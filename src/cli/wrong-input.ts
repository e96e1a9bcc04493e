// How errors look on the command line: one line, `CODE: message`, and exit code 2.
import { stripVTControlCharacters } from "node:util";
import { CommanderError } from "commander";
import { EngineError, type ErrorCode, errorCodes, messageOf } from "../core/error.ts";
import type { Terminal } from "./terminal.ts";

const WRONG_INPUT = 2;
/** The exit code for what was asked and does not hold. */
export const DOES_NOT_HOLD = 1;
/** A mistake of ours: Node ends with the same code. */
const INTERNAL = 1;

/** @returns 0 for what commander throws after printing help or version */
export function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : WRONG_INPUT;
  if (!isEngineError(thrown)) return INTERNAL;
  return thrown.code === "RUN_DIFFERS" ? DOES_NOT_HOLD : WRONG_INPUT;
}

/** An engine error of any copy of the engine: a user's file may have imported another one. */
export function isEngineError(thrown: unknown): thrown is EngineError {
  if (thrown instanceof EngineError) return true;
  return (
    thrown instanceof Error &&
    thrown.name === "EngineError" &&
    "code" in thrown &&
    errorCodes.some((code) => code === thrown.code)
  );
}

/** Prints an error, in one line unless `isDebug`. */
export function tellError(
  terminal: Terminal,
  thrown: unknown,
  { isDebug }: { readonly isDebug: boolean },
): void {
  if (thrown instanceof CommanderError && (thrown.exitCode === 0 || thrown.code === HELP)) return;
  const stack = isDebug && thrown instanceof Error ? `${stackOf(thrown)}\n` : "";
  terminal.err(`${errorLine(thrown)}\n${stack}`);
}

/** The usage was printed where a command was missing. */
const HELP = "commander.help";

/** `CODE: message`, without a line break. */
export function errorLine(thrown: unknown): string {
  const { code, message } = describe(thrown);
  return `${code}: ${oneLine(message)}`;
}

/** Text from outside may hold line breaks and sequences that steer a terminal. */
const oneLine = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "?")
    .trim();

function describe(thrown: unknown): { readonly code: string; readonly message: string } {
  if (thrown instanceof CommanderError) return describeUsage(thrown);
  if (isEngineError(thrown)) return thrown;
  const message = `${messageOf(thrown)}; a mistake in puppet-engine: --debug shows where, please report it`;
  return { code: "INTERNAL_ERROR", message };
}

const USAGE_CODES: Readonly<Record<string, ErrorCode>> = {
  "commander.unknownCommand": "COMMAND_UNKNOWN",
  "commander.unknownOption": "OPTION_UNKNOWN",
  "commander.missingArgument": "ARGUMENT_MISSING",
  "commander.excessArguments": "ARGUMENT_SURPLUS",
};

/** Commander's words, and ours. */
const REWORDED: readonly (readonly [theirs: RegExp, ours: string])[] = [
  [/^error: /, ""],
  [/\.$/, ""],
  [/'/g, '"'],
  [/\. Expected \d+ arguments? but got \d+: /, ": "],
  [/^missing required argument "(\w+)"$/, "no $1 is named"],
  [/argument missing$/, "needs a value"],
];

/** `error: unknown option '--sed'\n(Did you mean --seed?)` in our own form. */
function describeUsage({ code, message }: CommanderError): {
  readonly code: ErrorCode;
  readonly message: string;
} {
  const [first = "", hint = ""] = message.split("\n");
  const problem = REWORDED.reduce((text, [theirs, ours]) => text.replace(theirs, ours), first);
  const meant = /^\(Did (.*\?)\)$/.exec(hint)?.[1];
  const missing = /^(?:no|required option) "?(?:--)?(\w+)/.exec(problem)?.[1] ?? code;
  const wayOut = meant === undefined ? (WAYS_OUT[missing] ?? SEE_HELP) : `did ${meant}`;
  return { code: USAGE_CODES[code] ?? "OPTION_INVALID", message: `${problem}; ${wayOut}` };
}

const SEE_HELP = 'see "puppet help"';

/** By the missing argument or option, else by commander's code. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  SCENARIO: '"puppet scenarios" lists them',
  KIND: "write project, machine or scenario",
  NAME: "say what it is to be called",
  RUN: '"puppet runs" lists them',
  OTHER: '"puppet runs" lists them',
  AGENT: '"puppet show RUN" lists them',
  SEQ: '"puppet transcript RUN" numbers the entries',
  run: '"puppet runs" lists them',
  "commander.excessArguments": "options begin with --",
};

/** The stack with the stacks of its causes, without the message that was printed already. */
function stackOf(error: Error): string {
  const own = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const { cause } = error;
  if (!(cause instanceof Error)) return own.join("\n");
  return [...own, `caused by ${cause.stack ?? cause.message}`].join("\n");
}
