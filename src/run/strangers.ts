// What strangers say lies beside the journal under its hash: it can be erased, and every digest still holds.
//
// In lines, states and snapshots a token stands for each text. Nothing here does anything in a run without strangers.
import { hash } from "node:crypto";
import type { Entry, EventBody } from "../core/event.ts";
import { min } from "../core/math.ts";
import type { StrangerText } from "../storage/stranger-text.ts";

/** Under these keys, at any depth, an event with `stranger: true` holds what a stranger wrote. */
export const STRANGER_KEYS: ReadonlySet<string> = new Set(["text", "name", "handle", "bio"]);

const END = "\u0001";
const MARK = `${END}sha256:`;
const TOKEN = new RegExp(`${MARK}([0-9a-f]{64})${END}`, "g");
/** As MARK stands in JSON. */
const JSON_MARK = JSON.stringify(MARK).slice(1, -1);

/** A shorter text agrees with others by accident. */
const MIN_FREE = 8;
/** So does one that might be an id or the name of an event: it is sought under its keys only. */
const isFree = (text: string): boolean => text.length >= MIN_FREE && /[^\w.:#@/-]/.test(text);

/** Of the text as JSON, which has a form for each text, half surrogates included. */
const hashOf = (text: string): string => hash("sha256", JSON.stringify(text), "hex");
const tokenOf = (hash: string): string => `${MARK}${hash}${END}`;

/** What stands where a text was erased: another one for each text. */
export const erasedText = (hash: string): string => `[erased ${hash.slice(0, 12)}]`;

/** For the message of what does not come about again: a machine may have read in a text that is gone. */
export function gapsIn(texts: readonly StrangerText[]): string {
  const gone = texts.filter(({ text }) => text === undefined);
  const since = gone.flatMap(({ seq }) => seq ?? []);
  if (gone.length === 0) return "";
  return `, or one of ${gone.length} erased texts was needed (from entry ${min(...since)})`;
}

/** All that a stranger wrote in an event, or in a part of one. */
export function saidIn(event: unknown): readonly string[] {
  const said = new Set<string>();
  mapTexts(JSON.stringify(event), (text, key) => {
    if (STRANGER_KEYS.has(key)) said.add(text);
    return text;
  });
  return [...said];
}

const isFromStranger = ({ stranger }: EventBody): boolean => stranger === true;

/** JSON with its strings exchanged; keys stay. */
function mapTexts(json: string, map: (text: string, key: string) => string): string {
  const each = (key: string, value: unknown): unknown =>
    typeof value === "string" ? map(value, key) : value;
  return JSON.stringify(JSON.parse(json, each));
}

/**
 * JSON with the texts that its tokens stand for.
 * @param texts by hash; undefined where one was erased
 */
export function reveal(json: string, texts: ReadonlyMap<string, string | undefined>): string {
  if (!json.includes(JSON_MARK)) return json;
  const textOf = (token: string, hash: string): string =>
    texts.has(hash) ? (texts.get(hash) ?? erasedText(hash)) : token;
  return mapTexts(json, (text) => text.replace(TOKEN, textOf));
}

/** The hashes of the tokens in JSON, each as often as it stands there. */
export function hiddenIn(json: string): readonly string[] {
  const hashes: string[] = [];
  if (json.includes(JSON_MARK)) {
    mapTexts(json, (text) => {
      hashes.push(...[...text.matchAll(TOKEN)].map(([, hash = ""]) => hash));
      return text;
    });
  }
  return hashes;
}

/**
 * What strangers have said in a run so far. What is hidden of a line depends on the entries before it alone, so that
 * it is the same in every kind of run. Closed state, owned by one run.
 */
export class Strangers {
  /** All that was ever said or is waiting, by hash. */
  readonly #texts: Map<string, StrangerText>;
  /** Of what was said, by text. */
  readonly #hashes = new Map<string, string>();
  /** By their first MIN_FREE characters: texts that are sought inside others, the longest first. */
  readonly #free = new Map<string, readonly string[]>();
  /** By what stands for them. */
  readonly #erased: ReadonlyMap<string, string>;
  #fresh = new Set<string>();

  /**
   * @param texts of the run and of its parents
   * @param seq of the next entry: what came with a later one is not known yet
   */
  constructor(texts: readonly StrangerText[] = [], seq = 0) {
    const erased = texts.filter(({ text }) => text === undefined);
    this.#erased = new Map(erased.map(({ hash }) => [erasedText(hash), hash]));
    const isKnown = (it: StrangerText): boolean => it.seq !== undefined && it.seq < seq;
    this.#texts = new Map(
      texts.map((it) => [it.hash, isKnown(it) ? it : { ...it, seq: undefined }]),
    );
    for (const { hash, text = erasedText(hash) } of texts.filter(isKnown)) this.#know(text, hash);
  }

  /** All texts, those that wait included. */
  get texts(): readonly StrangerText[] {
    return [...this.#texts.values()];
  }

  /** Takes in what an entry brings; before the entry itself is hidden. */
  learn({ seq, event }: Pick<Entry, "seq" | "event">): void {
    if (!isFromStranger(event)) return;
    for (const text of saidIn(event)) {
      if (!this.#hashes.has(text)) this.#know(text, this.#keep(text, seq));
    }
  }

  /** JSON with tokens for all that is known. */
  hide(json: string): string {
    if (this.#hashes.size === 0) return json;
    return mapTexts(json, (text, key) => this.#hideIn(text, key));
  }

  /** A text with tokens for all that is known. */
  hideText(text: string): string {
    return this.#hashes.size === 0 ? text : this.#hideIn(text, "");
  }

  /** JSON of what waits in the queue: if a stranger said it, nobody has heard it yet. */
  hideWaiting(event: EventBody, json: string): string {
    if (!isFromStranger(event)) return this.hide(json);
    return mapTexts(json, (text, key) =>
      STRANGER_KEYS.has(key) ? tokenOf(this.#keep(text)) : this.#hideIn(text, key),
    );
  }

  /** The texts that have come up since the last call: whoever keeps the hidden lines keeps these too. */
  takeFresh(): readonly StrangerText[] {
    const fresh = this.texts.filter(({ hash }) => this.#fresh.has(hash));
    this.#fresh = new Set();
    return fresh;
  }

  #know(text: string, hash: string): void {
    this.#hashes.set(text, hash);
    if (!isFree(text)) return;
    const start = text.slice(0, MIN_FREE);
    const same = [...(this.#free.get(start) ?? []), text];
    same.sort((a, b) => b.length - a.length);
    this.#free.set(start, same);
  }

  /** @returns its hash */
  #keep(text: string, seq?: number): string {
    const hash = this.#hashes.get(text) ?? this.#erased.get(text) ?? hashOf(text);
    const before = this.#texts.get(hash);
    if (before === undefined || (before.seq === undefined && seq !== undefined)) {
      this.#texts.set(hash, { text, ...before, hash, seq });
      this.#fresh.add(hash);
    }
    return hash;
  }

  #hideIn(text: string, key: string): string {
    const hash = this.#hashes.get(text);
    if (hash !== undefined && (isFree(text) || STRANGER_KEYS.has(key))) return tokenOf(hash);
    const hidden = this.#hideParts(text);
    // A text that looks like one with tokens, or would do so, is a token as a whole.
    const isUnclear = text.includes(MARK) || (hidden !== text && text.includes(END));
    return isUnclear ? tokenOf(this.#keep(text)) : hidden;
  }

  #hideParts(text: string): string {
    let [hidden, from] = ["", 0];
    for (let at = 0; at + MIN_FREE <= text.length; at++) {
      const candidates = this.#free.get(text.slice(at, at + MIN_FREE));
      const found = candidates?.find((candidate) => text.startsWith(candidate, at));
      if (found === undefined) continue;
      hidden += text.slice(from, at) + tokenOf(this.#hashes.get(found) ?? "");
      from = at + found.length;
      at = from - 1;
    }
    return hidden + text.slice(from);
  }
}
