// Values at dotted keys: spelling, reading and setting, safe for keys that come from a file.

export type Fields = Record<string, unknown>;

/** Names that no state of a run may have as a key. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
export const isForbidden = (name: string): boolean => FORBIDDEN.has(name);

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `coreMemories` and `core_memories` are one key. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();

/** The own field of an object. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

export const valueAt = (root: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, name) => fieldOf(value, String(name)), root);

/** Sets a field, with the objects on the way to it. */
export function setAt(root: Fields, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    root[name] = value;
    return;
  }
  const next = fieldOf(root, name);
  const fields: Fields = isFields(next) ? next : {};
  root[name] = fields;
  setAt(fields, rest, value);
}

/** Takes a field, or an item of a list, away. */
export function removeAt(root: unknown, path: readonly (string | number)[]): void {
  const parent = valueAt(root, path.slice(0, -1));
  const name = path.at(-1);
  if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else if (isFields(parent) && name !== undefined) Reflect.deleteProperty(parent, name);
}
