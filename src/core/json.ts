// Plain JSON: what contexts, events and states are made of, and how two of them are compared.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Deeper than this is a mistake (or a cycle that is not one object). */
const MAX_DEPTH = 64;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Why a value does not survive JSON, and where. The path starts at the name it was checked under. */
export interface JsonProblem {
  readonly path: string;
  readonly problem: string;
}

/** Written with sorted keys and without undefined: equal values have equal texts. For comparing only. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(",")}}`;
}

/**
 * Checks that a value survives JSON unchanged and freezes it, so that it stays what it was when it was checked.
 * Being frozen proves nothing, since users freeze objects around a Date; being the same part as before does.
 * @param before a value that was sealed: parts that the new one shares with it, place by place, are passed over
 * @returns the first problem found, or undefined
 */
export function seal(value: unknown, path: string, before?: unknown): JsonProblem | undefined {
  const found = sealPart(value, before, 0);
  return found && { path: path + found.path, problem: found.problem };
}

/** Freezes plain JSON; what is frozen already was so with all that is in it. */
export function freeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

/** The path is put together on the way back: nearly always there is nothing to tell. */
function sealPart(value: unknown, before: unknown, depth: number): JsonProblem | undefined {
  if (typeof value !== "object" || value === null) return scalarProblem(value);
  if (value === before) return undefined;
  if (depth > MAX_DEPTH) {
    return { path: "", problem: `nested deeper than ${MAX_DEPTH}, or a cycle` };
  }
  const known = typeof before === "object" && before !== null ? before : undefined;
  const found = Array.isArray(value)
    ? sealArray(value, known, depth)
    : sealObject(value, known, depth);
  if (found === undefined) Object.freeze(value);
  return found;
}

function scalarProblem(value: unknown): JsonProblem | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "object":
      return undefined;
    case "number":
      if (!Number.isFinite(value)) return { path: "", problem: String(value) };
      return Object.is(value, -0) ? { path: "", problem: "-0" } : undefined;
    default:
      return { path: "", problem: value === undefined ? "undefined" : `a ${typeof value}` };
  }
}

/** An array that has grown at its front shares its items one place on; so they are looked up by identity. */
function sealArray(
  items: readonly unknown[],
  before: object | undefined,
  depth: number,
): JsonProblem | undefined {
  const known: readonly unknown[] = Array.isArray(before) ? before : [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const isKnown = typeof item === "object" && (item === known[i] || known.includes(item));
    const found = isKnown ? undefined : sealPart(item, known[i], depth + 1);
    if (found !== undefined) return { ...found, path: `[${i}]${found.path}` };
  }
  return undefined;
}

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function sealObject(
  value: object,
  before: object | undefined,
  depth: number,
): JsonProblem | undefined {
  if (!isPlain(value)) {
    return { path: "", problem: `a ${value.constructor?.name ?? "class instance"}` };
  }
  const known = before !== undefined && isPlain(before) ? before : undefined;
  // Without inherited keys `for … in` gives the own ones, and unlike Object.entries it allocates nothing.
  for (const key in value) {
    if (FORBIDDEN_KEYS.has(key)) {
      return { path: `.${key}`, problem: "a key that JSON readers refuse" };
    }
    const found = sealPart(value[key], known?.[key], depth + 1);
    if (found !== undefined) return { ...found, path: `.${key}${found.path}` };
  }
  return undefined;
}
