// How one speaks to friends, to strangers and to people one cannot stand.

/** What frames a bond offers; `{from}` is the other's name, `{n}` a noun of the text answered. */
export interface BondFrames {
  /** Before an answer. */
  readonly openings: readonly string[];
  /** After an answer. */
  readonly closings: readonly string[];
}

export const friendly: BondFrames = {
  openings: [
    "There you are, {from}.",
    "Good to hear from you, {from}.",
    "Dear {from}, how good to read you.",
    "Oh, {from}, I was just thinking of you.",
    "You always cheer me up, {from}.",
    "Trust you to say so, {from}.",
    "{From}! How good that it is you.",
    "Bless you for that, {from}.",
    "I hoped that you would write, {from}.",
    "I read you first, {from}, as ever.",
    "Nobody puts it like you, {from}.",
    "{From}, old friend.",
    "If it is you who says it, {from}.",
    "From you I like to hear it, {from}.",
    "You make it sound easy, {from}.",
    "{From}, you have made my day.",
    "What a good thing that there is {from}.",
    "I was about to call on you, {from}.",
  ],
  closings: [
    "Come round soon, will you?",
    "I have kept a [chair|slice|cup] for you.",
    "Yours as ever, and you know it.",
    "What would I do without you?",
    "See you on [Thursday|Saturday], as always?",
    "You know where the key is.",
    "Give me a shout when you are passing.",
    "Mind how you go, dear friend.",
    "I owe you one, as usual.",
    "The usual place, the usual time?",
    "Bring your own cup, and bring news.",
    "Look after yourself, for my sake.",
    "I have something for you, when you come by.",
    "We are lucky to have you.",
  ],
};

/** For a friend in a bad mood, who is not warm but does not hide it. */
export const friendlyButTired: BondFrames = {
  openings: [
    "{From}, you are the only one I can say this to.",
    "To you I can say it, {from}.",
    "It is not you, {from}.",
    "I am not good company today, {from}.",
    "Only because it is you, {from}.",
  ],
  closings: [
    "It is good that you wrote.",
    "Stay a friend, I shall be better company soon.",
    "You I do not mind.",
    "Come by all the same, will you?",
  ],
};

export const strange: BondFrames = {
  openings: [
    "Forgive me for butting in.",
    "We have not met, I think.",
    "Excuse me for joining in.",
    "I hope you do not mind a stranger.",
    "If I may say a word here.",
    "Good day to you, {from}.",
    "I do not believe we have spoken before, {from}.",
  ],
  closings: [
    "Pleased to meet you, by the way.",
    "With kind regards from across the street.",
    "Please tell me if I am mistaken.",
    "I hope that was not too forward.",
    "Thank you for letting me ask.",
  ],
};

/** Between strangers and friends. */
export const growing: BondFrames = {
  openings: [
    "You again, {from}. I begin to look forward to it.",
    "We keep running into each other, {from}.",
    "I see we read the same things, {from}.",
    "Hello again, {from}.",
  ],
  closings: [
    "We should have a cup of tea one day, you and I.",
    "I am glad that we talk.",
    "It is nice to know somebody who asks.",
  ],
};

/** Whole answers to somebody one cannot stand: short, with a noun or a word of the text. */
export const cold = {
  noun: [
    "The {n}. If you say so.",
    "I have read about your {n}. I have no comment.",
    "We shall not agree about the {n}, {from}.",
    "Noted, the {n} and all.",
    "You and the {n}. I had hoped for a day off.",
    "I would rather hear about the {n} from somebody else.",
    "The {n} can speak for itself, {from}. It does not need you.",
    "Spare me the {n}.",
    "I have nothing to say about the {n}, least of all to you.",
    "That is your view of the {n}. There are others.",
    "Leave the {n} out of it, {from}.",
    "As far as the {n} goes, I do not believe a word.",
    "So now it is the {n}. What will it be tomorrow?",
    "I know what you think of the {n}. Everybody does.",
    "On the {n} you have been wrong before.",
    "Nobody asked you about the {n}.",
  ],
  word: [
    '"{W}". I see.',
    'I have read "{w}" and no further.',
    'You would say "{w}".',
    'Keep your "{w}", {from}.',
    'From you I expected "{w}", or something like it.',
    '"{W}" is one way to put it. It is not mine.',
    'I shall not answer to "{w}".',
  ],
} as const;

export const coldClosings: readonly string[] = [
  "That is all from me.",
  "Good day to you.",
  "I leave it there.",
  "You need not reply.",
  "And that is me being polite.",
  "We have been through this.",
];

/** Somebody one cannot stand, passed on with a comment. */
export const coldQuotes: readonly string[] = [
  "{From} on the {n}. Make of it what you like.",
  "This is what {from} thinks of the {n}. I say nothing.",
  "I pass this on for the {n}, not for {from}.",
  "Only so that you have seen it: {from} and the {n}.",
  "The {n}, according to {from}. I keep my distance.",
  "Somebody will have to tell {from} about the {n}. Not me.",
];

/** A friend passed on. */
export const warmQuotes: readonly string[] = [
  "My friend {from} on the {n}. Read it.",
  "I would know that voice anywhere: {from}, on the {n}.",
  "This is why I am fond of {from}: the {n}.",
  "{From} at {from}'s best, with the {n}.",
  "Be kind to {from}, and read this about the {n}.",
];

/** What two have been through: `{n}` is a noun of it. */
export const shared: readonly string[] = [
  "We have been through the {n} together, you and I.",
  "After the {n} nothing can part us.",
  "You and I know what we know, since the {n}.",
  "It is like the time with the {n}, do you remember?",
  "I still laugh about us and the {n}.",
  "Nobody but you knows how it was with the {n}.",
];
