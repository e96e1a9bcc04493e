// What others wrote of a persona in the third person, as it would say it itself: fewer sentences, but right ones.

interface Pronouns {
  readonly subject: string;
  readonly object: string;
  readonly possessive: string;
  readonly reflexive: string;
  /** Relations of that gender: "her" behind "her mother" may be either. */
  readonly kin: RegExp;
}

const PRONOUNS: readonly Pronouns[] = [
  {
    ...{ subject: "she", object: "her", possessive: "her", reflexive: "herself" },
    kin: /^(?:mother|grandmother|sister|daughter|aunt|niece|wife|girlfriend)$/,
  },
  {
    ...{ subject: "he", object: "him", possessive: "his", reflexive: "himself" },
    kin: /^(?:father|grandfather|brother|son|uncle|nephew|husband|boyfriend)$/,
  },
];
/** Beings of any gender: a pronoun behind them may be theirs. */
const BEING =
  /^(?:dog|cat|goat|horse|friend|neighbour|teacher|pupil|player|partner|boss|cousin|child|baby|doctor)$/;

/** A longer sentence is left alone. */
const MAX_SENTENCE = 150;
const ADVERB = /^(?:once|never|still|always|also|only|often|now|then|just|\w+ly)$/;
/** What follows "her" when it is no possessive. */
const BEHIND_OBJECT =
  /^(?:a|an|the|and|or|but|to|of|at|on|in|by|for|from|with|as|so|that|who|when|while|out|up|off|over|all|once|again|into|about|some|every)$/;
const LISTED_VERB = /^(?!(?:his|was|is|as|this|its|us|always|perhaps)$)\w*[^s\W]s$/;

interface Word {
  readonly word: string;
  readonly lower: string;
  /** What stands between this word and the next. */
  readonly gap: string;
}

