// The words of a text that carry meaning, in a common form: what memories and goals are compared by.
import { imul, max } from "../core/math.ts";

/** Words of grammar and of little meaning: two texts that share only these have nothing in common. */
const SMALL_WORDS: readonly string[] = [
  "the this that these those there here what which who whom whose when where why how and but for nor yet",
  "you your yours him his she her hers its our ours they them their theirs one ones some any all every",
  "each both few many much more most less least other another same such own not never ever only even",
  "are was were been being does did done doing has had have having can could may might must shall should",
  "will would about above across after again against along among around because before behind below",
  "between beyond down during from inside into just like near off onto out outside over past since than",
  "then through too toward under until upon very via while with within without also always away back",
  "get gets got give gives gave let lets made make makes put puts said say says see seen take takes took",
  "tell tells told think thinks thought thing things way want wants went goes going gone come comes came",
  "day days time today now still really quite rather maybe perhaps yes well okay please don isn wasn",
].flatMap((line) => line.split(" "));

/** Shorter words say little; where words are not written apart, each sign is one. */
const MIN_LENGTH = 3;
/** Hiragana to the end of the unified ideographs. */
const isSign = (code: number): boolean => code >= 0x3040 && code <= 0x9fff;

/** Letters and digits of ASCII, and every letter beyond; punctuation of Latin-1 and U+2000 to U+206F parts words. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && (code < 0x2000 || code > 0x206f) && !isSign(code));

/** FNV-1a, folded to 30 bits: such numbers are cheap to look up. */
function hashOf(text: string, start: number, end: number): number {
  let sum = 0x811c_9dc5;
  for (let i = start; i < end; i++) sum = imul(sum ^ text.charCodeAt(i), 0x0100_0193);
  return (sum ^ (sum >>> 30)) & 0x3fff_ffff;
}

const SMALL_HASHES: ReadonlySet<number> = new Set(
  SMALL_WORDS.map((word) => hashOf(word, 0, word.length)),
);
const LONGEST_SMALL = SMALL_WORDS.reduce((most, { length }) => max(most, length), 0);

const isSmall = (text: string, start: number, end: number): boolean =>
  end - start <= LONGEST_SMALL && SMALL_HASHES.has(hashOf(text, start, end));

/** How much of a word's end an ending takes; 0 where it is not there or fewer than three letters would stay. */
function cut(text: string, start: number, stop: number, ending: string): number {
  const from = stop - ending.length;
  if (from < start + MIN_LENGTH) return 0;
  for (let i = 0; i < ending.length; i++) {
    if (text.charCodeAt(from + i) !== ending.charCodeAt(i)) return 0;
  }
  return ending.length;
}

/** Where the stem of a word ends: without plural and the commonest endings of verbs; three letters stay. */
function stemEnd(text: string, start: number, end: number): number {
  let stop = end;
  if (cut(text, start, stop, "ss") === 0) stop -= cut(text, start, stop, "s");
  const verbal = cut(text, start, stop, "ing") || cut(text, start, stop, "ed");
  stop -= verbal;
  const last = text.charAt(stop - 1);
  // running, stopped; but calling, passed: as in Porter, An algorithm for suffix stripping (Program 14, 1980).
  if (verbal > 0 && !"lsz".includes(last) && text.charAt(stop - 2) === last) {
    stop -= cut(text, start, stop, last);
  }
  stop -= cut(text, start, stop, "e");
  return stop - (cut(text, start, stop, "i") || cut(text, start, stop, "y"));
}

/** Calls `visit` with start and end of each word of a lower-case text that carries meaning. */
function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (isLetter(code)) continue;
    if (i - start >= MIN_LENGTH && !isSmall(text, start, i)) visit(start, i);
    if (isSign(code)) visit(i, i + 1);
    start = i + 1;
  }
}

/**
 * Calls `visit` with a 30-bit hash of the stem of each word that carries meaning, in the order of the text.
 * Lower case, without a stop list of English, with plurals and the commonest endings of verbs cut off.
 */
export function eachStem(text: string, visit: (stem: number) => void): void {
  const lower = text.toLowerCase();
  eachWord(lower, (start, end) => visit(hashOf(lower, start, stemEnd(lower, start, end))));
}

/** The words of a text that carry meaning, in lower case, in the order of the text. */
export function wordsIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  eachWord(lower, (start, end) => words.push(lower.slice(start, end)));
  return words;
}

/** Whether two texts share a stem. */
export function shareWord(one: string, other: string): boolean {
  const stems = new Set<number>();
  eachStem(one, (stem) => stems.add(stem));
  let isShared = false;
  eachStem(other, (stem) => {
    isShared ||= stems.has(stem);
  });
  return isShared;
}

/** A text on one line: signs of control and runs of spaces become one space. */
export const oneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();

/** A text on one line and of at most `limit` units, cut at a word where there is one in its last third. */
export function shortenedText(text: string, limit: number): string {
  const line = oneLine(text);
  if (line.length <= limit) return line;
  const room = line.slice(0, limit - 1);
  const space = line.charAt(limit - 1) === " " ? room.length : room.lastIndexOf(" ");
  const kept = space > (limit * 2) / 3 ? room.slice(0, space) : room;
  return `${kept.replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}
