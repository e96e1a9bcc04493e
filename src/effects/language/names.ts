// Names in a text: first names for ids, addresses and handles, and which of them is one's own.
import { capitalise } from "./expand.ts";
import type { Voice } from "./voice.ts";

const MAX_NAME = 20;

/** A first name for an id, an address or a handle. */
export function nameOf(from: string): string {
  const name = from.replace(/^(?:agent:|@)+/, "").split(/[\s,]/)[0] ?? "";
  return capitalise(name.slice(0, MAX_NAME)) || "Friend";
}

/** What a speaker is called in a sentence. */
export const firstNameOf = ({ name }: Voice): string => nameOf(name);

/** Whether somebody is the speaker, by id, address or name. */
export const isSelf = ({ id, name }: Voice, from: string): boolean =>
  nameOf(from) === nameOf(id ?? name);
