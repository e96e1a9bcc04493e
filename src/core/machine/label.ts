// Guards, actions and functions of a machine as texts: what is compared, and what people are shown.
import { isActionCreation, isGuardCreation } from "./internals.ts";

/** Told of the text of each function that a label stands for. */
export type Note = (functionText: string) => void;

const INLINE = "inline";

/** Anything that stands in a config, as JSON in which functions read "inline". */
export function literal(value: unknown, note: Note): string {
  if (typeof value === "function") return inline(value, note);
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "function" ? inline(part, note) : part,
  );
  return text ?? "undefined";
}

function inline(written: object, note: Note): string {
  note(withoutLayout(String(written)));
  return INLINE;
}

/** `isAwake`, `turns {"feeling":"calm"}`, `and(isAwake, inline)` */
export function guardLabel(guard: unknown, note: Note): string {
  if (!isGuardCreation(guard)) return named(guard, note);
  const { name, guards, stateValue } = guard;
  if (guards) return `${name}(${guards.map((inner) => guardLabel(inner, note)).join(", ")})`;
  return stateValue === undefined ? inline(guard, note) : `${name}(${literal(stateValue, note)})`;
}

/** What the creators of XState attach to an action for the interpreter alone. */
const MECHANICS = new Set(["type", "resolve", "execute"]);

/** `takeCall`, `add {"k":3}`, `raise {"event":{"type":"again"}}`, `assign {"assignment":"inline"}` */
export function actionLabel(action: unknown, note: Note): string {
  if (isActionCreation(action)) {
    const given = Object.entries(action).filter(([key]) => !MECHANICS.has(key));
    return `${action.type?.replace("xstate.", "")} ${literal(Object.fromEntries(given), note)}`;
  }
  return typeof action === "function" ? inline(action, note) : named(action, note);
}

/** A name that could be taken for something else is quoted. */
function named(value: unknown, note: Note): string {
  const { type, params }: { readonly type?: unknown; readonly params?: unknown } =
    typeof value === "object" && value !== null ? value : { type: value };
  const text = String(type);
  const name = /^[\w.:-]+$/.test(text) && text !== INLINE ? text : JSON.stringify(text);
  return params === undefined ? name : `${name} ${literal(params, note)}`;
}

/**
 * The text of a function without comments, white space, semicolons, trailing commas and the choice of quotes: what
 * erasing the types and what building leaves is then mostly the same. To be compared, not to be read.
 */
export const withoutLayout = (text: string): string =>
  text
    .replace(
      /(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\/.*|\/\*[\s\S]*?\*\/|[\s;]+/g,
      (part, quote?: string) => (quote ? part.replace(/^'|'$/g, '"') : ""),
    )
    .replace(/,(?=[)\]}])/g, "");
