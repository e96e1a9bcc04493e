// How a text sounds, by its words: a small list of pleasant and unpleasant ones, with denials taken into account.

const PLEASANT = `
  beautiful best better bless blessed bloom bloomed brilliant bright calm care cared cheer cheerful clever congratulations
  cosy dear delight delighted delightful easy enjoy enjoyed excellent fair faithful favourite fine found fresh friend
  friendly friends fun funny gentle gift glad glorious good gorgeous grand grateful great grin happy healed heartening
  help helped hope hopeful hug joy joyful kind kindest kindness laugh laughed laughing light like liked likes lovely
  love loved loves luck lucky merry mended nice nicest patient peace perfect play pleasant pleased pleasure praise
  pretty prize proud recovered relief relieved rescued reopen reopened reopens safe saved smile smiled soft splendid success sunny
  sunshine superb sweet tender thank thankful thanks treat treasure true warm warmth welcome well win winner wins wise
  won wonder wonderful yes`;

const UNPLEASANT = `
  afraid alarm alone angry annoy annoyed annoying anxious argue ashamed awful bad bitter blame bored boring bother
  broke broken burn burned cancel cancelled careless cheat closed closes closing cold complain complained complaint
  cracked crash cruel cry cut damage damaged danger dead death die died dirty disappointed disaster dread dreadful dull
  empty enemy fail failed fails failure fault fear flood flooded fool frightened furious gloomy grief grim guilt hate
  hated horrible hostile hurt idiot ill insult jealous lazy leak leaked lie lies lonely lose loses losing loss lost mad
  mean mess miserable missing mistake moan nasty never nobody nonsense nothing nuisance pain pity poor problem quarrel
  rage regret ridiculous rotten rude ruin ruined rumour sad scared shame shut sick sold sorrow sorry sour stole stolen stormy strange
  stupid suffer tears terrible threat tired trouble ugly unfair unhappy unkind upset useless vandal victim waste wasted
  weary weep worn worried worry worse worst wrong`;

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const pleasant = listOf(PLEASANT);
const unpleasant = listOf(UNPLEASANT);
const denials = listOf(
  "no not don't doesn't didn't isn't wasn't aren't can't cannot won't without hardly",
);

/** A denial turns what follows within so many words. */
const REACH = 3;
/** With so many words of feeling, half of the full tone is reached. */
const HALF = 1.5;

/**
 * The tone of an English text: (pleasant - unpleasant) / (all words of feeling + 1.5), so that one word alone does not
 * say all. A word behind a denial counts for the other side.
 * @returns in (-1, 1), 0 for a text without such words
 */
export function toneOf(text: string): number {
  let balance = 0;
  let felt = 0;
  let denied = 0;
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+(?:['’][a-z]+)?/g)) {
    const sign = pleasant.has(word) ? 1 : unpleasant.has(word) ? -1 : 0;
    if (sign !== 0) felt++;
    balance += denied > 0 ? -sign : sign;
    denied = denials.has(word) ? REACH : denied - 1;
  }
  return balance / (felt + HALF);
}
