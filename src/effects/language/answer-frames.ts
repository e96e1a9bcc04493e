// How one answers, in the firm stances: agree, doubt, ask, tease.
import type { Stance } from "./asides.ts";

/**
 * Frames that take up one word of a text. `{n}` is a common noun without article, so that "the {n}" fits;
 * `{w}` is any word or name, which therefore stands in quotation marks; `{from}` is who said it,
 * `{mine}` a thing from the speaker's own world, `{x}` a clause about the subject. Verbs avoid the
 * present, since a noun may be plural.
 */
export interface AnswerFrames {
  readonly noun: readonly string[];
  readonly word: readonly string[];
}

const agree: AnswerFrames = {
  noun: [
    "You are right about the {n}, and I have [witnesses|the scars|a cousin who agrees|it in writing].",
    "Same here, down to the {n}.",
    "I could have written this, {n} and all.",
    "At last somebody says it about the {n}.",
    "On the {n} you and I see eye to eye, which is rare before [lunch|Thursday|the second pint].",
    "My [grandmother|dentist|old sergeant] said the same about the {n}, with [a spoon in her hand|her coat on|more swearing].",
    "Put me down on the side of the {n}.",
    "Word for word, {from}, and most of all the {n}.",
    "I was going to say that about the {n}, only worse.",
    "If there is a show of hands about the {n}, I have [two|both] up.",
    "I nodded at the {n} and then at the rest.",
    "You have put into words what I think about the {n} at [red lights|the sink|four in the morning].",
    "So it is not only me, with the {n}. I had begun to [wonder|worry|apologise to people].",
    "I second {from} on the {n}, and I third it.",
    "Show me the person who can argue with that about the {n}.",
    "The {n}, yes. A thousand times the {n}.",
    "I underlined the {n} twice and ran out of [pencil|page].",
    "Had I a hat on, {from}, I would take it off to you and the {n}.",
    "Nobody at [our table|the barber's|the bus stop] would say otherwise about the {n}.",
  ],
  word: [
    'I could not have found a better word than "{w}".',
    'When you said "{w}" I put down my spoon and nodded.',
    '"{W}", exactly. I have no other word for it either.',
    'You had me at "{w}", {from}.',
    'I would sign that, "{w}" and everything after it.',
    'Strike out the rest and leave "{w}". That is it.',
    'We have always said "{w}" in our family, and meant it.',
  ],
};

const doubt: AnswerFrames = {
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
    "It is always the {n} with you. Could it be the [weather|boiler|hat|full moon]?",
    "I would believe it of [the barber|my cousin|anyone], but not of the {n}.",
    "There are two sides to the {n}, {from}, and you have [sat on|painted] one of them.",
    "I asked around about the {n}. The answers were [long|mixed|mostly about you].",
    "The {n}? In this town? In this weather?",
    "Half of that I believe, and the half without the {n}.",
    "You may well be right, but you have been wrong about the {n} before.",
  ],
  word: [
    '"{W}" is a large word for a street this size.',
    'I stopped at "{w}" and had to start again.',
    'Is "{w}" what you meant, {from}, or what you felt?',
    'Some would say "{w}". I would want it in writing.',
    'I looked up "{w}" to be sure, and I am less sure.',
    'There is "{w}", and then there is what happened.',
    'You say "{w}" as if one could just say it.',
  ],
};

const ask: AnswerFrames = {
  noun: [
    "And what became of the {n}?",
    "Wait, go back to the {n}. [Who else was there?|Was it dark?|Say that part slowly.]",
    "How long has it been like this with the {n}?",
    "Did you tell anybody about the {n} before us?",
    "May I ask about the {n}? [Did you see it coming?|Is there a photograph?|Only if it is not too soon.]",
    "What did the {n} look like from where you stood?",
    "Is there more about the {n}, or do I have to come round?",
    "What would you have done without the {n}?",
    "Who else knows about the {n}?",
    "Would you do it again, {from}, {n} and all?",
    "Where were you when it happened, with the {n}?",
    "Has anyone drawn the {n}? [Would you?|In charcoal, perhaps?|I would hang it in the hall.]",
    "And does your [mother|landlady|dentist] know about the {n}?",
    "What does one wear to a thing like that, with the {n}?",
    "If I came on [Thursday|foot|the late bus], could I see the {n}?",
    "Whose idea {was} the {n}, yours or [the cat's|your aunt's|nobody's]?",
    "What did it sound like, {from}, the business with the {n}?",
    "Would you say that to the {n}, face to face?",
    "How does a person get so far with the {n}? I am asking [as a beginner|for my aunt|before I begin].",
  ],
  word: [
    'What do you mean by "{w}", {from}?',
    'Was "{w}" the word you wanted?',
    'Could you say more about "{w}"?',
    'And why "{w}", of all things?',
    'Who taught you to say "{w}" like that?',
    'Is that "{w}" as we use it here, or as they do on the hill?',
    'When did you first think "{w}", and were you sitting down?',
  ],
};

const tease: AnswerFrames = {
  noun: [
    "You and the {n}. It should be [a ballad|on the stage|looked into|a stamp].",
    "Somebody take the {n} away from this person.",
    "Not the {n} again. We had to [open a window|send for the curate|sit down] last time.",
    "I would pay [two pounds|good money] to watch you explain the {n} to a judge.",
    "Those of us who have seen you with the {n} will be thinking of the {n}.",
    "Do go on about the {n}, some of us are still awake.",
    "The {n} sent me a postcard. You were [mentioned|not mentioned|misspelled].",
    "I see {from} has found the {n}. Hide the [spoons|car keys|vicar].",
    "We shall put the {n} on your gravestone, in [gold|capitals].",
    "They are naming a cocktail after you and the {n}. It is mostly [ice|umbrella].",
    "You had one job, {from}, and it was the {n}.",
    "I read this to the {n}. [No comment so far.|There were remarks.|It could have gone worse.]",
    "Ladies and gentlemen, {from} and the {n}, every night until the [lease|money|lamp oil] runs out.",
    "If the {n} could talk, you would have to move.",
    "Careful, {from}, or they will put you and the {n} on the town sign.",
    "I have a [fiver|turnip|small goat] on the {n} to win.",
    "This is why nobody lets you near the {n} at weddings.",
    "A likely story, and I like the {n} in it best.",
  ],
  word: [
    'Only you could write "{w}" and get away with it.',
    'That is the {nth} time you have said "{w}" this week. I keep a tally.',
    '"{W}", says {from}, and half the street sits down.',
    'I have put "{w}" on a mug for you.',
    'You said "{w}" with your whole chest. I heard it from here.',
    'There goes {from}, dropping "{w}" like it was nothing.',
    'I dare you to say "{w}" at the counter of the bank.',
  ],
};

export const firmAnswers: Readonly<
  Record<Extract<Stance, "agree" | "doubt" | "ask" | "tease">, AnswerFrames>
> = { agree, doubt, ask, tease };
