// Secrets in v1 files: found by their keys and by what they look like. Names stand for them; values go nowhere.
import { type Fields, isFields } from "./paths.ts";

/** What a secret is for. Names in the keystore end with it. */
export type Purpose = "twitter" | "openai" | "grok" | "wallet";

/** Where the name of a secret stands in a persona. */
export const placeOf: Readonly<Record<Purpose, readonly [string, string]>> = {
  twitter: ["credentials", "twitter"],
  openai: ["credentials", "openai"],
  grok: ["credentials", "grok"],
  wallet: ["wallet", "secret"],
};

/** Keys whose values are secrets, in snake_case. */
const SECRET_KEY =
  /(?:^|_)(?:secrets?|passwords?|passwd|pwd|passphrase|mnemonic|seed_phrase|credentials?|cookies?|bearer|api_?keys?|private_?keys?|secret_?keys?|access_?keys?|auth)(?:_|$)|(?:^|_)(?:key|token)$/;

const PURPOSES: readonly (readonly [pattern: RegExp, purpose: Purpose])[] = [
  [/twitter|tweet|consumer|bearer|access_token/, "twitter"],
  [/openai/, "openai"],
  [/grok|xai/, "grok"],
  [/solana|wallet|private_?key|mnemonic|seed_phrase/, "wallet"],
];

/** @param key dotted, in snake_case */
export const isSecretKey = (key: string): boolean =>
  SECRET_KEY.test(key.slice(key.lastIndexOf(".") + 1));

/** Belongs to a secret, and may be the name of the agent as well. */
export const isPublic = (key: string): boolean =>
  /(?:user_?name|handle|screen_name|user_id)$/.test(key);

/** Undefined: nothing here takes such a secret. */
export const purposeOf = (key: string): Purpose | undefined =>
  PURPOSES.find(([pattern]) => pattern.test(key))?.[1];

const MAX_NAME = 64;
/** The name of a secret in the keystore. */
export const secretName = (id: string, purpose: Purpose): string =>
  `${id.slice(0, MAX_NAME - purpose.length - 1)}.${purpose}`;

/** All texts in a value: what must appear nowhere. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value, value.trim()];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Texts that look like keys of services or of wallets, and addresses with a key in them. */
const LOOKS_SECRET = [
  /\b(?:sk|pk|rk|xai|gsk|ghp|gho|glpat|xox[a-z])[-_][\w-]{16,}/g,
  /\b[1-9A-HJ-NP-Za-km-z]{80,90}\b/g,
  /\b(?:0x)?[0-9a-fA-F]{64,128}\b/g,
  /\bAAAAAAAA[\w%+/=-]{30,}/g,
  /\bBearer\s+[\w.~+/=-]{16,}/g,
  /\bey[\w-]{10,}\.ey[\w-]{10,}\.[\w-]{10,}/g,
  /(?<=:\/\/)[^\s/@"]+(?=@)/g,
  /(?<=[?&](?:api[-_]?key|key|token|access_token|auth)=)[^\s&"#]+/gi,
  /(?:\[|\b)(?:\d{1,3}\s*,\s*){63}\d{1,3}(?:\]|\b)/g,
] as const;

/** What stands where a secret stood. */
const HIDDEN = "[secret]";
/** Shorter secrets, and words, may occur in any text by themselves. */
const MIN_LENGTH = 8;
const LONG = 20;
const isTelling = (text: string): boolean =>
  text.length >= LONG || (text.length >= MIN_LENGTH && !/^[a-z ]+$/i.test(text));

/** A text without the given secrets, and without what looks like one. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter(isTelling)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return LOOKS_SECRET.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), known);
}

const BYTES_OF_A_KEY = 64;
/** The bytes of a private key, as wallets write them into files. */
const isKeyBytes = (value: readonly unknown[]): boolean =>
  value.length === BYTES_OF_A_KEY &&
  value.every((it) => typeof it === "number" && Number.isInteger(it) && it >= 0 && it <= 255);

/**
 * A value without secrets, in a form that survives JSON.
 * @param found is told the dotted place of each that was taken out
 */
export function scrubbed(
  value: unknown,
  secrets: readonly string[],
  found: (place: string) => void,
  place = "",
): unknown {
  if (typeof value === "string") {
    const clean = withoutSecrets(value, secrets);
    if (clean !== value) found(place);
    return clean;
  }
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) {
    if (!isKeyBytes(value))
      return value.map((it, i) => scrubbed(it, secrets, found, `${place}.${i}`));
    found(place);
    return HIDDEN;
  }
  if (!isFields(value)) return value;
  const fields: readonly (readonly [string, unknown])[] = Object.entries(value).map(([key, it]) => [
    withoutSecrets(key, secrets),
    scrubbed(it, secrets, found, place === "" ? key : `${place}.${key}`),
  ]);
  return Object.fromEntries(fields) satisfies Fields;
}
