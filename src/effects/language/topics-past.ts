// Subjects of yesterday: local history, ghosts, maps, clocks.
import type { Topic } from "./topic.ts";

const history: Topic = {
  name: "local history",
  aliases: ["history", "museums", "the museum", "archaeology", "genealogy", "archives"],
  emoji: "🏺 📜",
  nouns:
    "museum archive plaque charter tannery chronicle ledger bishop abbey history register " +
    "registers photograph mill duke grave graves coin jug dig plough parish cellar shard " +
    "shovel glove box diary button trench ledgers goose spoon tin nails sixpence roof wall",
  things:
    "the parish register; the blue plaque; the tannery; the duke's boot; the flood mark; " +
    "the charter; the abbey wall; box nineteen",
  acts: [
    "read/read/reading a parish register by [torch|candle] for the gossip",
    "dig/dug/digging up a [spoon|bishop's button|clay pipe] where the beans were",
    "label/labelled/labelling {n} nails 'nail' for the museum",
    "trace/traced/tracing my family back to a [goose thief|ferryman] and stop/stopped/stopping there",
    "photograph/photographed/photographing a wall and get/got/getting told about it by its owner",
    "correct/corrected/correcting the plaque with a small sticker",
    "open/opened/opening box nineteen and close/closed/closing it again",
  ],
  facts: [
    "the town was burnt down twice, both times by people trying to keep warm",
    "the duke stayed one night and complained of the pillow, and there are four plaques",
    "half the cottages on the hill are made of abbey",
    "in 1743 the parish paid a man sixpence to be less frightening",
    "every cellar on the square is joined to the next, and people would rather not know",
    "the flood mark on the mill is higher in the stories than on the wall",
  ],
  opinions: [
    "a plaque should say what it smelled like",
    "history is what your aunt said, with dates put in by men",
    "the losers of history kept better diaries",
    "a museum with no one dozing in it has not earned its bench",
    "the best archive is a biscuit tin that somebody was afraid to open",
    "nobody in history knew they were in it, and we might be kinder about that",
  ],
  tales: [
    "The register says: buried this day a stranger, well dressed. And below, another hand: we kept the hat.",
    "{Who} brought a Roman coin to the museum. It was a button, carried for {n} years, and it went straight back into the pocket.",
    "A school class drew the town as it was. One child drew it with nobody in, and a dog. Most accurate of the lot.",
    "In box nineteen there is one glove and a letter that asks for the other.",
    "We dug for the abbey and found last year's dig.",
    "An old woman stood in front of the mill photograph for an hour, then pointed at a girl at the back and said 'me'.",
    "My neighbour's garden wall has a bishop in it, sideways. She hangs her dishcloth on his nose.",
  ],
  joys: [
    "a name in the register matched the name on the spoon",
    "someone came in from the rain and stayed until closing to hear about the tannery",
    "the trench gave us a whole jug, handle and all, and we passed it round like a baby",
    "I found my great-grandmother in a court record, and she won",
    "the plaque is up at last, and spelled",
  ],
  woes: [
    "they have put a plaque on the wrong house, and the wrong house is pleased",
    "the roof leaks on the nineteenth century",
    "somebody threw out the ledgers to make room for a table-tennis table",
    "a man has polished the coin",
    "the old diary stops on the very day",
  ],
  fears: [
    "box nineteen in the archive was closed for a reason",
    "the goose thief runs in the family",
    "the car park is on top of the whole abbey",
    "the museum will get us wrong",
  ],
  questions: [
    "which of us gets a plaque, and for what, be honest",
    "has anyone's cellar got a door that nobody mentions",
    "who in the parish was less frightening for sixpence",
    "what would you put in a tin for the next museum",
    "where is the other glove from box nineteen",
  ],
};

