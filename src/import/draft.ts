// A persona in the making: what was read so far, what became of each key, and what must not appear anywhere.
import type { KeyFate } from "./fate.ts";
import type { KeyRule, Meaning } from "./key-rules.ts";
import { type Fields, isFields, isForbidden, setAt, snakeCase, valueAt } from "./paths.ts";
import type { Read } from "./readings.ts";
import {
  isPublic,
  isSecretKey,
  type Purpose,
  placeOf,
  purposeOf,
  secretName,
  textsIn,
} from "./secrets.ts";

/** A name for the keystore, with the keys of v1 whose values belong there. */
export interface MovedSecret {
  readonly name: string;
  readonly keys: readonly string[];
}

export interface Draft {
  readonly id: string;
  readonly persona: Fields;
  readonly fates: KeyFate[];
  /** Names in the keystore, with the keys that go there. */
  readonly moved: Map<string, string[]>;
  /** Values that were secret. */
  readonly secrets: string[];
}

export const newDraft = (id: string): Draft => ({
  id,
  persona: {},
  fates: [],
  moved: new Map(),
  secrets: [],
});

/** A key of the file: as it is spelled there, and in snake_case. */
interface Place {
  readonly spelled: string;
  readonly key: string;
}

const within = ({ spelled, key }: Place, name: string): Place => ({
  spelled: spelled === "" ? name : `${spelled}.${name}`,
  key: key === "" ? snakeCase(name) : `${key}.${snakeCase(name)}`,
});

/** Reads all keys of a file into a draft. */
export function takeFields(draft: Draft, fields: Fields, meaning: Meaning): void {
  takeWithin(draft, fields, meaning, { spelled: "", key: "" });
}

function takeWithin(draft: Draft, fields: Fields, meaning: Meaning, parent: Place): void {
  for (const [name, value] of Object.entries(fields)) {
    const place = within(parent, name);
    const rule = meaning.rules.get(place.key);
    if (isForbidden(name)) tell(draft, place, { fate: "invalid", note: "is no name for a key" });
    else if (rule !== undefined && !rule.isKept) takeByRule(draft, place, rule, value);
    else if (isSecretKey(place.key)) moveSecrets(draft, place, value);
    else takeOther(draft, place, value, meaning);
  }
}

/** An object with keys below, or something unknown. */
function takeOther(draft: Draft, place: Place, value: unknown, meaning: Meaning): void {
  if (!isWithin(meaning, place.key)) keep(draft, place, value, meaning);
  else if (isFields(value)) takeWithin(draft, value, meaning, place);
  else tell(draft, place, { fate: "invalid", note: "is no object" });
}

/** Whether the table knows keys below this one. */
const isWithin = ({ rules }: Meaning, key: string): boolean =>
  [...rules.keys()].some((known) => known.startsWith(`${key}.`));

const tell = ({ fates }: Draft, { spelled }: Place, fate: Omit<KeyFate, "key">): void => {
  fates.push({ key: spelled, ...fate });
};

function takeByRule(draft: Draft, place: Place, rule: KeyRule, given: unknown): void {
  const { to, now } = rule;
  const read: Read = given === null ? { note: "null: the default" } : rule.read(given);
  const { value, note = now } = read;
  const fate = read.fate ?? changeOf(place, rule);
  const isElsewhere = to !== undefined && to !== place.spelled;
  const clash = to === undefined || value === undefined ? undefined : put(draft, to, value, rule);
  const told = clash === undefined ? { fate, note } : { fate: clash.fate, note: clash.note };
  tell(draft, place, {
    fate: told.fate,
    ...(isElsewhere && { to }),
    ...(told.note !== undefined && { note: told.note }),
  });
}

const changeOf = ({ spelled }: Place, { to, now }: KeyRule): KeyFate["fate"] => {
  if (now !== undefined) return "revived";
  return spelled === to ? "used" : "renamed";
};

