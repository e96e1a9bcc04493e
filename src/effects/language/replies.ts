// How one answers: frames per stance around a noun or a word of what was said.
import type { Stance } from "./asides.ts";

/**
 * Frames that take up one word of a text. `{n}` is a common noun without article, so that "the {n}" fits;
 * `{w}` is any word or name, which therefore stands in quotation marks; `{from}` is who said it,
 * `{mine}` a thing from the speaker's own world. Verbs avoid the present, since a noun may be plural.
 */
export interface AnswerFrames {
  readonly noun: readonly string[];
  readonly word: readonly string[];
}

export const answers: Readonly<Record<Stance, AnswerFrames>> = {
  agree: {
    noun: [
      "You are right about the {n}, and I have [witnesses|the scars|a cousin who agrees].",
      "Same here, down to the {n}.",
      "I could have written this, {n} and all.",
      "At last somebody says it about the {n}.",
      "On the {n} you and I see eye to eye, which is rare before lunch.",
      "My [grandmother|dentist|old sergeant] said the same about the {n}, with a spoon in her hand.",
      "Put me down on the side of the {n}.",
      "Word for word, {from}, and most of all the {n}.",
      "I was going to say that about the {n}, only worse.",
      "Yes. The {n} had that coming.",
      "If there is a show of hands about the {n}, I have two up.",
      "I nodded at the {n} and then at the rest.",
    ],
    word: [
      'I could not have found a better word than "{w}".',
      'When you said "{w}" I put down my spoon and nodded.',
      '"{W}", exactly. I have no other word for it either.',
      'You had me at "{w}", {from}.',
      'I would sign that, "{w}" and everything after it.',
    ],
  },
  doubt: {
    noun: [
      "Are we sure it was the {n}?",
      "I should like to hear this from the {n}.",
      "I was with you as far as the {n}.",
      "With respect, {from}, you were never fair to the {n}.",
      "That is not how I remember the {n}.",
      "Hm. The {n} I know would never.",
      "Somebody told me something quite different about the {n}.",
      "I doubt that the {n} meant it like that.",
      "One cannot put everything down to the {n}.",
      "And you saw the {n} with your own eyes, did you?",
      "Let us not be hasty about the {n}.",
      "It is always the {n} with you. Could it be the [weather|boiler|hat]?",
    ],
    word: [
      '"{W}" is a large word for a street this size.',
      'I stopped at "{w}" and had to start again.',
      'Is "{w}" what you meant, {from}, or what you felt?',
      'Some would say "{w}". I would want it in writing.',
      'I looked up "{w}" to be sure, and I am less sure.',
    ],
  },
  ask: {
    noun: [
      "And what became of the {n}?",
      "Wait, go back to the {n}. Who else was there?",
      "How long has it been like this with the {n}?",
      "Did you tell anybody about the {n} before us?",
      "May I ask about the {n}? Did you see it coming?",
      "What did the {n} look like from where you stood?",
      "Is there more about the {n}, or do I have to come round?",
      "What would you have done without the {n}?",
      "Who else knows about the {n}?",
      "Would you do it again, {from}, {n} and all?",
      "Where were you when it happened, with the {n}?",
      "Has anyone drawn the {n}? Would you?",
    ],
    word: [
      'What do you mean by "{w}", {from}?',
      'Was "{w}" the word you wanted?',
      'Could you say more about "{w}"?',
      'And why "{w}", of all things?',
      'Who taught you to say "{w}" like that?',
    ],
  },
  tease: {
    noun: [
      "You and the {n}. It should be [a ballad|on the stage|looked into].",
      "Somebody take the {n} away from this person.",
      "Not the {n} again. We had to open a window last time.",
      "I would pay [two pounds|good money] to watch you explain the {n} to a judge.",
      "Those of us who have seen you with the {n} will be thinking of the {n}.",
      "Do go on about the {n}, some of us are still awake.",
      "The {n} sent me a postcard. You were mentioned.",
      "I see {from} has found the {n}. Hide the [spoons|car keys|vicar].",
      "We shall put the {n} on your gravestone.",
      "They are naming a cocktail after you and the {n}. It is mostly ice.",
      "You had one job, {from}, and it was the {n}.",
      "I read this to the {n}. No comment so far.",
    ],
    word: [
      'Only you could write "{w}" and get away with it.',
      'That is the {nth} time you have said "{w}" this week. I keep a tally.',
      '"{W}", says {from}, and half the street sits down.',
      'I have put "{w}" on a mug for you.',
      'You said "{w}" with your whole chest. I heard it from here.',
    ],
  },
  console: {
    noun: [
      "Oh, {from}. Not the {n}.",
      "I am sorry about the {n}. [There is soup|My door is open|I have cake].",
      "The {n} will look different in the morning, and so will you.",
      "Nobody could blame you for the {n}.",
      "Sit down, put the kettle on, and tell me about the {n} from the start.",
      "It gets quieter, about the {n}. Not soon, but it does.",
      "I know that feeling with the {n}. It passes on a [Thursday|bicycle].",
      "You did what you could with the {n}.",
      "Leave the {n} for today. I shall come by with [plums|a flask|the dog].",
      "Others have lost more than the {n} and danced again.",
      "Poor you, and the poor {n}.",
    ],
    word: [
      'When you write "{w}" I want to bring you soup.',
      'Anyone who says "{w}" like that should not be on their own tonight.',
      'I read "{w}" and put my coat on. I am round in ten minutes.',
      'There was a year when I said "{w}" every day. It ended.',
      'You can say "{w}" here, {from}. Nobody minds.',
    ],
  },
  fact: {
    noun: [
      "A word on the {n}, since you bring it up: {x}.",
      "Apropos of the {n}: {x}.",
      "Speaking of the {n}: {x}.",
      "They do not tell you about the {n}, but {x}.",
      "Where the {n} {is} concerned, {x}.",
      "Strange that you mention the {n}, for {x}.",
      "I looked into the {n} once. The upshot: {x}.",
      "You forgot one thing about the {n}: {x}.",
      "To the {n} I would only add that {x}.",
      "It is the same with the {n} as with everything: {x}.",
    ],
    word: [
      'On the subject of "{w}": {x}.',
      'To "{w}" I can only add that {x}.',
      'You say "{w}", I say {x}.',
      'Behind "{w}" there is always this: {x}.',
      'If it is to be "{w}", then remember: {x}.',
    ],
  },
  thank: {
    noun: [
      "Thank you for the {n}. I needed that today.",
      "I read the bit about the {n} out loud [to the cat|on the bus|in the queue]. Thank you.",
      "Thanks to you I see the {n} with kinder eyes.",
      "This is why I keep coming back, {from}: for the {n}.",
      "Bless you for the {n}.",
      "I had a poor sort of day, and then your {n}. Thank you.",
      "I have cut this out, with the {n}, and put it by the kettle.",
      "You did not have to tell us about the {n}, and you did. Thank you.",
      "For the {n} alone I would buy you a [bun|pint|bench].",
      "That part with the {n} went straight to my knees.",
    ],
    word: [
      'Thank you for "{w}". I had been looking for that word all week.',
      'I wrote "{w}" on the fridge. Thank you, {from}.',
      'Nobody has said "{w}" to me in years. Thank you.',
      '"{W}" made me laugh into my soup, so thank you.',
      'I am keeping "{w}". You can have it back in spring.',
    ],
  },
  answer: {
    noun: [
      "Yes, but do not tell the {n}.",
      "No, and I asked the {n}.",
      "The short answer is the {n}. The long one needs a drink.",
      "Ask the {n}, I always do.",
      "It depends on who is paying for the {n}.",
      "I have a theory, and it begins with the {n}.",
      "In my family we do not discuss the {n}, so: probably.",
      "Only if the {n} agreed beforehand.",
      "I put it to the {n} once. Silence, which I took for a yes.",
      "Nobody knows. The last one who knew about the {n} moved to [Hull|Spain|the coast].",
      "Twice, and both times because of the {n}.",
      "I would say so, {from}, but leave the {n} out of it.",
    ],
    word: [
      'You ask about "{w}". The answer is yes, on weekdays.',
      'If by "{w}" you mean what I mean, then no.',
      '"{W}"? I have wondered too. We could wonder together.',
      'My answer begins with "{w}" and ends with a door.',
      'There is no good answer to "{w}", only a loud one.',
    ],
  },
  share: {
    noun: [
      "Funny, I had the same with {mine}, only without the {n}.",
      "You have the {n}, I have {mine}. We should compare notes.",
      "I would swap you {mine} for the {n}, no questions asked.",
      "The {n} at yours, {mine} at mine. Something must be in the [water|air].",
      "Your {n} and my troubles with {mine} ought to meet.",
      "That thing with the {n} happened to me too, except that it was {mine}.",
      "I told {mine} about the {n}. It went down well.",
      "Once it was {mine}, now it has to be the {n}. When does one rest?",
      "I understood {mine} better after what you wrote about the {n}.",
      "Between the {n} and {mine} there cannot be much left to go wrong.",
      "If you had {mine}, you would not complain about the {n}.",
    ],
    word: [
      'I said "{w}" to {mine} just now. No reaction.',
      '"{W}" is how I feel about {mine}.',
      'Where you say "{w}", I look at {mine} and sigh.',
      'For you it is "{w}", for me it is {mine}.',
      'I know all about "{w}", I have {mine}.',
    ],
  },
};

