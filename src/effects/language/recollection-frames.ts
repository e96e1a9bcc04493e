// How one comes back to something: what somebody said, what one wrote or told oneself, what happened.
import type { Mood } from "./voice.ts";

/** `{who}` said something; `{n}` is a noun of it. Verbs avoid the present, since a noun may be plural. */
export interface Sayings {
  readonly noun: readonly string[];
  /** `{w}` is any word, in quotation marks. */
  readonly word: readonly string[];
}

/** What a third person said. */
export const heard: Sayings = {
  noun: [
    "Still thinking about what {who} said about the {n}.",
    "{Who} said something about the {n} the other day, and it has stayed with me.",
    "I keep coming back to what {who} wrote about the {n}.",
    "Ever since {who} brought up the {n}, I look at it all differently.",
    "I had a long think about {who} and the {n}.",
    "It was {who} who put the {n} into my head.",
    "I went to bed with what {who} said about the {n} and got up with it.",
    "What {who} said about the {n} came back to me on the stairs.",
    "I told them at home what {who} said about the {n}.",
    "Remember what {who} said about the {n}? I do.",
  ],
  word: [
    'What {who} called "{w}" came back to me today.',
    'I can still hear {who} say "{w}".',
    'Since {who} said "{w}" I have used the word twice myself.',
    'It was {who} who said "{w}", and I have not forgotten it.',
  ],
};

/** The same in a mood; the neutral and the content have no need of others. */
export const heardInMood: Readonly<Partial<Record<Mood, readonly string[]>>> = {
  elated: [
    "I told the whole street what {who} said about the {n}!",
    "Do you remember what {who} said about the {n}? I could sing it!",
    "It all began when {who} brought up the {n}!",
    "I owe it to {who} and the {n}, and I shall say so!",
  ],
  gloomy: [
    "What {who} said about the {n} has stayed with me, like damp.",
    "I lay awake over what {who} said about the {n}.",
    "{Who} said something about the {n}. I had no answer then, and have none now.",
    "I think of what {who} said about the {n} more often than I should.",
  ],
  irritated: [
    "I have not forgotten what {who} said about the {n}.",
    "{Who} had to bring up the {n}, and now I cannot get rid of it.",
    "What {who} said about the {n} still annoys me.",
    "And another thing: {who} and the {n}. I am not done with that.",
  ],
  anxious: [
    "What did {who} mean about the {n}? I have read it four times.",
    "I cannot stop thinking about what {who} said about the {n}. Should I?",
    "Does anybody else keep thinking of {who} and the {n}?",
    "What if {who} was right about the {n}?",
  ],
};

/** What the one who is answered said before. */
export const heardFromYou: Sayings = {
  noun: [
    "You told me about the {n} once. I have not forgotten.",
    "I still think about what you said about the {n}.",
    "It is not long since you wrote about the {n}. I kept it.",
    "After what you said about the {n} I am not surprised.",
    "First the {n}, and now this. You lead a full life.",
    "That goes with what you once said about the {n}.",
    "And how did it end with the {n}? You never said.",
    "I remember you and the {n}.",
  ],
  word: [
    'You once said "{w}". I have not forgotten.',
    'I still have your "{w}" in my ear.',
    'It was you who said "{w}" the other day. I kept it.',
  ],
};

/** What a third person said, brought up in an answer. */
export const heardElsewhere: Sayings = {
  noun: [
    "{Who} said something about the {n} lately. You two should talk.",
    "It puts me in mind of {who} and the {n}.",
    "Ask {who} about the {n}, that is the same story.",
    "{Who} would bring up the {n} at this point.",
    "I have it from {who} that it all hangs together with the {n}.",
    "{Who} has been saying as much about the {n}.",
  ],
  word: [
    'As {who} said the other day: "{w}".',
    '{Who} would only say "{w}" to that.',
    'It was {who} who said "{w}". I thought of it just now.',
  ],
};

/** What a third person, or the one who is answered, has said of the very same thing. */
export const heardAlike = {
  elsewhere: [
    "{Who} said much the same the other day.",
    "You should hear {who} on that.",
    "{Who} had something to say about that as well.",
    "That is not what {who} says, but go on.",
    "I shall tell {who} that you said so.",
    "{Who} put it another way. I liked both.",
  ],
  you: [
    "You said something like it before. I have not forgotten.",
    "It is not the first time you bring that up, and rightly.",
    "We have been here before, you and I, and I do not mind.",
    "You said so the last time, too.",
  ],
  own: [
    "I said so myself the other day.",
    "I wrote as much, not long ago.",
    "It has been on my mind as well, as you may have read.",
    "I am glad that it is not only me who writes about it.",
  ],
} as const;