const ghosts: Topic = {
  name: "ghosts",
  aliases: ["folklore", "legends", "the supernatural", "superstition", "paranormal"],
  emoji: "👻 🕯️",
  nouns:
    "ghost ghosts spirit spirits séance haunting skeleton graveyard churchyard attic nun " +
    "stair stairs candle midnight footsteps draught mirror lady owl moan shadow whisper",
  things:
    "the grey lady; the third stair; the attic; the cold spot; the nun; the mirror in the hall; " +
    "the other footsteps; the window on the landing",
  acts: [
    "hear/heard/hearing footsteps and offer/offered/offering them tea",
    "sleep/slept/sleeping with the light on, for the ghost's sake",
    "apologise/apologised/apologising to a ghost for sitting down",
    "follow/followed/following a cold draught to [the fridge|the bishop's tomb]",
    "lock/locked/locking the attic from the inside, by accident",
    "leave/left/leaving a [biscuit|crossword] out for the nun",
    "dare/dared/daring my nephew to knock and run/ran/running first",
  ],
  facts: [
    "the grey lady walks from the mill to the bank, where she once had an account",
    "the third stair creaks for the living only",
    "a haunted house sells slower but keeps its milk",
    "the chapel bell rings by itself on the first of March, and the verger is home by then",
    "cats see ghosts, dogs hear them, and lodgers pay less because of them",
    "the nun has been seen by {n} people, all of whom owed money",
  ],
  opinions: [
    "a ghost that only slams doors has no inner life",
    "no ghost haunts a place where it was happy, and that is a great pity",
    "a bedsheet was never a costume, it was a staffing problem",
    "the living make more noise on the stairs",
    "if you believe in the lottery you may not laugh at the nun",
    "a house without a ghost has simply not been listened to",
  ],
  tales: [
    "My aunt's house had a ghost who straightened the pictures. After it left we never got them level again.",
    "{Who} saw the grey lady at the bus stop and let her on first.",
    "We held a séance for my uncle. The glass spelled 'gas bill'. It was under the clock, unpaid.",
    "The children drew the ghost so well that he has not been back. I think he was hurt.",
    "A man stayed one night in the haunted room and came down thin. The bed is short, he said, that is all. He has left town.",
    "Something in the attic hums. It knows only hymns, so we leave it.",
    "The verger waved to a figure among the graves for {n} years. It was a tree. He still waves, it seemed rude to stop.",
  ],
  joys: [
    "the cold spot has moved to the pantry, which is a great saving",
    "the attic hummed the descant while we did the washing-up",
    "I wished the third stair goodnight, and it creaked back",
    "the grey lady has been seen smiling, by two people who do not speak",
    "somebody tucked me in, and I live alone with a ghost",
  ],
  woes: [
    "the ghost has stopped coming, and the house is just cold now",
    "the ghost has found the squeaky board and likes it",
    "the nun was a dressing gown, after all these years a dressing gown",
    "I told the cold spot everything and it moved in with next door",
    "they are doing ghost tours of my landing",
  ],
  fears: [
    "the breathing in the attic is not the boiler",
    "there was one more on the stairs than came down",
    "the mirror is a moment late",
    "the grey lady is waiting for somebody with my name",
  ],
  questions: [
    "who is on your stairs at ten past three",
    "do you leave the landing light on for yourself or for the ghost",
    "what would you haunt as a ghost, and would you be any good",
    "is a house still haunted if everybody is fond of the ghost",
    "has the verger told anyone that his ghost is a tree",
  ],
};

const maps: Topic = {
  name: "maps",
  aliases: ["map", "surveying", "geography", "cartography", "atlases", "land surveying"],
  emoji: "🗺️ 🧭",
  nouns:
    "map maps compass contour contours surveyor theodolite ordnance cartographer tripod " +
    "survey boundary footpath footpaths legend scale chain landmark coordinates border stile " +
    "milestone grid path ford island village stone field fields hedge fence north sheep " +
    "satellite kitchen pond",
  things:
    "the compass; the fold in the middle; sheet forty-one; the boundary stone; the tripod; " +
    "the contour above the chapel; the old survey; the measuring chain",
  acts: [
    "measure/measured/measuring a field that has been a different size since the divorce",
    "fold/folded/folding a map correctly, in front of people",
    "walk/walked/walking the boundary with [a stick|a sandwich|two liars]",
    "correct/corrected/correcting north by {n} paces",
    "draw/drew/drawing a map of everyone I have said sorry to",
    "follow/followed/following a dotted line into somebody's kitchen",
    "stand/stood/standing on the exact spot and find/found/finding a hen on it",
  ],
  facts: [
    "the parish is one field short, and the field knows where it is",
    "no map folds the same way after an argument in a car",
    "the path by the abbey is on every sheet and under every cow",
    "magnetic north moves a little each year, and so does the pub's front door",
    "somewhere on sheet forty-one a surveyor signed his name as a stream",
    "a boundary stone wanders about a foot per generation towards the poorer farm",
  ],
  opinions: [
    "a map without a coffee ring has not been anywhere",
    "the blue dot on a telephone has ended the noble art of being wrong together",
    "scale is a moral question",
    "anyone may be lost, but it takes a map to be lost precisely",
    "no border was ever drawn by someone who had to carry the shopping across it",
    "contours are the only handwriting the earth has",
  ],
  tales: [
    "I asked {who} the way to the ford, map in hand. A long silence. Then: I would not start with you.",
    "The old survey shows a house where there is only nettles. We dug down and found its doorstep, swept.",
    "My teacher drew the coast from memory every spring. The year his wife died he left out an island.",
    "Two farmers paid me to settle a hedge. I moved the line one foot. They both bought me supper, separately.",
    "A child's map {place} has only three places on it: Home, Dog, Not There.",
    "The tripod stood in the square for an hour, and {n} people asked what was going to be built. I said nothing would. Applause.",
    "Sheet forty-one has a village that does not exist. I know the man who added it. He was in love with the name.",
  ],
  joys: [
    "the last measurement of the survey closed on the first to within a thumb",
    "the path on the map was there on the ground, stile and all",
    "I stood on the hill with the map held up, and the two of them agreed",
    "we found the boundary stone under the ivy with its number still sharp",
    "the compass settled as if it had thought about it and was sure",
  ],
  woes: [
    "the river has moved, and the map will not hear of it",
    "they have closed the footpath and left the stile, which is now just furniture",
    "my chain is two links short, and so are {n} years of fields",
    "someone has used a good map to wrap a fish",
    "the satellite map says my kitchen is in the pond",
  ],
  fears: [
    "I have been holding the map the other way up since the chapel",
    "the dotted line on the map was a crease",
    "the fence is right and my survey is wrong",
    "there is no ford and the map knows it",
  ],
  questions: [
    "which way do you turn the map when you go south",
    "who moved the boundary stone, and was it heavy on the conscience",
    "is a footpath still a path if only sheep believe in it",
    "how far is a stone's throw, I have one and am asking for a form",
    "what would you leave off a map of this town",
  ],
};

