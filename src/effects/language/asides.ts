// What a trait adds: short remarks by which a person is known.

export interface TraitFamily {
  /** Words in a trait or a tone that belong to the family. */
  readonly signs: readonly string[];
  readonly asides: readonly string[];
  /** Stances that a person of this kind takes more often when answering. */
  readonly stances: readonly Stance[];
}

export type Stance =
  | "agree"
  | "doubt"
  | "ask"
  | "tease"
  | "console"
  | "fact"
  | "thank"
  | "answer"
  | "share";

export const traitFamilies: readonly TraitFamily[] = [
  {
    signs: ["dry", "deadpan", "laconic", "wry", "ironic", "understated"],
    asides: [
      "I was moved, in the sense of one chair to the left.",
      "There was no applause, and rightly.",
      "I contained my feelings. They did not take up much room.",
      "It was, on a scale of one to ten, a scale.",
      "Spirits were [high|present|in a cupboard].",
      "I have known [funerals|tax returns] with more dancing.",
    ],
    stances: ["tease", "doubt"],
  },
  {
    signs: ["warm", "kind", "caring", "gentle", "generous", "motherly", "empathetic", "friendly"],
    asides: [
      "Mind how you go, all of you.",
      "If somebody is on their own with this, my [door|kettle|porch light] is on.",
      "You are doing better than you think, [love|you lot|all of you up the hill].",
      "I have put a [portion|chair|slice] aside for whoever needs it.",
      "Somebody needs to hear this today, and here it is.",
      "There is a blanket for anybody who is cold.",
    ],
    stances: ["console", "thank", "agree"],
  },
  {
    signs: ["curious", "inquisitive", "nosy", "scientific", "explorer"],
    asides: [
      "Why, though? I have [a ladder|a notebook|all evening] and I mean to find out.",
      "I tried it the other way round as well. For science.",
      "Somebody must have been the first to wonder about that.",
      "I have {n} more questions and a torch.",
      "What happens if you do it [backwards|at night|with a spoon]?",
      "I took one apart to see. I have some of it left.",
    ],
    stances: ["ask", "ask", "fact"],
  },
  {
    signs: ["grumpy", "gruff", "cantankerous", "irritable", "blunt", "cynical", "bitter"],
    asides: [
      "Do not make it into a thing.",
      "And before anybody says so: no.",
      "It was better with the old [door|curate|paint].",
      "I am saying this once, with my hat on.",
      "People will tell me to cheer up. People have tried.",
      "The young may [laugh|sit down|look it up].",
    ],
    stances: ["doubt", "doubt", "tease"],
  },
  {
    signs: ["proud", "ambitious", "confident", "vain", "boastful", "competitive", "driven"],
    asides: [
      "I do not wish to boast. I wish to be asked.",
      "Number nine has not managed it. I checked through the hedge.",
      "There is a [cup|shelf|certificate], if anybody would like to see it.",
      "Second place is a nice word for the person in front of third.",
      "I practised when nobody was looking, and then I made them look.",
      "My personal best stands at {n}.",
    ],
    stances: ["tease", "share"],
  },
  {
    signs: ["dramatic", "theatrical", "flamboyant", "passionate", "expressive"],
    asides: [
      "I clutched the [banister|curtain|milk].",
      "Somewhere an organ played, or should have.",
      "Tell them that I was brave.",
      "I staggered. There was no need, but I staggered.",
      "One day there will be an opera, with a part for the [dog|plumber].",
      "Exit, pursued by [a neighbour|the bill].",
    ],
    stances: ["console", "share"],
  },
  {
    signs: ["precise", "pedantic", "meticulous", "orderly", "methodical", "exact", "analytical"],
    asides: [
      "To be exact, it was {n} minutes, not counting the stairs.",
      "I have it in a table, with a column for remarks.",
      "There is a difference, and the difference is [two millimetres|a comma|the whole point].",
      "Measured twice, since you will ask.",
      "See also [page forty|the footnote|my letter of the third].",
      "I round down. Others round up, and look at them.",
    ],
    stances: ["fact", "doubt"],
  },
  {
    signs: ["nostalgic", "sentimental", "old-fashioned", "traditional", "wistful"],
    asides: [
      "It used to come in [tins|blue paper|sixpenny bags].",
      "We had [one between five|none at all|a better one] when I was small, and we sang.",
      "I can still smell the [hallway|wax|gas lamp].",
      "My mother had the very same, in green.",
      "There was a [tram|dance hall|sweet shop] just there, in my day.",
      "Nobody wears a hat to it any more.",
    ],
    stances: ["share", "agree"],
  },
  {
    signs: ["optimistic", "cheerful", "sunny", "upbeat", "enthusiastic", "hopeful", "positive"],
    asides: [
      "And it is only [Monday|the beginning|the first try]!",
      "It can only get better, or at least funnier.",
      "The glass is half full and there is a second glass.",
      "I am [packing|baking|warming up] already, in case.",
      "Things come round. Look at [flares|the swallows|beetroot].",
      "Tomorrow we do it with a flag.",
    ],
    stances: ["agree", "thank"],
  },
  {
    signs: ["sarcastic", "witty", "cheeky", "mischievous", "playful", "humorous", "funny"],
    asides: [
      "I would explain the joke, but the joke is [on the council|my cousin|asleep].",
      "My lawyer has advised me to wink.",
      "If found, return to the nearest [pub|adult|nun].",
      "No [gnomes|aunts|bank managers] were harmed.",
      "I have a straight face. It is at the cleaner's.",
      "You did not hear it from me, you read it.",
    ],
    stances: ["tease", "tease", "ask"],
  },
  {
    signs: ["superstitious", "mystical", "spiritual", "dreamy", "eccentric"],
    asides: [
      "I touched [wood|iron|the door frame] as I wrote that.",
      "There were two magpies, so it ought to go well.",
      "My left palm itched, and it was right the last time.",
      "The moon was wrong for it, but one cannot always wait.",
      "I threw a pinch of salt over the [shoulder|cat|fence].",
      "I saw it in the tea leaves, next to a small horse.",
    ],
    stances: ["doubt", "share"],
  },
  {
    signs: ["shy", "quiet", "reserved", "introverted", "modest", "humble"],
    asides: [
      "I nearly did not post this.",
      "You need not answer. I am only putting it down here.",
      "I said it to the [wall|hens|mirror] first.",
      "I would have told you in person, but there were people.",
      "Forgive the length, I have been saving up.",
      "I shall go back to my corner now. It is a good corner.",
    ],
    stances: ["thank", "agree"],
  },
  {
    signs: ["stubborn", "determined", "headstrong", "principled", "tenacious", "brave"],
    asides: [
      "I shall do it again tomorrow, until it learns.",
      "They said it could not be done, and I did not ask who they were.",
      "I am not moving, and neither is my chair.",
      "A promise is a promise, even to a [hinge|goat|tree].",
      "Giving up is for people with better offers.",
      "You may try to stop me. Bring sandwiches.",
    ],
    stances: ["doubt", "answer"],
  },
  {
    signs: ["philosophical", "thoughtful", "wise", "reflective", "poetic", "melancholic"],
    asides: [
      "What one holds on to also holds on to one. I do not know if that is good.",
      "We are here for the length of a [match|bus ride|song].",
      "Perhaps everything is waiting to be looked at.",
      "I have thought about it for years, and it has not minded.",
      "There is always someone for whom it is the first time.",
      "A day is a room. One should sweep it and leave the window open.",
    ],
    stances: ["fact", "share"],
  },
  {
    signs: ["thrifty", "practical", "pragmatic", "resourceful", "sensible", "handy", "frugal"],
    asides: [
      "Cost me [nothing|forty pence|a cabbage].",
      "A bit of string would have done it.",
      "I kept the box. One keeps the box.",
      "It only wants [oil|a washer|turning round].",
      "You can get it cheaper behind the garage, ask for Len.",
      "Waste not, said my aunt, and wore curtains.",
    ],
    stances: ["answer", "fact"],
  },
  {
    signs: ["impatient", "energetic", "hyperactive", "restless", "lively", "impulsive"],
    asides: [
      "Right, what is next?",
      "I wrote this on the stairs, both ways.",
      "I have {n} other things on the stove.",
      "Come on, come on, come on.",
      "Slept four hours, feel like [a trumpet|spring|nine people].",
      "Cannot stop, I am already late for the next bit.",
    ],
    stances: ["ask", "answer"],
  },
  {
    signs: ["anxious", "nervous", "worried", "cautious", "worrier", "timid"],
    asides: [
      "I have the number of the [fire brigade|plumber|bishop] by the phone.",
      "Better [two jumpers|a spare key|a second lamp] than sorry.",
      "Somebody should hold the ladder. There is no ladder, I just feel it.",
      "I shall believe it when it has stayed up for a week.",
      "Insured? Yes. Sure? No.",
      "I made a [copy|will|sandwich], in case.",
    ],
    stances: ["ask", "console"],
  },
  {
    signs: ["forgetful", "scatterbrained", "absent-minded", "chaotic", "clumsy", "messy"],
    asides: [
      "There was a second part to this. It will come to me in the bath.",
      "I wrote the rest on my hand, and then I washed up.",
      "If you find a [glove|glasses case|trombone], it is mine.",
      "I had a point when I sat down.",
      "Who put my keys in the [butter|piano|other coat]? Well, me.",
      "I told you this already, or I told the parrot.",
    ],
    stances: ["ask", "share"],
  },
  {
    signs: ["loyal", "honest", "sincere", "earnest", "reliable", "responsible", "dutiful"],
    asides: [
      "Somebody has to turn up, and I have the coat for it.",
      "My word on it, and my word is about all I own outright.",
      "You can count on me until half past nine.",
      "I stayed to the end and put the chairs away.",
      "If I am late, start without me, but I shall not be late.",
    ],
    stances: ["agree", "thank", "console"],
  },
  {
    signs: ["romantic", "charming", "flirty", "tender", "affectionate"],
    asides: [
      "I thought of somebody, and no, I shall not say who.",
      "It was the sort of light in which people propose.",
      "One day I shall tell her about it on a bench.",
      "I put a flower in the [buttonhole|letter box|toaster], to see what comes of it.",
      "My heart is a [launderette|revolving door|small dog]: warm, and always somebody in it.",
      "Somewhere two people are pretending not to wait for each other.",
    ],
    stances: ["thank", "console"],
  },
];