function wordsOf(sentence: string): readonly Word[] {
  const words = sentence.matchAll(/([\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*)([^\p{L}\p{N}]*)/gu);
  return [...words].map(([, word = "", gap = ""]) => ({ word, lower: word.toLowerCase(), gap }));
}

const isOf = ({ subject, object, possessive, reflexive }: Pronouns, { lower }: Word): boolean =>
  [subject, object, possessive, reflexive].includes(lower);

const isName = ({ word }: Word, place: number): boolean =>
  place > 0 && /^\p{Lu}/u.test(word) && word !== "I";

/** Somebody else that a pronoun at a later place could mean. */
const isRival = (word: Word, place: number, { kin }: Pronouns): boolean =>
  isName(word, place) || BEING.test(word.lower) || kin.test(word.lower);

const isObject = (words: readonly Word[], place: number): boolean => {
  const next = words[place + 1];
  return (
    next === undefined || !/^ ?$/.test(words[place]?.gap ?? "") || BEHIND_OBJECT.test(next.lower)
  );
};

/** The verb behind a subject in the first person; undefined for one that would need grammar. */
function verbFor({ word, lower }: Word): string | undefined {
  if (lower === "has") return "have";
  if (lower === "is") return "am";
  if (lower === "does") return "do";
  return lower !== "was" && lower.endsWith("s") ? undefined : word;
}

/** Whether the sentence speaks of the persona, and of nobody who could be mixed up with it. */
function isSafe(words: readonly Word[], pronouns: Pronouns): boolean {
  const places = [...words.keys()].filter((place) => {
    const word = words[place];
    return word !== undefined && isOf(pronouns, word);
  });
  const last = places.at(-1) ?? 0;
  const hasRival = words.some((word, place) => place < last && isRival(word, place, pronouns));
  const leads = places[0] === 0;
  const only = places.length === 1 ? places[0] : undefined;
  const isOnlyObject =
    only !== undefined &&
    words[only]?.lower === pronouns.object &&
    (pronouns.object !== pronouns.possessive || isObject(words, only));
  const isLed = leads && (places.length === 1 || !hasRival);
  return (
    (isLed || isOnlyObject) &&
    !words.some(({ lower }) => /^(?:they|their|theirs|hers)$/.test(lower))
  );
}

/** Verbs that hang on a subject further back, which this does not follow. */
const hasListedVerb = (words: readonly Word[]): boolean =>
  words.some(
    ({ lower }, place) => /^(?:and|but|or|then)$/.test(lower) && isListed(words[place + 1]),
  );

const isListed = (word: Word | undefined): boolean =>
  word !== undefined && (/^(?:has|is|does)$/.test(word.lower) || LISTED_VERB.test(word.lower));

/** What stands in the first person for a pronoun that is no subject. */
function ownWord(words: readonly Word[], place: number, pronouns: Pronouns): string {
  const { object, possessive, reflexive } = pronouns;
  const lower = words[place]?.lower;
  if (lower === reflexive) return "myself";
  const isPossessive = lower === possessive && (object !== possessive || !isObject(words, place));
  if (!isPossessive) return "me";
  return place === 0 ? "My" : "my";
}

/** The place and the form of the verb behind a subject; undefined where it cannot be told. */
function ownVerb(words: readonly Word[], subject: number): readonly [number, string] | undefined {
  const isFirst = !ADVERB.test(words[subject + 1]?.lower ?? "");
  const place = isFirst ? subject + 1 : subject + 2;
  const verb = words[place];
  const own = verb && verbFor(verb);
  return own === undefined ? undefined : [place, own];
}

/** All own pronouns put into the first person; undefined where a verb does not bear it. */
function inFirstPerson(words: readonly Word[], pronouns: Pronouns): string | undefined {
  const result = words.map(({ word }) => word);
  for (const [place, word] of words.entries()) {
    if (!isOf(pronouns, word)) continue;
    const isSubject = word.lower === pronouns.subject;
    result[place] = isSubject ? "I" : ownWord(words, place, pronouns);
    const verb = isSubject ? ownVerb(words, place) : NO_VERB;
    if (!verb) return undefined;
    if (verb !== NO_VERB) result[verb[0]] = verb[1];
  }
  return result.map((word, place) => word + (words[place]?.gap ?? "")).join("");
}
const NO_VERB = [-1, ""] as const;

/** "She and Ruth wrote" becomes "Ruth and I wrote". */
function ofBoth(words: readonly Word[], pronouns: Pronouns): string | undefined {
  const [first, second, third] = words;
  if (first?.lower !== pronouns.subject || second?.lower !== "and" || !third)
    return inFirstPerson(words, pronouns);
  const rest = inFirstPerson(words.slice(3), pronouns);
  return rest === undefined ? undefined : `${third.word} and I ${rest}`;
}

/** The pronouns that mean the persona: those that lead, or the only ones there are. */
function ownPronouns(words: readonly Word[]): Pronouns | undefined {
  const present = PRONOUNS.filter((pronouns) => words.some((word) => isOf(pronouns, word)));
  const lead = present.find((pronouns) => words.slice(0, 1).some((word) => isOf(pronouns, word)));
  return lead ?? (present.length === 1 ? present[0] : undefined);
}

const hasThirdPerson = (words: readonly Word[]): boolean =>
  words.some((word) => PRONOUNS.some((pronouns) => isOf(pronouns, word)));

/**
 * The first sentence of a text about a persona as the persona would say it, where a simple rule makes it right.
 * @param own the first name of the persona, which must not occur
 * @example toFirstPerson("She took the bakery over after the flood.", "Ada") // "I took the bakery over after the flood."
 */
export function toFirstPerson(text: string, own: string): string | undefined {
  const sentence = /^\p{Lu}[^"“”.!?\n]*[.!?]/u.exec(text.trim())?.[0];
  if (sentence === undefined || sentence.length > MAX_SENTENCE) return undefined;
  const words = wordsOf(sentence);
  if (words.length < 3 || words.some(({ word }) => word === own)) return undefined;
  if (!hasThirdPerson(words)) return SOMEBODY.test(sentence) ? undefined : sentence;
  const pronouns = ownPronouns(words);
  if (!pronouns || hasListedVerb(words) || !isSafe(words, pronouns)) return undefined;
  return ofBoth(words, pronouns);
}

/** Whom these mean cannot be told. */
const SOMEBODY = /\b(?:they|their|them|I|my|me|we|you)\b/i;

/** Verbs that a goal begins with; any other beginning is no order to oneself. */
const VERBS = new Set(
  (
    "keep get find win beat ask answer learn play unmask finish sell deliver see show have make teach row hear give " +
    "tell put come solve bring lose count forgive grow say speak talk run stay be write read build start stop buy " +
    "save visit meet help mend fix bake cook paint draw sing dance sleep wake walk swim climb travel move open close " +
    "plant clean call send become earn pay reach prove publish launch ship master understand listen rest share " +
    "explain collect discover explore create design train join lead raise support protect restore repair rescue"
  ).split(" "),
);
const DOUBLED = /^(?:get|win|run|swim|put|stop|ship|plan|let|set|cut|sit|begin)$/;

/** A goal as a verb phrase: behind "to", and where it has one verb also as a gerund. */
export interface Intention {
  readonly do: string;
  readonly doing: string | undefined;
}

function gerund(verb: string): string {
  if (DOUBLED.test(verb)) return `${verb + verb.slice(-1)}ing`;
  return /[^e]e$/.test(verb) && verb !== "be" ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

const MAX_GOAL = 90;

/** @returns undefined for a goal that is no order to oneself, or speaks of somebody who may be another */
export function intentionOf(goal: string): Intention | undefined {
  const line = goal.trim().replace(/[.!]$/, "");
  const words = wordsOf(line);
  const [first] = words;
  if (!first || line.length > MAX_GOAL || /["“”.?!:;\n]/.test(line)) return undefined;
  if (!VERBS.has(first.lower) || words.some(({ lower }) => /^(?:they|their|them)$/.test(lower)))
    return undefined;
  const pronouns = ownPronouns(words);
  if (!pronouns && hasThirdPerson(words)) return undefined;
  const own = pronouns ? ownGoal(words, pronouns) : line;
  if (own === undefined) return undefined;
  const rest = own.slice(first.word.length);
  const hasOneVerb = !/ (?:and|or|but) /.test(rest);
  return { do: first.lower + rest, doing: hasOneVerb ? gerund(first.lower) + rest : undefined };
}

function ownGoal(words: readonly Word[], pronouns: Pronouns): string | undefined {
  const place = words.findIndex((word) => isOf(pronouns, word));
  const hasRival = words.some((word, at) => at < place && isRival(word, at, pronouns));
  return hasRival ? undefined : inFirstPerson(words, pronouns);
}