const clocks: Topic = {
  name: "clocks",
  aliases: ["watches", "watchmaking", "time", "horology", "clock repair"],
  emoji: "🕰️ ⏰",
  nouns:
    "clock clocks pendulum pendulums cuckoo escapement mainspring watchmaker dial watch " +
    "watches tower spring springs chime weight cog cogs tweezers winding screw screws snooze",
  things:
    "the tower clock; the cuckoo; the pendulum; the long hand; my father's watch; " +
    "the mainspring; the tweezers; the clock that runs backwards",
  acts: [
    "wind/wound/winding {n} clocks on Sunday and meet/met/meeting myself coming back",
    "oil/oiled/oiling a hinge the size of a comma",
    "drop/dropped/dropping a screw into the [carpet|soup|other watch]",
    "set/set/setting the tower clock by the [radio|smell of rolls]",
    "silence/silenced/silencing a cuckoo with a sock",
    "take/took/taking a watch apart and have/had/having one piece over",
    "listen/listened/listening to a pendulum with a stick held to my teeth",
  ],
  facts: [
    "the tower clock has four faces and they are not on speaking terms",
    "two pendulums on one wall end up in step, like old couples",
    "a stopped watch is brought in on the day after a funeral and never before",
    "there is always one screw left over, and the watch always runs",
    "a cuckoo sounds surprised every hour of its life",
    "in winter the tower loses a minute a day, and nobody misses it",
  ],
  opinions: [
    "a clock that is five minutes fast is lying for love",
    "nobody needs the second hand of a watch except for eggs and births",
    "the snooze button is how we got where we are",
    "a watch should be heavier than the excuse",
    "any house with one clock is on time, and any house with two is in discussion",
    "silence between two ticks is the only thing that is really now",
  ],
  tales: [
    "A woman had her husband's watch stopped at the minute he retired. It is for looking at, she said, not for knowing.",
    "{Who} brought a clock that only stops on Sundays. I found a sermon folded under the weight.",
    "I mended the cuckoo for a little girl. She brought it back next day: it says it too loudly now, and to everyone.",
    "The tower struck thirteen at noon. People were very good about it and had a longer lunch.",
    "Inside an old watch the last mender had scratched: do not trust the third wheel. He was right.",
    "My grandfather wound all the clocks before he went into hospital, and they ran down one by one. We let them.",
    "A burglar took the clocks and left the silver. They say he was only late for something.",
  ],
  joys: [
    "all {n} clocks struck together, and the cat left the room",
    "the dead watch gave one tick, and another, and then went on as if nothing had been said",
    "I found the watch screw in my own turn-up",
    "the tower was right to the second when the train came in",
    "the old pendulum took up again with the swing it had before the war",
  ],
  woes: [
    "the spring went across the room, and I heard it land in {n} places",
    "the tower stopped at ten to four, and half the town is still at lunch",
    "someone has shaken the clock to see whether that helps",
    "they sent me a watch with no works in it, only a photograph of works",
    "the cuckoo has come out and will not go home",
  ],
  fears: [
    "I set the tower by the wrong radio",
    "there were two screws over from the watch",
    "the tower clock has been at ten to four for longer than that",
    "the ticking does not come from a clock",
  ],
  questions: [
    "what time is it by your kitchen clock",
    "who taught the cuckoo that word",
    "how early must one be at the station clock before it is just living there",
    "do you wind the clock at night or does it wind you",
    "has anybody got the hour we lost in spring",
  ],
};

export const past: readonly Topic[] = [history, ghosts, maps, clocks];
