// Subjects of a town: council, recycling, neighbours, gossip.
import type { Topic } from "./topic.ts";

const council: Topic = {
  name: "the council",
  aliases: ["council", "local politics", "town hall", "bureaucracy", "forms"],
  emoji: "🏛️ 📋",
  nouns:
    "council clerk agenda committee mayor councillor councillors petition motion budget " +
    "minutes consultation form forms stamp meeting vote drawer signature signatures letter " +
    "archive item photocopier gallery bench democracy complaint caretaker umbrella ribbon " +
    "chair counter paint cake step key tower silence",
  things:
    "the minutes; item nine; form 27b; the rubber stamp; the mayor's chain; the agenda; " +
    "the public gallery; the tea urn in committee room two",
  acts: [
    "file/filed/filing a complaint about the complaints box",
    "stamp/stamped/stamping {n} letters and one cuff",
    "attend/attended/attending a meeting about the length of meetings",
    "minute/minuted/minuting a silence of [forty seconds|two minutes], with names",
    "find/found/finding a petition from 1974 that has not yet been answered",
    "fill/filled/filling in form 27b to get form 27a",
    "second/seconded/seconding a motion by sneezing",
  ],
  facts: [
    "item nine is where the shouting is, so people come for item nine",
    "there is a form for everything except thank you",
    "the mayor's chain weighs as much as a goose and is about as easy to carry",
    "the public gallery holds twelve, or forty when it is about dogs",
    "a motion may be put off six times before it becomes a tradition",
    "the oldest letter in the tray is from a man complaining about delays",
  ],
  opinions: [
    "a town is run by whoever has the key to the photocopier",
    "any committee of more than five is a queue",
    "the budget should be read out by somebody with a good voice",
    "consultation is what you hold when you have already bought the paint",
    "the back row of the gallery does more for democracy than the front",
    "minutes should say who brought the cake",
  ],
  tales: [
    "The vote was tied, so they asked the caretaker. He said he would rather not, and that was carried.",
    "{Who} spoke for nine minutes against the new bench and then asked if it could face the river.",
    "Two councillors have shared one umbrella since [2009|the flood] and have never agreed on anything else.",
    "The agenda came out with item four missing. Everyone now wants item four.",
    "A child wrote to ask for a smaller step at the town hall. We built it. It is the only thing that ever came in under budget.",
    "They found the key to the tower in the drawer marked 'not the tower'.",
    "The mayor cut the ribbon and the ribbon turned out to be holding something up.",
  ],
  joys: [
    "the motion passed, all hands up, even the hand that never goes up",
    "somebody came to the counter to say it was all fine",
    "we got to any other business before dark",
    "the form fitted on one page, on both sides, with room for a biscuit",
    "item nine went through with laughter, and the minutes say so",
  ],
  woes: [
    "the consultation had one reply, and it was a drawing of me",
    "they have moved the meeting to the room with the drip",
    "form 27b has a box too small for any name in this county",
    "the stamp has dried out, so nothing official can happen",
    "item nine was put off again, and forty people had come in their good coats",
  ],
  fears: [
    "I seconded a motion without hearing it",
    "the letter went out with my first draft in it",
    "the petition is about me",
    "there is an item ten on the agenda",
  ],
  questions: [
    "who took the good chair from committee room two",
    "what did item four of the agenda say, and whom did it name",
    "can a goose be a matter for highways",
    "is there anyone who reads the notes at the end",
    "how many signatures does it take to get a lamp mended",
  ],
};

