// A subject that the lexicon does not know, such as a user's own: frames that fit any noun phrase.
import type { Topic } from "./topic.ts";

/** `{topic}` may be singular, plural or a gerund, so no verb in the present ever hangs on it. */
export const generic: Omit<Topic, "name" | "aliases" | "nouns"> = {
  emoji: "💭 🔎",
  things:
    "my {topic} notebook; that whole business with {topic}; the big book of {topic}; " +
    "my corner for {topic}; the drawer marked {topic}; the {topic} evening; my first love, {topic}",
  acts: [
    "explain/explained/explaining {topic} to [my aunt|a bus driver|two sceptical nuns]",
    "spend/spent/spending a whole evening on {topic} and burn/burned/burning the supper",
    "argue/argued/arguing about {topic} with a man who had only come to read the meter",
    "promise/promised/promising not to mention {topic} at table",
    "fill/filled/filling {n} pages with notes on {topic}",
    "lend/lent/lending somebody my only book on {topic}",
    "dream/dreamt/dreaming about {topic} and wake/woke/waking up with an opinion",
    "draw/drew/drawing a diagram of {topic} on the back of the gas bill",
    "give/gave/giving a talk on {topic} to {n} people and a spaniel",
  ],
  facts: [
    "everybody has an uncle who was once going to be big in {topic}",
    "half of what people say about {topic} they heard in a queue",
    "nobody comes to {topic} for the money, and those who did have gone again",
    "children ask the second question about {topic}, the good one",
    "the people who know most about {topic} are the last to bring it up",
    "you can talk about {topic} for an hour before someone asks what it is for",
    "beginners worry about {topic} and old hands worry about their knees",
    "there is a smell that I will always connect with {topic}, and it is coffee",
  ],
  opinions: [
    "{topic} should be taught between swimming and handwriting",
    "anyone who says that {topic} can be learnt in a weekend is selling the weekend",
    "the best thing about {topic} has always been the other people who cannot stop",
    "a little {topic} would have saved my cousin's marriage",
    "{topic} ought to be done with the sleeves rolled up",
    "one should never trust an expert on {topic} who has clean shoes",
    "there was more heart in {topic} before it had a car park",
    "a town without {topic} would be just houses",
  ],
  tales: [
    "{Who} stopped me {place} to talk about {topic}. We missed two buses and part of a parade.",
    "My father knew nothing about {topic}. He drove me there every week, {n} miles, and waited in the car with a flask.",
    "A girl asked me what {topic} was like. I began to explain, and then I just showed her. She stayed until dark.",
    "I met my oldest friend over {topic}. We disagreed about all of it, and we still do, on Thursdays.",
    "Found my first notes on {topic} in a shoebox. The spelling is awful, and every word of it is in love.",
    "At the party they asked what I do. I said {topic}. A man at the back put down his glass and said: at last.",
    "I gave up {topic} for a year. It was like living in a house without stairs.",
    "The teacher who told me to forget about {topic} sat in the second row last night. She took notes.",
  ],
  joys: [
    "I got something right in {topic} today that has been wrong for {n} years",
    "a stranger thanked me for what I once wrote about {topic}",
    "for an hour there was only {topic} and nobody looked at the clock",
    "my sister asked about {topic}, of her own accord, and then asked again",
    "the small local paper has printed my letter on {topic}, all of it",
    "somebody young fell for {topic} right in front of me",
  ],
  woes: [
    "another hour went into {topic}, and I have nothing to show but a stiff neck",
    "somebody explained {topic} to me at length, and got it the wrong way round",
    "they have cut the {topic} evening to make room for a seminar",
    "I mentioned {topic} at supper and the table cleared like a beach",
    "everything I knew about {topic} was out of date by the time I sat down",
    "my good notes on {topic} have been under a pot plant since the spring",
  ],
  fears: [
    "I have misunderstood {topic} from the beginning",
    "everybody has moved on from {topic} and forgot to say",
    "I only ever liked {topic} for the biscuits",
    "they will ask me about {topic} in front of people who know",
    "the best days of {topic} were the ones I slept through",
  ],
  questions: [
    "who got you into {topic}, and have you thanked them",
    "what would you say about {topic} in one breath",
    "does anybody ever finish with {topic}, or does one just stop turning up",
    "if you had to explain {topic} to a goat, where would you begin",
    "what is the one thing about {topic} that took you longest",
    "is it normal to lie awake over {topic}",
  ],
};
