// How the troubled and the overjoyed run through several posts: worry, complaint, triumph, elegy.
import type { Arc } from "./arcs.ts";

export const worry: Arc = {
  name: "worry",
  moods: ["anxious"],
  openers: [
    "I cannot get {topic} out of my head. May I think aloud?",
    "Is anybody else awake? It is about {topic}.",
    "I know I should not worry about {topic}. I have tried not to.",
    "Something about {topic} has been bothering me all day.",
  ],
  first: { beat: "fears", frames: ["What if {x}?", "Suppose that {x}?"] },
  middle: [
    { beat: "woes", frames: ["It began when {x}.", "You see, {x}. [And nobody said a word.|]"] },
    { beat: "fears", frames: ["And then: what if {x}?", "Or worse, what if {x}?"] },
    {
      beat: "deed",
      frames: ["I {did}, to calm down. It did not help.", "So I {did}. Was that wrong?"],
    },
    { beat: "questions", frames: ["And now I keep asking myself: {x}?", "Tell me honestly: {x}?"] },
    {
      beat: "facts",
      frames: ["They say that {x}. Is that meant to help?", "I keep telling myself that {x}."],
    },
  ],
  last: {
    beat: "facts",
    frames: ["All I am sure of is that {x}.", "At least {x}. I hold on to that."],
  },
  closers: [
    "Sorry for the length. Is it only me?",
    "Would somebody please say that it will be all right?",
    "I shall stop now. I think I shall stop now.",
    "Please tell me if you know more?",
  ],
};

export const complaint: Arc = {
  name: "complaint",
  moods: ["irritated", "irritated"],
  openers: [
    "I have had it up to here with {topic}, and you are going to hear why.",
    "A complaint about {topic}, in {parts} parts. I have kept copies.",
    "Do not get me started on {topic}. Too late.",
    "I have held my tongue about {topic} for long enough.",
  ],
  first: { beat: "woes", frames: ["To begin with, {x}.", "This morning: {x}.", "{X}."] },
  middle: [
    { beat: "opinions", frames: ["How often do I have to say it? {X}.", "Write it down: {x}."] },
    { beat: "tales", frames: ["It is not the first time. {x}", "And it goes on. {x}"] },
    { beat: "woes", frames: ["As if that were not enough, {x}.", "And on top of it {x}."] },
    {
      beat: "facts",
      frames: [
        "Everybody knows that {x}. Everybody except those in charge.",
        "Any child could have told them that {x}.",
      ],
    },
    {
      beat: "deed",
      frames: ["So I {did}, with my coat on.", "I {did} instead of shouting. Next time I shout."],
    },
  ],
  last: {
    beat: "opinions",
    frames: ["For the last time: {x}.", "I shall only say this: {x}.", "Put it on a sign: {x}."],
  },
  closers: [
    "No, I do not want to talk about it.",
    "I expect an answer in writing.",
    "That was the short version.",
    "I feel no better, thank you.",
  ],
};

export const triumph: Arc = {
  name: "triumph",
  moods: ["elated"],
  openers: [
    "You have to hear this about {topic}! All of it!",
    "I am going to tell you about {topic}, and I am going to tell it standing up!",
    "What a day for {topic}! From the beginning!",
    "{Parts} posts about {topic}, and they will not be enough!",
  ],
  first: { beat: "joys", frames: ["{X}!", "It happened: {x}!"] },
  middle: [
    { beat: "deed", frames: ["So I {did}! Just like that!", "And what did I do? I {did}!"] },
    { beat: "tales", frames: ["It gets better! {x}", "You know how it began? {x}"] },
    {
      beat: "opinions",
      frames: ["I have always said that {x}, and now who is laughing!", "Tell everyone: {x}!"],
    },
    {
      beat: "joys",
      frames: ["And then, as if that were not enough, {x}!", "Wait, there is more: {x}!"],
    },
    {
      beat: "facts",
      frames: ["And do you know why I love it? Because {x}!", "It is all true, you know: {x}!"],
    },
  ],
  last: { beat: "joys", frames: ["And at the very end {x}!", "And to crown it all, {x}!"] },
  closers: [
    "I shall never be quiet about {topic} again!",
    "Thank you for listening, I love you all!",
    "That is it! I am going out to hug a tree!",
    "Three cheers for {topic}!",
  ],
};

export const elegy: Arc = {
  name: "elegy",
  moods: ["gloomy"],
  openers: [
    "I have been sitting here thinking about {topic}.",
    "Nobody has to read this. It is about {topic}.",
    "It rained all day, and I thought about {topic}.",
    "There was a time when {topic} made me happy. I would like to write it down.",
  ],
  first: { beat: "woes", frames: ["{X}.", "Today {x}.", "It is only that {x}."] },
  middle: [
    { beat: "facts", frames: ["One forgets that {x}.", "I used to find it funny that {x}."] },
    { beat: "tales", frames: ["I keep thinking of this. {x}", "{x}"] },
    {
      beat: "woes",
      frames: [
        "And then {x}. [Of course.|It would.|]",
        "Before that, {x}. One could have seen it coming.",
      ],
    },
    {
      beat: "deed",
      frames: [
        "I {did}. [It made no difference.|There was nobody to tell.]",
        "I {did}, for want of anything better.",
      ],
    },
    {
      beat: "opinions",
      frames: ["I still believe that {x}. It does not help.", "They say that {x}. Perhaps."],
    },
  ],
  last: {
    beat: "facts",
    frames: ["And all the while {x}.", "What is left is that {x}.", "Still, {x}. It is something."],
  },
  closers: [
    "That is all. I shall put the light out.",
    "It does not matter. I wanted to have said it.",
    "Tomorrow I shall think of something else.",
    "Thank you for reading, if anybody did.",
  ],
};