const recycling: Topic = {
  name: "recycling",
  aliases: ["bins", "rubbish", "waste", "sustainability", "environment", "repair"],
  emoji: "♻️ 🗑️",
  nouns:
    "bin bins recycling cardboard compost wheelie crate lorry lorries tip lid lids glass " +
    "collection kerb bottles sack jar jars skip plastic foil fox foxes calendar yoghurt sofa",
  things:
    "the green bin; the bin calendar; the lorry; the glass crate; the lid; the tip; " +
    "the cardboard; next door's bin",
  acts: [
    "rinse/rinsed/rinsing a yoghurt pot with more care than [my face|my hair]",
    "run/ran/running after the lorry in [one slipper|somebody's dressing gown]",
    "fold/folded/folding a cardboard box the size of a wardrobe",
    "rescue/rescued/rescuing a lamp from the tip and bring/brought/bringing it up as my own",
    "flatten/flattened/flattening {n} cartons, with names",
    "put/put/putting the wrong bin out and watch/watched/watching the whole street follow",
    "climb/climbed/climbing into the green bin for an earring",
  ],
  facts: [
    "one person in each street knows the bin days, and that person never gets a rest",
    "foxes prefer the houses with the better cheese",
    "the glass crate tells the road everything about your weekend",
    "the calendar changes after a bank holiday, and so do friendships",
    "a bin with a number painted on it has been stolen before",
    "there is nothing so quiet as a street that forgot it was glass",
  ],
  opinions: [
    "a bin put out the night before is a kind of hope",
    "nobody should have to wash a tin for a stranger, and yet",
    "the tip is the best shop in the county",
    "anyone who puts a pizza box in with the paper has given up on us",
    "wheelie bins are dogs for people who are out all day",
    "the lid should close, and so should the discussion",
  ],
  tales: [
    "The lorry men found my grandmother's ring in the compost. They hung it on the handle of the bin with a bow.",
    "{Who} puts the bins out for the whole terrace and has never once been seen doing it.",
    "Our bins blew down the hill and came to rest in order of size.",
    "There is a note on next door's bin: this is a bin. We have thought about it a lot.",
    "A fox sat on the lid and looked at me until I apologised.",
    "I took a clock to the tip and came home with two clocks and a man's opinion of my clock.",
    "The man at the tip keeps the dolls. He says somebody has to. They have their own shelf and a view.",
  ],
  joys: [
    "I heard the lorry, ran, and won",
    "the lid closed on the first try, with everything in it",
    "the man at the tip called my lamp a find",
    "it was glass day, and I had remembered, alone in the whole street",
    "somebody had brought my bin back up to the door and turned its handle the way I like",
  ],
  woes: [
    "they have left my bin with a sticker on it, in front of everyone",
    "the fox had the chicken, the bag and the better part of the hedge",
    "it was cardboard week, and we are all standing here with glass",
    "somebody has put a whole sofa in my recycling and left me the cushion",
    "the lorry came at five, by itself, like a thief with a flashing light",
  ],
  fears: [
    "it was blue bins this week and the whole street copied me",
    "my keys are in the lorry",
    "the fox is keeping a list",
    "they will look inside the sack and know about the biscuits",
  ],
  questions: [
    "is a teapot glass, if you mean it",
    "who has my lid, number forty on it, slightly chewed",
    "does a yoghurt pot go to heaven or to Leeds",
    "what bin week are we, and are you certain",
    "has anyone's bin come home with somebody else's name",
  ],
};

const neighbours: Topic = {
  name: "neighbours",
  aliases: ["neighbors", "my street", "community", "people", "hedges"],
  emoji: "🏘️ 🚪",
  nouns:
    "neighbour neighbours hedge doorbell stairwell landlady doorstep letterbox doorsteps " +
    "fence wall ladder parcel parcels street number gate lawn mower curtain curtains key " +
    "porch drill trumpet piano door steps beans van mat cough salt cup view soup",
  things:
    "the hedge; number nine; the party wall; the borrowed ladder; the parcel; the doorbell; " +
    "the fence; the curtain across the road",
  acts: [
    "take/took/taking in a parcel and guess/guessed/guessing what was in it for [an hour|two days]",
    "borrow/borrowed/borrowing a ladder and become/became/becoming the person with the ladder",
    "trim/trimmed/trimming exactly half a hedge",
    "wave/waved/waving at a neighbour who was closing a curtain",
    "water/watered/watering the plants at number nine, including the plastic one",
    "knock/knocked/knocking on the wall and be/was/being knocked at in return",
    "hide/hid/hiding behind the hedge from a chat I had started",
  ],
  facts: [
    "a hedge has two sides, and only one of them is ever cut straight",
    "the drill next door starts when you have just decided to forgive it",
    "a borrowed ladder is never returned, only visited",
    "every street has a house where the parcels live",
    "you learn a neighbour's name in the first week or never",
    "one curtain on the road moves for everything, and we would miss it",
  ],
  opinions: [
    "good fences make good neighbours, but a gap makes better ones",
    "nobody needs a doorbell with more than two notes",
    "a person who mows at eight has never been loved at nine",
    "soup over the fence is worth a year of good mornings",
    "a street party should be small enough to hear who is missing",
    "whoever salts the steps for everybody should be buried with a band",
  ],
  tales: [
    "The neighbours upstairs stopped arguing in May. We all miss the piano part.",
    "{Who} rings my bell by mistake twice a week, and now has a cup here.",
    "I went round to complain about the trumpet and came home with a trumpet.",
    "Number nine has painted the door yellow. There have been meetings.",
    "My neighbour and I have spoken only through the hedge for {n} years. I met him in the post office and did not know him.",
    "A parcel came for a man who died in the spring. We opened it together, the whole landing. It was walking boots.",
    "The twins at number four sold me my own doormat.",
  ],
  joys: [
    "there were beans on my step, tied with a shoelace, and no note",
    "the ladder came home",
    "the whole street came out to look at the same sunset and pretended to check the bins",
    "number nine played the slow one again with the window open",
    "somebody has cut my half of the hedge as well",
  ],
  woes: [
    "they have drilled through, and now we have a small view of each other",
    "my parcel is at number nine, and number nine is in Portugal",
    "the hedge has been cut to the height of an insult",
    "the new doorbell plays all of it, and twice",
    "somebody wrote clean me on my van and somebody else wrote please",
  ],
  fears: [
    "the neighbours can hear me practising being firm",
    "the plant I have been watering for a month belongs to the landlady and is silk",
    "it was my turn to salt the steps of the whole stairwell",
    "the curtain saw everything",
  ],
  questions: [
    "how long may you keep a ladder before it is yours in law",
    "who is leaving beans on doorsteps, and are they well",
    "is it odd to know a neighbour's cough and not his name",
    "what do you give a street for its birthday",
    "does anyone else say goodnight to the wall",
  ],
};