/** Puts a value in its place, beside what is there. @returns what became of it, where that is not plain */
function put(
  { persona }: Draft,
  to: string,
  value: unknown,
  { isLeast = false }: KeyRule,
): { readonly fate: KeyFate["fate"]; readonly note: string } | undefined {
  const path = to.split(".");
  const before = valueAt(persona, path);
  if (before === undefined) setAt(persona, path, value);
  else if (Array.isArray(before) && Array.isArray(value))
    setAt(persona, path, united(before, value));
  else if (isFields(before) && isFields(value)) setAt(persona, path, { ...before, ...value });
  else if (isLeast && typeof before === "number" && typeof value === "number") {
    setAt(persona, path, Math.min(before, value));
    return { fate: "renamed", note: `the least counts: ${Math.min(before, value)}` };
  } else if (before !== value) return { fate: "invalid", note: "given twice; the first counts" };
  return undefined;
}

/** Both lists, equal items once. */
function united(before: readonly unknown[], more: readonly unknown[]): readonly unknown[] {
  const byText = new Map([...before, ...more].map((item) => [JSON.stringify(item), item]));
  return [...byText.values()];
}

/** Keeps a key that has no meaning here, without what is secret in it. */
function keep(draft: Draft, place: Place, value: unknown, meaning: Meaning): void {
  const to = keptPlace(place.spelled, meaning);
  const kept = withoutSecretFields(draft, place, value);
  if (valueAt(draft.persona, to) === undefined) setAt(draft.persona, to, kept);
  const path = to.join(".");
  tell(draft, place, { fate: "kept", ...(path !== place.spelled && { to: path }) });
}

/** The place of a key in a persona: under its own name, in the object that its section has become. */
function keptPlace(spelled: string, { sections, rest }: Meaning): readonly string[] {
  const names = spelled.split(".");
  const depth = names.findLastIndex((_, i) =>
    sections.has(names.slice(0, i).map(snakeCase).join(".")),
  );
  const section = sections.get(names.slice(0, Math.max(0, depth)).map(snakeCase).join("."));
  const parent = section ?? rest;
  const own = names.slice(Math.max(0, depth));
  return parent === undefined ? own : [...parent.split("."), ...own];
}

function withoutSecretFields(draft: Draft, place: Place, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((it) => withoutSecretFields(draft, place, it));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([name, it]) => {
    const inner = within(place, name);
    if (isForbidden(name)) return false;
    if (!isSecretKey(inner.key)) return true;
    moveSecrets(draft, inner, it);
    return false;
  });
  return Object.fromEntries(
    kept.map(([name, it]) => [name, withoutSecretFields(draft, within(place, name), it)]),
  );
}

/** A secret stays where it is; the persona gets the name under which the keystore is to have it. */
export function moveSecrets(draft: Draft, place: Place, value: unknown): void {
  const inner = isFields(value) ? Object.entries(value) : [];
  for (const [name, it] of inner) moveSecrets(draft, within(place, name), it);
  if (inner.length === 0) moveSecret(draft, place, textsIn(value));
}

function moveSecret(draft: Draft, place: Place, texts: readonly string[]): void {
  if (!isPublic(place.key)) draft.secrets.push(...texts);
  const purpose = purposeOf(place.key);
  if (texts.length === 0) tell(draft, place, { fate: "unneeded", note: "is empty" });
  else if (purpose === undefined)
    tell(draft, place, { fate: "secret", note: "left out; nothing here takes it" });
  else {
    const name = moveTo(draft, place, purpose);
    const to = placeOf[purpose].join(".");
    tell(draft, place, { fate: "secret", to, note: `goes into the keystore as ${name}` });
  }
}

function moveTo({ id, persona, moved }: Draft, { spelled }: Place, purpose: Purpose): string {
  const name = secretName(id, purpose);
  setAt(persona, placeOf[purpose], name);
  moved.set(name, [...(moved.get(name) ?? []), spelled]);
  return name;
}
