// How a conversation goes on: looking back in it, changing its subject, ending it, and saying what it is about.

/** Back to what somebody said further up: `{who}` is a name, `{n}` a noun of it. */
export const lookingBack: readonly string[] = [
  "And to think that it began with {who} and the {n}.",
  "{Who} started it, with the {n}.",
  "Let us not forget what {who} said about the {n}.",
  "I am still with {who} and the {n}.",
  "Was it not {who} who brought up the {n}?",
  "First {who} and the {n}, and now this.",
  "That is not what {who} said about the {n}.",
  "It fits in with the {n}, which we have from {who}.",
  "{Who} had a point about the {n}, you know.",
];

/** Back to what the one who is answered said further up. */
export const lookingBackAtYou: readonly string[] = [
  "You began with the {n}, remember.",
  "A moment ago it was the {n}.",
  "First you said the {n}, and now this.",
  "That does not go with what you said about the {n}.",
  "I have not forgotten what you said about the {n}.",
  "And the {n}? You have dropped it.",
];

/** Back to one's own words. */
export const lookingBackAtMe: readonly string[] = [
  "I meant what I said about the {n}.",
  "As I said of the {n}, and say again.",
  "I take back what I said about the {n}. Half of it.",
  "Think of what I told you about the {n}.",
];

/** Away from a noun that everybody has passed on. */
export const changing: readonly string[] = [
  "Enough about the {n}. What is new with you?",
  "We have worn out the {n}, {from}. Let us talk of something else.",
  "Leaving the {n} aside for a moment.",
  "The {n} {has} been talked about enough, I think. Something else.",
  "Before we talk the {n} to death: how are you, {from}?",
  "Let the {n} rest. I wanted to tell you something else.",
  "So much for the {n}. What I meant to say is this.",
  "I think I have no more to say on the {n}, {from}. Here is something new.",
  "We go round and round the {n}. I shall get off here.",
  "Good. And now something that has nothing to do with the {n}.",
  "May I change the subject, {from}? The {n} will forgive us.",
  "That was the {n}. Let me tell you something from here.",
  "Somebody else may have the {n} now. On my mind is this.",
];

/** The end of a long exchange. */
export const ending: readonly string[] = [
  "Let us leave the {n} at that, {from}.",
  "The last word on the {n} shall be yours, {from}.",
  "Well, that was all I had on the {n}. Until next time.",
  "We could go on about the {n} for ever. I have something on the stove.",
  "Good talk about the {n}. Until soon, {from}.",
  "I shall sleep on the {n} and say no more today.",
  "To be continued, {n} and all. My tea is getting cold.",
  "I think we have said what there is to say about the {n}.",
  "You have given me enough to think about with the {n}. Thank you, {from}.",
  "Done with the {n} for today, and no hard feelings.",
  "That will do about the {n}, {from}. Take care.",
  "The kettle calls. The {n} will keep until tomorrow, {from}.",
  "I give in about the {n}. You may tell people.",
  "Let us both get on, {from}, and leave the {n} in peace.",
  "My bus is coming. More about the {n} another day.",
  "You have won me over about the {n}, or tired me out. Either way, thank you.",
  "On the {n} we agree, then, or near enough.",
  "I shall say goodbye, {from}, while the {n} {is} still warm.",
];

/** To somebody who has just ended the exchange. */
export const farewells: readonly string[] = [
  "Take care, {from}. Mind the {n}.",
  "Keep well, {from}, and give my love to the {n}.",
  "Until tomorrow, {from}. I shall dream of the {n}.",
  "Right you are, {from}. The {n} can wait.",
  "Agreed, {from}. A good day to you and the {n}.",
  "Then I leave you to the {n}, {from}.",
  "Off you go, {from}. I shall keep an eye on the {n}.",
  "It was nice to talk about the {n}, {from}.",
  "And the best to you, {from}, {n} and all.",
];

export const endingCold: readonly string[] = [
  "That was my last word on the {n}, {from}.",
  "I have nothing to add about the {n}. Good day.",
  "You may keep the {n}. I am going home.",
  "We are done with the {n}.",
];

/** To somebody one cannot stand, who has said nothing to the point: `{n}` is from further up. */
export const backToThePoint: readonly string[] = [
  "We were talking about the {n}. Kindly stay with it.",
  "That is no answer about the {n}.",
  "And the {n}? I thought so.",
  "You have nothing to say about the {n}, then.",
  "It was about the {n}, {from}, and it still is.",
  "Words. I asked about the {n}.",
];

/** What a conversation is about: `{n}` its noun, `{who}` who began, `{others}` what came after, a finished sentence or nothing. */
export const summaries: readonly string[] = [
  "It is about the {n}. {Who} brought it up. {others}",
  "We are talking about the {n}, {from}. It began with {who}. {others}",
  "In short: {who} said something about the {n}. {others}",
  "You have missed the {n}. {Who} began. {others}",
];
export const summaryOthers: readonly string[] = [
  "Then {who2} came in with the {n2}.",
  "{Who2} answered with the {n2}.",
  "After that it was {who2} and the {n2}.",
];
export const summaryMine: readonly string[] = [
  "I only said a word about the {n2}.",
  "For my part I put in a word about the {n2}.",
];
/** Without a conversation to look back on. */
export const summaryAlone: readonly string[] = [
  "It was about the {n}, {from}. There is not much more behind it.",
  "I was going on about the {n}, {from}. You have not missed anything.",
  "The {n}, {from}. I should have said so at the beginning.",
];
