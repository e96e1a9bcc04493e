// Every error a user can cause, by code: the one kind of exception that the engine throws on purpose.

/** The codes, in the order of `docs/reference/errors.md`, where each has its section. */
export const errorCodes = [
  "AGENT_ID_INVALID",
  "AGENT_ID_DUPLICATE",
  "AGENTS_INVALID",
  "ARGUMENT_MISSING",
  "ARGUMENT_SURPLUS",
  "CAST_INVALID",
  "COMMAND_UNKNOWN",
  "CONTEXT_NOT_JSON",
  "DURATION_INVALID",
  "EDGES_INVALID",
  "EFFECT_DUPLICATE",
  "EFFECT_UNKNOWN",
  "ENTRY_UNKNOWN",
  "EVENT_INVALID",
  "EVENT_UNKNOWN_AGENT",
  "EVENTS_INVALID",
  "EXPORT_INVALID",
  "EXPORT_UNWRITABLE",
  "FILE_EXISTS",
  "FILE_UNKNOWN",
  "FILE_UNWRITABLE",
  "FORGET_NOTHING",
  "FORGET_UNCONFIRMED",
  "IMPORT_EXISTS",
  "IMPORT_INVALID",
  "IMPORT_UNWRITABLE",
  "INSTANT_BEYOND_END",
  "MACHINE_DIFFERS",
  "MACHINE_INVALID",
  "MACHINE_FOREIGN_XSTATE",
  "MACHINE_NOT_A_MACHINE",
  "MACHINE_THROWS",
  "MACHINE_UNKNOWN",
  "MIGRATION_INVALID",
  "MIGRATION_THROWS",
  "NAME_INVALID",
  "NODE_TOO_OLD",
  "OPTION_INVALID",
  "OPTION_UNKNOWN",
  "PACK_EXISTS",
  "PACK_INVALID",
  "PACK_NEWER",
  "PACK_UNWRITABLE",
  "PARAM_INVALID",
  "PERSONA_INVALID",
  "POPULATION_INVALID",
  "PROMPT_MISSING",
  "RUN_DIFFERS",
  "RUN_HAS_FORKS",
  "RUN_INTERRUPTED",
  "RUN_UNKNOWN",
  "SCENARIO_FIXED_CAST",
  "SCENARIO_INVALID",
  "SCENARIO_NOT_A_SCENARIO",
  "SCENARIO_THROWS",
  "SCENARIO_UNKNOWN",
  "SCENARIO_UNKNOWN_AGENT",
  "SEED_INVALID",
  "SET_INVALID",
  "STAY_INVALID",
  "STORE_DAMAGED",
  "STORE_FOREIGN",
  "STORE_IN_USE",
  "STORE_MISSING",
  "STORE_NEWER",
  "STORE_UNREADABLE",
  "STORE_UNWRITABLE",
  "UNTIL_INVALID",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * Wrong input, told in one line: `CODE: message` with the value, the place and the way out.
 * The command line prints it and ends with exit code 2.
 */
export class EngineError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message.replace(/\s*\n\s*/g, " "), options);
    this.name = "EngineError";
    this.code = code;
  }
}

/** Stops a wrong program. Stays on in production; nobody catches it. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`internal error: ${why}`);
}

/** The text of whatever was thrown: user code may throw anything. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return typeof thrown === "string" ? thrown : String(JSON.stringify(thrown));
}
