// How long a text is for X: most letters count 1, other signs 2, an emoji 2 and a link 23, however long it is.
// X's own `twitter-text` is not loaded: it brings polyfills that change the objects of the whole program.
import { max } from "../core/math.ts";
import { isTopLevelDomain } from "./top-level-domains.ts";

/** A piece of a text that is never parted: a sign, an emoji, a link. */
export interface TextUnit {
  readonly text: string;
  readonly weight: number;
}

/** X's figures, "version 3" of its configuration. */
const WEIGHT = 2;
const LINK_WEIGHT = 23;
/** Ranges of code points that count half. */
const LIGHT: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** Signs of a name on the net: letters and digits of any script. */
const LETTER = String.raw`[[a-z0-9\u0080-\u{10ffff}]--[\s\u061c\u2000-\u206f\u3000-\u303f\ufeff\ufffe\uffff\p{Extended_Pictographic}]]`;
const LABEL = `${LETTER}(?:(?:${LETTER}|-){0,61}${LETTER})?`;
const HOST = `(?:${LABEL}\\.)+(?!\\d)${LETTER}{2,63}(?![a-z0-9@+\\-])`;
const SIGN = String.raw`[a-z0-9!*';:=+,.$\/%#\[\]\-_~@\|\&]`;
const PATH = String.raw`\/(?:(?:${SIGN}|\(${SIGN}+\))*(?:[a-z0-9=_#\/+\-]|\(${SIGN}+\)))?`;
const QUERY = String.raw`\?[a-z0-9!?*'@\(\);:\&=+$\/%#\[\]\-_.,~\|]*[a-z0-9\-_\&=#\/]`;
const FULL = `(?<![a-z0-9@＠$#＃])https?:\\/\\/(${HOST})(?::\\d+)?(?:${PATH})?(?:${QUERY})?`;
const BARE = `(?<![a-z0-9@＠$#＃\\/])(${HOST})(?:(?::\\d+)?${PATH}(?:${QUERY})?)?`;
const UNITS = new RegExp(`${FULL}|${BARE}|\\p{RGI_Emoji}|[0-9#*]\\u20e3|[\\s\\S]`, "giv");
/** In such a text is neither a link nor an emoji, and every sign counts 1. */
const PLAIN = /^[^\u1100-\uffff.]*$/;

/**
 * The length of a text as X counts it, after Unicode normalisation (NFC). Exact for words, emoji and links with
 * blanks around them; links that are grown together may differ.
 * @see https://docs.x.com/fundamentals/counting-characters
 */
export function weightedLength(text: string): number {
  const normal = text.normalize();
  if (PLAIN.test(normal)) return normal.length;
  return unitsOf(normal).reduce((sum, { weight }) => sum + weight, 0);
}

/** A text in its pieces. @param text normalised (NFC) */
export const unitsOf = (text: string): readonly TextUnit[] =>
  [...text.matchAll(UNITS)].flatMap(([unit, host, bareHost = host]) =>
    bareHost === undefined ? { text: unit, weight: signWeight(unit) } : linkUnits(unit, bareHost),
  );

function signWeight(unit: string): number {
  const code = unit.codePointAt(0) ?? 0;
  const isAlone = unit.length === (code > 0xffff ? 2 : 1);
  return isAlone && LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : WEIGHT;
}

/**
 * X knows more ends of names than we do: a link with an unknown end counts 23, or its own length if that is more.
 * Behind the last end that is known, the link is over. Where other letters are among
 * those of a name, X may see a link before every dot.
 */
function linkUnits(link: string, host: string): readonly TextUnit[] {
  const labels = host.split(".");
  const end = labels.findLastIndex((label, i) => i > 0 && isTopLevelDomain(label));
  const own = [...link].reduce((sum, sign) => sum + signWeight(sign), 0);
  if (/[^\x20-\x7e]/.test(host)) {
    return [{ text: link, weight: LINK_WEIGHT * (labels.length - 1) + own }];
  }
  if (end < 0) return [{ text: link, weight: max(LINK_WEIGHT, own) }];
  if (end === labels.length - 1) return [{ text: link, weight: LINK_WEIGHT }];
  const cut = link.indexOf(host) + labels.slice(0, end + 1).join(".").length;
  const rest = [...link.slice(cut)].map((text) => ({ text, weight: 1 }));
  return [{ text: link.slice(0, cut), weight: LINK_WEIGHT }, ...rest];
}