const gossip: Topic = {
  name: "gossip",
  aliases: ["rumours", "small talk", "people watching", "news", "hairdressing"],
  emoji: "👂 💇",
  nouns:
    "gossip rumour rumours hairdresser salon scandal engagement dentist fringe headscarf " +
    "secret secrets scissors queue whisper wedding story eyebrow widow witness bench dryer",
  things:
    "the rumour; the hairdresser; the bench outside the chemist's; the engagement; the fringe; " +
    "the story about the dentist; the second version; the post office queue",
  acts: [
    "start/started/starting a rumour and hear/heard/hearing it back by [lunch|four o'clock], improved",
    "sit/sat/sitting under the dryer and miss/missed/missing the best part",
    "keep/kept/keeping a secret for [a whole day|as long as the queue]",
    "deny/denied/denying a rumour that nobody had heard",
    "nod/nodded/nodding in the right places without a name to go on",
    "tell/told/telling the hairdresser everything but the fringe",
    "swear/swore/swearing on a [bun|pram] to say nothing",
  ],
  facts: [
    "a rumour walks from the chemist's to the weir in twenty minutes, ten if it is about money",
    "the hairdresser knows, and the dentist knows that she knows",
    "the second version of a rumour has a dog in it, and by the third there is a fire",
    "nobody lowers their voice for a kind rumour",
    "people who say they never gossip are the wholesale trade",
    "silence in the post office means that you have just come in",
  ],
  opinions: [
    "a secret needs one friend and one bench",
    "it is not gossip if you bring cake",
    "the best stories are told with a comb in the hand",
    "anyone can keep a secret, but it takes talent to lose one properly",
    "an eyebrow should count as a statement",
    "a town without rumours would have to talk about the weather and then leave",
  ],
  tales: [
    "I heard on the bench that I am moving to Spain. I have started to look forward to it.",
    "{Who} whispered a name to me, said 'you did not hear it from me', and I truly had not heard it.",
    "Two people told me the same secret about each other. I have put them next to one another at supper.",
    "She came to the hairdresser for a trim and left with a bob, a divorce and a dog.",
    "The engagement was off by ten, on by eleven, and at noon we learnt it was a different Susan.",
    "My aunt told one lie in her life, and it has a bench now with a plaque on it.",
    "A man {place} asked me if it was true about me. I said yes at once. It seemed to make his day.",
  ],
  joys: [
    "the rumour was true, and kind, and about people who deserve it",
    "I heard the rumour first and told it second, which is the polite order",
    "the whole salon fell silent for the good part",
    "somebody has been saying nice things behind my back, and it got round to the front",
    "the shy ones are engaged, and each of them told me the secret separately",
  ],
  woes: [
    "my own story came back to me with somebody else in it",
    "she told everyone my secret, and worse, she told it badly",
    "the hairdresser's dryer came on just at the name",
    "they have moved the bench, and nobody knows anything",
    "I was the last to hear the rumour, after the vicar, after the dog",
  ],
  fears: [
    "the salon stopped talking because it was me",
    "I nodded at the wrong name and two people are now married",
    "the fringe is a warning",
    "the gossip will be all over the weir by noon",
  ],
  questions: [
    "which Susan was the rumour about, and does the other one know",
    "what do we say to the dentist now that the salon knows",
    "is a secret still a secret once there is a song",
    "who told the bench, and who told whoever told it",
    "can an engagement be both off and on by law",
  ],
};

export const town: readonly Topic[] = [council, recycling, neighbours, gossip];
