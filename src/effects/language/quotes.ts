// How one passes a text on with a comment, and how one begins a story in three parts.

/** Comments for one's own readers; `{n}` is a noun of the text passed on, `{from}` its author. */
export const quoteNouns: readonly string[] = [
  "Read this for the {n} alone.",
  "{From} on the {n}. I have nothing to add[.| and will add it anyway.|, and two aunts who will.]",
  "I did not expect to think about the {n} today, and now look at me.",
  "Passing this on because of the {n}.",
  "There are two kinds of people, those who know about the {n} and the rest of you.",
  "Nobody writes about the {n} like {from}.",
  "Hold this up next to anything I ever said about the {n}.",
  "Everyone should hear what {from} has to say about the {n}.",
  "I would like it read out, {n} and all, at [my wedding|the next meeting|half-time].",
  "The {n}! I had to put my [tea|bag|cousin] down.",
  "{From} is right about the {n} and wrong about everything else, and I am fond of both.",
  "File under: the {n}, further adventures of.",
  "This is about the {n}, and it is also about you, {from}, and perhaps about me.",
  "In years to come they will ask where we were when {from} wrote about the {n}.",
  "Someone had to bring up the {n}.",
  "I read this twice for the {n}, once for {from}.",
  "Everything I know about the {n} I know from {from}, and I am still alive.",
  "Cut out and keep: {from} on the {n}.",
  "My [mother|lodger|dentist] sent me this because of the {n}, without a word.",
  "If you only read one thing about the {n} before supper, read this.",
  "Somebody should set the {n} to music. {From} has done the words.",
  "We were talking about the {n} at the [barber's|bus stop|chip shop], and here it is in writing.",
  "Here is {from}, brave as ever, on the subject of the {n}.",
  "Whoever says nothing happens here has not heard about the {n}.",
  "I have put this up in the [hall|bus shelter|shop window], on account of the {n}.",
  "{From} has said it about the {n}, so that I do not have to.",
  "That makes two of us with the {n}, {from}.",
  "As seen from my window: much the same, but without the {n}.",
  "Look after {from}, and look after the {n}.",
  "I would not have put the {n} first, but I see why {from} did.",
  "For the file on the {n}, which is getting thick.",
  "The {n} again. I have started a [shelf|jar|club] for it.",
  "Everybody be quiet for a moment and think of the {n}.",
  "It is not every day that one reads about the {n} and feels [caught|taller|hungry].",
  "{From} writes about the {n} the way others [whistle|knock|salt soup].",
];

/** The same around any word or name, `{w}`. */
export const quoteWords: readonly string[] = [
  'Look out for "{w}", it comes when you least expect it.',
  'I would not have dared to write "{w}". {From} did.',
  'Read as far as "{w}" and then sit down.',
  'Say what you like about {from}, "{w}" is well put.',
  'My whole week is in that one word, "{w}".',
  '"{W}" is the part that stays with me.',
  'I showed this to the house. At "{w}" the house fell silent.',
  '{From} said "{w}", and I have been walking about with it since.',
  'For my part I stopped at "{w}" and looked out of the window.',
  'There is a whole novel in "{w}".',
  'You can tell a person by the way they say "{w}". I like this way.',
  '"{W}", they will say one day, and point at this.',
];

/** A story in three parts within one text: `{a}`, `{b}` and `{c}` are clauses about one subject. */
export const threads: readonly string[] = [
  "Three things about {topic}, in the order I found out. One: {a}. Two: {b}. Three: {c}.",
  "What {topic} taught me: {a}. Also, {b}. And, late in life, that {c}.",
  "A short course in {topic}. First, {a}. Second, {b}. For homework: {c}.",
  "Everyone asks me about {topic}. So: {a}. Then again, {b}. In the end, {c}.",
  "Morning: {a}. Noon: {b}. Evening, still on {topic}: {c}.",
  "I promised the barber a word on {topic}. It became three. {A}. {B}. {C}.",
  "A story in three parts about {topic}. Part one, {a}. Part two, {b}. There is no part three, except that {c}.",
  "Let me begin with the worst of {topic}: {a}. Better: {b}. Best of all, {c}.",
];
