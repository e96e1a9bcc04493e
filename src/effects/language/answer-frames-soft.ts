// How one answers, in the soft stances: console, add a fact, thank, answer a question, share.
import type { AnswerFrames } from "./answer-frames.ts";
import type { Stance } from "./asides.ts";

const comfort: AnswerFrames = {
  noun: [
    "Oh, {from}. Not the {n}.",
    "I am sorry about the {n}. [There is soup|My door is open|I have cake|Bring your slippers].",
    "The {n} will look different in the morning, and so will you.",
    "Nobody could blame you for the {n}.",
    "Sit down, put the kettle on, and tell me about the {n} from the start.",
    "It gets quieter, about the {n}. Not soon, but it does.",
    "I know that feeling with the {n}. It passes on a [Thursday|bicycle|full stomach].",
    "You did what you could with the {n}.",
    "Leave the {n} for today. I shall come by with [plums|a flask|the dog].",
    "Others have lost more than the {n} and danced again.",
    "Poor you, and the poor {n}.",
    "I lit the [lamp|stove] for you and the {n}.",
    "We shall laugh about the {n} by [Christmas|harvest|Friday], and until then we need not.",
    "If it helps, {from}, I once cried over the {n} in [a bus shelter|a bakery|front of a bishop].",
    "There is no shame in taking the {n} to heart.",
  ],
  word: [
    'When you write "{w}" I want to bring you soup.',
    'Anyone who says "{w}" like that should not be on their own with it.',
    'I read "{w}" and put my coat on. I am round in ten minutes.',
    'There was a year when I said "{w}" every day. It ended.',
    'You can say "{w}" here, {from}. Nobody minds.',
    'Put "{w}" down for a while. It will still be there, but you will be rested.',
  ],
};

const fact: AnswerFrames = {
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
    "I had the {n} explained to me on a [ferry|roof|long bus ride]. In short, {x}.",
    "People laugh about the {n}, {from}, and yet {x}.",
    "There is an old saying about the {n}, which is that {x}.",
    "A footnote to the {n}: {x}.",
  ],
  word: [
    'On the subject of "{w}": {x}.',
    'To "{w}" I can only add that {x}.',
    'You say "{w}", I say {x}.',
    'Behind "{w}" there is always this: {x}.',
    'If it is to be "{w}", then remember: {x}.',
    'After "{w}" there should be a footnote: {x}.',
  ],
};

const thank: AnswerFrames = {
  noun: [
    "Thank you for the {n}. I needed that [today|more than soup|this week|and did not know it].",
    "I read the bit about the {n} out loud [to the cat|on the bus|in the queue|to my plants]. Thank you.",
    "Thanks to you I see the {n} with kinder eyes.",
    "This is why I keep coming back, {from}: for the {n}.",
    "Bless you for the {n}.",
    "I had a poor sort of day, and then your {n}. It turned.",
    "I have cut this out, with the {n}, and put it by the kettle.",
    "You did not have to tell us about the {n}, and you did. [It counts.|That is friendship.|Some would not have.]",
    "For the {n} alone I would buy you a [bun|pint|bench].",
    "That part with the {n} went straight to my knees.",
    "I was having a cross sort of morning until the {n}.",
    "You made the whole [waiting room|top deck|stairwell] smile with the {n}, through me.",
    "Whenever I think of the {n} now I shall think of {from}, fondly.",
    "The {n} got me through the [ironing|dentist's|long bit of the afternoon].",
    "I owe you one for the {n}. Do you like [plums|eggs|being waved at]?",
    "Some days one just needs somebody to mention the {n}.",
  ],
  word: [
    'Thank you for "{w}". I had been looking for that word all week.',
    'I wrote "{w}" on the fridge. Thank you, {from}.',
    'Nobody has said "{w}" to me in years. It was nice.',
    '"{W}" made me laugh into my soup, so thank you.',
    'I am keeping "{w}". You can have it back in spring.',
    'With "{w}" you have saved my [Tuesday|bus ride|supper].',
  ],
};

const answer: AnswerFrames = {
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
    "My aunt would say yes, my uncle would say no, and the {n} would [win|stay out of it].",
    "On a [Monday|full moon|good knee], certainly. The {n} permitting.",
    "You are asking the wrong person, {from}. Ask whoever had the {n} last.",
    "I tried that, with the {n}, in my youth. The mark is still [on the wall|on me].",
    "Yes and no, and with the {n} mostly and.",
  ],
  word: [
    'You ask about "{w}". The answer is yes, on weekdays.',
    'If by "{w}" you mean what I mean, then no.',
    '"{W}"? I have wondered too. We could wonder together.',
    'My answer begins with "{w}" and ends with a door.',
    'There is no good answer to "{w}", only a loud one.',
    'The short answer to "{w}" is no. The long one has a dog in it.',
  ],
};

const share: AnswerFrames = {
  noun: [
    "Funny, I had the same with {mine}, only without the {n}.",
    "You have the {n}, I have {mine}. [We should compare notes.|One of us ought to worry.|Let us never swap.|I would not know whom to pity.]",
    "I would swap you {mine} for the {n}, no questions asked.",
    "The {n} at yours, {mine} at mine. Something must be in the [water|air|biscuits].",
    "Your {n} and my troubles with {mine} ought to meet.",
    "That thing with the {n} happened to me too, except that it was {mine}.",
    "I told {mine} about the {n}. It went down [well|badly|like soup].",
    "Once it was {mine}, now it has to be the {n}. [When does one rest?|It never ends.|Next year it will be something else.|I blame the east wind.]",
    "I understood {mine} better after what you wrote about the {n}.",
    "Between the {n} and {mine} there cannot be much left to go wrong.",
    "If you had {mine}, you would not complain about the {n}.",
    "Reading about the {n}, I looked over at {mine} and felt [rich|caught|less alone].",
    "What the {n} did to you, {mine} did to me, in [March|front of people|slow motion].",
    "Come and see {mine}, {from}, and then say that again about the {n}.",
    "I thought only {mine} could do that to a person, and now the {n}.",
    "There ought to be a club for you with the {n} and me with {mine}.",
  ],
  word: [
    'I said "{w}" to {mine} just now. No reaction.',
    '"{W}" is how I feel about {mine}.',
    'Where you say "{w}", I look at {mine} and sigh.',
    'For you it is "{w}", for me it is {mine}.',
    'I know all about "{w}", I have {mine}.',
    'You and "{w}", me and {mine}. One could write a song.',
  ],
};

export const softAnswers: Readonly<
  Record<Extract<Stance, "console" | "fact" | "thank" | "answer" | "share">, AnswerFrames>
> = { console: comfort, fact, thank, answer, share };
