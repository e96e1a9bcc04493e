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
 * Parts that are frozen already were checked before and are passed over: the cost is that of what is new.
 * @returns the first problem found, or undefined
 */
export function seal(value: unknown, path: string, depth = 0): JsonProblem | undefined {
  if (typeof value !== "object" || value === null) return scalarProblem(value, path);
  if (Object.isFrozen(value)) return undefined;
  if (depth > MAX_DEPTH) return { path, problem: `nested deeper than ${MAX_DEPTH}, or a cycle` };
  const problem = Array.isArray(value)
    ? sealArray(value, path, depth)
    : sealObject(value, path, depth);
  if (problem === undefined) Object.freeze(value);
  return problem;
}

function scalarProblem(value: unknown, path: string): JsonProblem | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "object":
      return undefined;
    case "number":
      if (!Number.isFinite(value)) return { path, problem: String(value) };
      return Object.is(value, -0) ? { path, problem: "-0" } : undefined;
    default:
      return { path, problem: value === undefined ? "undefined" : `a ${typeof value}` };
  }
}

function sealArray(
  items: readonly unknown[],
  path: string,
  depth: number,
): JsonProblem | undefined {
  for (let i = 0; i < items.length; i++) {
    const problem = seal(items[i], `${path}[${i}]`, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function sealObject(value: object, path: string, depth: number): JsonProblem | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return { path, problem: `a ${value.constructor?.name ?? "class instance"}` };
  }
  for (const [key, field] of Object.entries(value)) {
    const place = `${path}.${key}`;
    if (FORBIDDEN_KEYS.has(key)) return { path: place, problem: "a key that JSON readers refuse" };
    const problem = seal(field, place, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