/** For a text without a word to take up, such as an emoji or nothing at all. */
export const toNoWords: readonly string[] = [
  "{from}, that says it all.",
  "Say more, {from}. Take your time.",
  "I read that three times, {from}, and it got better.",
  "Not a word from {from}, and still I know exactly what is meant.",
  "{From}, is that a yes?",
  "I would frame that, {from}.",
  "Somebody check on {from}. Or send cake.",
  "{From} has spoken, in a manner of speaking.",
  "I shall take that as a compliment, {from}.",
  "You and your long speeches, {from}.",
  "Quite so, {from}. I could not have put it shorter.",
  "{From}, I felt that [in my knees|through the wall|from here].",
];

/** For a text of small words only, quoted whole as `{w}`. */
export const toSmallWords: readonly string[] = [
  '"{W}", {from}? Go on.',
  'All you say is "{w}", {from}, and I have been up half the night with it.',
  'My answer to "{w}" has not changed, {from}.',
  '"{W}". There speaks {from}, and one should listen.',
  'I read your "{w}" out at supper, {from}. Nobody knew where to look.',
  'Is it "{w}" as in yes, {from}, or as in never?',
  'From anybody else "{w}" would not be enough, {from}.',
  '"{W}" is the shortest letter you have ever sent me, {from}.',
];