/** Frames by the spirits that one is in. */
export interface BySpirits {
  readonly plain: readonly string[];
  readonly high: readonly string[];
  readonly low: readonly string[];
}

/** What one wrote oneself. */
export const written: BySpirits = {
  plain: [
    "I wrote about the {n} the other day, and I stand by it.",
    "After what I wrote about the {n}, people nod at me in the street.",
    "I have had letters about the {n}. Two of them were kind.",
    "I said my piece about the {n} and thought that I was done. I was not.",
    "To come back to the {n} for a moment.",
    "You will remember that I wrote about the {n}. There is more.",
    "Somebody asked me whether I was serious about the {n}. I was.",
    "My last word on the {n} was not my last, as it turns out.",
  ],
  high: [
    "Remember what I wrote about the {n}? I was too modest!",
    "I wrote about the {n}, and I would write it again in capitals!",
    "They have read my words about the {n} out loud in the queue!",
    "There is more to say about the {n}, and I am the one to say it!",
  ],
  low: [
    "I read what I wrote about the {n} again. I would put it more mildly now.",
    "Nobody said a word to what I wrote about the {n}.",
    "I wish I had kept quiet about the {n}.",
    "I wrote about the {n}. It is still the same with it, or worse.",
    "Since I wrote about the {n} I have slept badly.",
  ],
};

/** What one told somebody. */
export const told: BySpirits = {
  plain: [
    "I told {who} about the {n}, and I am not sorry.",
    "I had a word with {who} about the {n}. We are both still here.",
    "I said to {who} what I had to say about the {n}, and slept well.",
    "{Who} has my opinion of the {n} in writing.",
  ],
  high: [
    "I told {who} about the {n}, and I would tell the king!",
    "You should have heard me and {who} on the {n}!",
    "I have talked to {who} about the {n}, and now I could lift a bus!",
  ],
  low: [
    "I hope {who} took it well, what I said about the {n}.",
    "I may have been too quick with {who} about the {n}.",
    "I lay awake over what I said to {who} about the {n}.",
    "I told {who} about the {n}. I should have left it.",
  ],
};

/** What happened, such as a headline remembered. */
export const happened: readonly string[] = [
  "I have not forgotten the {n}. Nobody has.",
  "That business with the {n} is not over yet, if you ask me.",
  "They have all stopped talking about the {n}. I have not.",
  "Since the news about the {n} I sleep with one ear open.",
  "I keep thinking about the news of the {n}.",
  "It is still all about the {n} wherever I go.",
  "People ask where I was when I heard about the {n}. I was in the bath.",
];

/** A whole sentence of one's own, `{s}`, and how one comes to it. */
export const lived: Readonly<Record<Mood, readonly string[]>> = {
  neutral: [
    "{s} I thought of it again today.",
    "Something came back to me today. {s}",
    "{s} I do not often speak of it.",
    "{s} Make of that what you like.",
    "I was asked what I remember. {s}",
  ],
  content: [
    "{s} I am glad to have it to think of.",
    "I smiled at it again this morning. {s}",
    "{s} It was worth it.",
    "{s} There are worse things to look back on.",
  ],
  elated: [
    "{s} Did I ever tell you? I am telling you now!",
    "I thought of it today and had to laugh! {s}",
    "{s} What a life this is!",
    "{s} I would not have missed it for the world!",
  ],
  gloomy: [
    "{s} I think of it more than I should.",
    "{s} It has been on my mind all day.",
    "When it gets dark I think of it. {s}",
    "{s} One does not get over everything.",
  ],
  irritated: [
    "{s} And nobody has ever said a word about it.",
    "{s} I have not forgotten, whatever they think.",
    "Since we are on the subject of patience. {s}",
    "{s} Try living with that.",
  ],
  anxious: [
    "{s} Why does that come back to me now?",
    "{s} I still dream of it. Do you have that too?",
    "I keep going over it. {s}",
    "{s} Was that a sign?",
  ],
};

/** One's own conclusion, `{s}`, in the first person. */
export const concluded: readonly string[] = [
  "I have been thinking. {s}",
  "What I have come to believe: {s}",
  "{s} I thought about it for some time.",
  "On a long walk it came to me. {s}",
  "{s} There, I have said it.",
];
