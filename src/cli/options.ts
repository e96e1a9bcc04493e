// Reads the values of options, each with the message of its own mistake.
import { EngineError } from "../core/error.ts";
import { nearest } from "../core/nearest.ts";
import type { Params, Scenario } from "../core/scenario.ts";
import { formatDuration, MAX_AT, parseDuration, parseInstant } from "../core/time.ts";

/** For options that may be repeated. */
export const collect = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];

/** What `--snapshot-every` says: at least a millisecond. @throws EngineError DURATION_INVALID */
export function parsePause(text: string): number {
  const pause = parseDuration(text);
  if (pause !== undefined && pause > 0) return pause;
  throw new EngineError("DURATION_INVALID", `--snapshot-every "${text}"; write 90s, 30m, 6h or 7d`);
}

/** @throws EngineError SEED_INVALID */
export function parseSeed(text: string): number {
  const seed = /^-?\d+$/.test(text) ? Number(text) + 0 : Number.NaN;
  if (Number.isSafeInteger(seed)) return seed;
  throw new EngineError("SEED_INVALID", `--seed "${text}"; give an integer, such as 1`);
}

/** @throws EngineError AGENTS_INVALID; whether there can be so many is for the scenario to say */
export function parseAgents(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new EngineError("AGENTS_INVALID", `--agents "${text}"; give a number, such as 100`);
}

/** Reads a number of at least 1. @param option what it is given for; throws EngineError OPTION_INVALID */
export const parseCount =
  (option: string) =>
  (text: string): number => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw new EngineError(
      "OPTION_INVALID",
      `${option} "${text}"; give a number from 1, such as 100`,
    );
  };

/** Reads any JSON value. @param option what it is given for; throws EngineError OPTION_INVALID */
export const parseJson =
  (option: string) =>
  (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw new EngineError(
        "OPTION_INVALID",
        `${option} "${text}" is no JSON; write '{"name":"Ada"}'`,
      );
    }
  };

/** Version 2 has one back end. @throws EngineError OPTION_INVALID */
export function parseBackend(text: string): "xstate" {
  if (text === "xstate") return text;
  throw new EngineError("OPTION_INVALID", `--backend "${text}"; this version has xstate`);
}

/**
 * Reads an instant of a run: a duration from its start, or an ISO instant.
 * @param option what it was given for, as `--until`
 * @returns virtual milliseconds in [0, MAX_AT]
 * @throws EngineError DURATION_INVALID when it is neither, UNTIL_INVALID when it lies outside
 */
export function parseAt(text: string, option: string, { startAt, start }: Scenario): number {
  const instant = parseInstant(text);
  if (instant !== undefined) {
    const at = instant - startAt;
    if (at < 0) refuseAt(option, text, `the run begins at ${start}`);
    if (at > MAX_AT) refuseAt(option, text, LONGEST);
    return at;
  }
  const at = parseDuration(text);
  if (at !== undefined) return at;
  if (isDuration(text)) refuseAt(option, text, LONGEST);
  if (text.startsWith("-") && isDuration(text.slice(1))) refuseAt(option, text, "give 0s or more");
  const wayOut =
    "write a duration such as 90s, 30m, 6h or 7d, or an instant such as 2026-01-05T09:00Z";
  throw new EngineError("DURATION_INVALID", `${option} "${text}"; ${wayOut}`);
}

const LONGEST = `a run takes at most ${formatDuration(MAX_AT)}`;

const isDuration = (text: string): boolean =>
  /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text.trim());

function refuseAt(option: string, text: string, why: string): never {
  throw new EngineError("UNTIL_INVALID", `${option} "${text}"; ${why}`);
}

/**
 * Reads `--set params.NAME=VALUE`, each value as the type that the scenario declares for it.
 * @throws EngineError PARAM_INVALID
 */
export function parseParams(texts: readonly string[], scenario: Scenario): Params {
  return Object.fromEntries(texts.map((text) => parseParam(text, scenario)));
}

function parseParam(text: string, scenario: Scenario): readonly [string, Params[string]] {
  const match = /^params\.([^=]+)=(.*)$/s.exec(text);
  const [, name = "", value = ""] = match ?? [];
  if (match === null) {
    throw new EngineError("PARAM_INVALID", `--set "${text}"; write --set params.NAME=VALUE`);
  }
  const declared = Object.hasOwn(scenario.params, name) ? scenario.params[name] : undefined;
  if (declared === undefined) throw unknownParam(name, scenario);
  const read = readAs(typeof declared, value);
  if (read !== undefined) return [name, read];
  const problem = `--set "${text}", but params.${name} is a ${typeof declared}`;
  throw new EngineError("PARAM_INVALID", `${problem}; its default is ${JSON.stringify(declared)}`);
}

function unknownParam(name: string, { name: scenario, params }: Scenario): EngineError {
  const names = Object.keys(params);
  const meant = nearest(name, names);
  const known = names.map((known) => `params.${known}`).join(", ") || "none";
  const wayOut = meant === undefined ? `it has ${known}` : `did you mean params.${meant}?`;
  return new EngineError("PARAM_INVALID", `"${scenario}" has no params.${name}; ${wayOut}`);
}

/** A number may be written as a duration: `2h` is 7200000. */
function readAs(type: string, text: string): Params[string] | undefined {
  switch (type) {
    case "string":
      return text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    default: {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : parseDuration(text);
    }
  }
}
