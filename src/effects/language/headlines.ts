// How one reacts to the news when no single noun will do, and what it has to do with one's own life.

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
  "If I had a boat I would call it {term}.",
  "It comes down to this: {term}.",
  'Ask me again and I shall only say "{term}".',
  'I signed it "{term}", as ever.',
  "Or, in the words on my mug: {term}.",
  'They call after me in the street: "{term}!"',
];
