// How one reacts to the news when no single noun will do, and what it has to do with one's own life.

import { toneOf } from "../../persona/tone.ts";

/** `{news}` is the headline without its mark. */
export const headlineFrames: readonly string[] = [
  '"{news}", says the paper. I read it out to the kettle.',
  '"{news}." So much for a quiet week.',
  'I was about to write something else, and then: "{news}."',
  '"{news}." Everybody {place} was already talking about it.',
  'The boy with the papers shouted "{news}" and then sat down himself.',
  '"{news}." Read it slowly. It does not change.',
  'They have put "{news}" above the picture of the prize marrow. That big.',
  'My neighbour pushed it through the letter box, underlined: "{news}."',
];

/** Words of a headline that nobody is glad of, and of one that most are; what is not here has the tone of its words. */
const BAD =
  /\b(?:missing|cracks?|closes?|closed|closure|dies|died|dead|stolen|theft|fire|floods?|flooded|cuts?|detour|cancel\w*|delay\w*|strike|crash\w*|without|until further notice|lost|ill|hurt|injured)\b/i;
const GOOD =
  /\b(?:found|returned|mended|saved|rescued|open(?:s|ed)?|reopen\w*|wins?|won|prize|carried|baked?|born|wedding|free|polished|thanks?|comet)\b/i;

/** Whether a headline is bad or good news, as far as words can tell. */
export function toneOfNews(headline: string): "bad" | "good" | "plain" {
  const tone = toneOf(headline);
  const [isBad, isGood] = [BAD.test(headline), GOOD.test(headline)];
  if (isBad !== isGood) return isBad ? "bad" : "good";
  // With words of both kinds the first one tells: "missing, its case found open", "found under eleven lost years".
  if (isBad) return headline.search(BAD) < headline.search(GOOD) ? "bad" : "good";
  return tone < 0 ? "bad" : tone > 0 ? "good" : "plain";
}

/** Bad news to somebody in good spirits; `{n}` is one noun of it. */
export const badNews: readonly string[] = [
  "I was in such good spirits, and now the {n}.",
  "Oh no, the {n}. I had to stop singing.",
  "I am sorry about the {n}. Truly. I have put the flags away.",
  "The {n}, of all things. Who needs a hand? I have two.",
  "My good mood is looking for the door. The {n}!",
  "It will take more than the {n} to get this town down, but I am sorry.",
  "I feel for everybody who has to do with the {n}. There is cake at ours.",
  "Not the {n}. Tell me what I can carry.",
  "That about the {n} is sad. I shall be cheerful again tomorrow, for two.",
];

/** Good news to somebody in bad spirits. */
export const goodNews: readonly string[] = [
  "Even I had to smile at the {n}. It hurt a little.",
  "Well, the {n}. Something had to go right one day.",
  "I had given up on the paper, and now the {n}.",
  "The {n}, then. It does not change the weather, but I will take it.",
  "For once I read to the end, because of the {n}.",
  "I did not expect to be pleased by anything today. Then the {n}.",
  "Somebody tell me that the {n} {is} true. I could do with it.",
  "I shall not say that the {n} {has} cheered me up. I cut it out, though.",
];

/** From the headline to the speaker's own world: `{mine}` is a thing of it. */
export const headlineAngles: readonly string[] = [
  "Where does that leave {mine}?",
  "I looked at {mine} and thought: at least there is you.",
  "Nobody has asked what it will do to {mine}.",
  "I shall say what I think when I have seen to {mine}.",
  "This would not have happened in the days before {mine}.",
  "And I had only just finished with {mine}.",
  "If they need {mine}, they know where I live.",
  "I told {mine} first. It seemed right.",
  "It could have been {mine}, I said, and people went quiet.",
  "In my house it comes second, after {mine}.",
  "So I went and sat with {mine} for a bit.",
  "They can have {mine} for a week, if it helps.",
  "Somebody should think of {mine} at a time like this.",
  "I have put a cloth over {mine}, to be on the safe side.",
  "Let them print that, and then let them print something about {mine}.",
];

/** A favourite word or phrase of the speaker, in frames that fit any: `{term}`. */
export const termFrames: readonly string[] = [
  "{Term}, as we say here.",
  "They will carve it on my bench: {term}.",
  "You know what I always say. {Term}.",
  'My whole creed is "{term}".',
  'If I had a boat I would name it "{term}".',
  "It comes down to this: {term}.",
  'Ask me again and I shall only say "{term}".',
  'I signed it "{term}", as ever.',
  "Or, in the words on my mug: {term}.",
  'They call after me in the street: "{term}!"',
];
