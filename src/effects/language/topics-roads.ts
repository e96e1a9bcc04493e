// Subjects of wheels and rails: buses, bicycles, parking, trains.
import type { Topic } from "./topic.ts";

const buses: Topic = {
  name: "buses",
  aliases: ["bus", "public transport", "bus driving", "the bus", "timetables"],
  emoji: "🚌",
  nouns:
    "bus buses timetable depot terminus pushchair gearbox route fare passengers driver " +
    "passenger ticket stop seat seats bell wheel mirror roundabout door trifle wipers",
  things:
    "the 14; the back seat; the bell; the timetable; the depot; the wipers; " +
    "the roundabout; the last bus",
  acts: [
    "wait/waited/waiting for a running passenger who was only [jogging|waving at a bee]",
    "carry/carried/carrying {n} wet umbrellas to lost property",
    "miss/missed/missing the last bus by the length of the bus",
    "ring/rang/ringing the bell one stop early and walk/walked/walking the rest with dignity",
    "hold/held/holding the door for a tuba",
    "ride/rode/riding to the terminus and back for the view",
    "thank/thanked/thanking the driver in front of the whole bus",
  ],
  facts: [
    "the bus is late until you are, and then it is early",
    "people who sit at the back are travelling, people at the front are going somewhere",
    "a bus that says sorry on the front is still looking at you",
    "every seat on the left has heard a break-up",
    "schoolchildren know the fare to the penny and the driver by his first name",
    "the roundabout adds four minutes, or nine if there is a goose",
  ],
  opinions: [
    "a timetable is a poem about what could be",
    "nobody should eat an egg below the second stop",
    "there ought to be a bell for passengers who are happy",
    "the front seat upstairs belongs to children and to widowers",
    "two buses at once is not twice as good",
    "saying thank you to the driver is the last election that matters",
  ],
  tales: [
    "A man got on the bus with a grandfather clock and paid for two. It struck at the town hall and everybody got off.",
    "{Who} asked if the 14 goes to the sea. It does not. They rode it to the end anyway, to be sure.",
    "The bell stuck on at the church and we arrived at the depot like a wedding.",
    "Lost property this week: {n} gloves, one crutch, a trifle. The trifle has been claimed twice.",
    "A woman fell asleep on a stranger's shoulder at the weir. He went round the whole route so as not to wake her.",
    "A boy waved at every bus from his window for a year. Today he got on one. He waved at the window.",
    "The wipers failed in the rain, so the front row called out the bends. We were early.",
  ],
  joys: [
    "the 14 came over the hill exactly when it said it would",
    "every light was green from the depot to the chapel",
    "a whole bus sang to a baby until it stopped",
    "someone kept the front seat for me with a hat",
    "the driver waited, actually waited, with the door open and the kettle-coloured evening behind him",
  ],
  woes: [
    "the 14 went past full, with a dog in my seat",
    "they have painted the timetable on the shelter and got it wrong in enamel",
    "a pushchair, a cello and a Christmas tree met at the door, and nobody would reverse",
    "the heater on the bus is either off or Egypt",
    "my ticket went out of the window, and then my hat went to look for it",
  ],
  fears: [
    "this bus is not the 14",
    "the bus behind us is also us",
    "I have rung the bell in my sleep again",
    "they will put the stop where the new timetable says it is",
  ],
  questions: [
    "who left a trifle upstairs on the bus, and is it soaked in anything",
    "when a bus says not in service, where does it think it is going",
    "is it rude to wave at the same bus twice",
    "does the goose on the roundabout have a name yet",
    "what is the bravest thing you have eaten on a bus",
  ],
};

const bicycles: Topic = {
  name: "bicycles",
  aliases: ["cycling", "bikes", "bike", "bicycle"],
  emoji: "🚲",
  nouns:
    "bicycle bicycles bike saddle pedal pedals puncture handlebars cyclist mudguard spoke " +
    "spokes chain pump tyre basket hill brakes brake bell lamp gear gears headwind patch " +
    "wind geraniums trousers lorry goose ladder tractor downhill meadow",
  things:
    "the chain; the back tyre; the saddle; the hill; the borrowed pump; the rear lamp; " +
    "third gear; my left brake",
  acts: [
    "patch/patched/patching the same tyre for the [fourth|seventh] time",
    "ride/rode/riding home one-handed with a [ladder|cake|goldfish]",
    "oil/oiled/oiling the chain and most of the [carpet|cat]",
    "chain/chained/chaining my bike to [a fence|another bike] that was about to leave",
    "push/pushed/pushing up the hill while pretending to admire the view",
    "overtake/overtook/overtaking a tractor for the first time in my life",
    "wave/waved/waving at a friend with my braking hand",
  ],
  facts: [
    "there is a headwind in both directions, and it has been measured",
    "a puncture waits until you are dressed for something",
    "the pump you lend comes back without its rubber and without a word",
    "every bicycle ends its life in the river or in a pub garden, full of geraniums",
    "brakes squeal at the very corner where your old teacher lives",
    "the hill out of town is steeper on the way to work",
  ],
  opinions: [
    "a basket on the front turns anyone into somebody's aunt",
    "a bicycle bell should say sorry and not move",
    "one gear is enough for a cyclist who knows when to get off",
    "the best bicycle is the one that nobody would steal",
    "white trousers and a chain are an argument with one ending",
    "a saddle knows you better than most dentists do",
  ],
  tales: [
    "Lent my bike to {who}. It came back with a new bell and a small dent neither of us has mentioned.",
    "Rode the bike past my own house twice because the downhill was going so well.",
    "The old doctor cycled to every birth in the valley, and you can still see his line through the meadow.",
    "A girl fixed my chain with a hair clip and told me, not unkindly, to look after my things.",
    "My bicycle was stolen on Friday and back on Monday with air in the tyres. I have left a thank-you on the saddle.",
    "I learnt to ride at [thirty-eight|fifty-one]. My teacher was nine. She still does not let go of the saddle in my dreams.",
    "A goose and I met on the towpath. One of us had a bell. The other had the towpath.",
  ],
  joys: [
    "the wind was behind my bicycle on the way out and had turned by the way home",
    "third gear went in without a scream from the chain",
    "I freewheeled from the chapel to the river and my hat stayed on",
    "the boys by the bridge said nice bike, and there was no second half to the sentence",
    "the patch on the tyre held for {n} miles",
  ],
  woes: [
    "the chain came off in front of the whole school",
    "someone has taken the saddle and left me the stalk",
    "the brake cable let go at the only moment I had plans for it",
    "my trousers are in the chain, and I am in the flower bed",
    "it has rained into the saddle, and the saddle has been saving it up",
  ],
  fears: [
    "the click is the frame of my bike",
    "I locked somebody else's bike to mine",
    "the front wheel is coming along out of habit",
    "the lorry behind me thinks my bike is a bollard",
  ],
  questions: [
    "who puts geraniums in a bike that still works",
    "is a cyclist in a tie going to court or to a wedding",
    "has anyone found a mudguard with sentimental value",
    "what do you say to a man you have rung your bicycle bell at for a mile",
    "which hill broke you, and do you still nod to it",
  ],
};

const parking: Topic = {
  name: "parking",
  aliases: ["traffic", "cars", "driving", "car"],
  emoji: "🚗 🅿️",
  nouns:
    "parking warden bollard hatchback windscreen kerb permit meter handbrake bumper car cars " +
    "space ticket driver clamp lane garage van sign signs bucket horn lights chair alley",
  things:
    "the one good space; the warden; the bollard by the bank; the meter; the residents' permit; " +
    "the orange van; the yellow line; the sign",
  acts: [
    "park/parked/parking beautifully and tell/told/telling [two people|a traffic cone]",
    "circle/circled/circling the square {n} times for a loaf of bread",
    "read/read/reading the sign three times and move/moved/moving the car anyway",
    "reverse/reversed/reversing into a bollard that has never hurt anyone",
    "feed/fed/feeding a stranger's meter out of pure spite for the warden",
    "leave/left/leaving a note on a windscreen and regret/regretted/regretting the second half",
    "defend/defended/defending the space with a [kitchen chair|bucket]",
  ],
  facts: [
    "the space is free until you indicate",
    "the sign by the chapel allows parking on the fifth Tuesday of a month",
    "a warden walks exactly as fast as a person eating an ice cream",
    "whoever parks across two spaces is always buying one thing",
    "the bollard by the bank has met every family in town",
    "people forgive a crime before they forgive a kitchen chair in the road",
  ],
  opinions: [
    "a car that long should need a second person to apologise for it",
    "the horn ought to cost a coin",
    "no driver who can park on the hill should be allowed to mention it",
    "a residents' permit is a love letter with a fee",
    "hazard lights are not a cloak",
    "any street is wide enough without a car in it",
  ],
  tales: [
    "The warden wrote himself a ticket by mistake and paid it the same day. He has not been the same since.",
    "{Who} has saved the space outside number six with a bucket since [1996|2003]. The bucket gets Christmas cards.",
    "I came back to find a note: nice parking. I have it on the fridge. It may have been sarcasm.",
    "Two drivers wanted one space and would not give way. A third parked in it. They are friends now.",
    "The meter ate my coin, then gave back two. I walked away quickly, as one does.",
    "An old man asked me to park his car for him. He has been driving round the square since lunch.",
    "The bollard was knocked over in the night and somebody had left it flowers by eight.",
  ],
  joys: [
    "there was a space outside the door, and I was in it, in one go, and somebody saw",
    "the warden looked at his watch, looked at me, and tied his shoe",
    "the meter had an hour left on it from a person I shall never meet",
    "I backed up the alley between two vans with a breath on each side",
    "they have taken the sign down, and nobody knows what is allowed, and it is going very well",
  ],
  woes: [
    "I got a ticket while I was buying the ticket",
    "the orange van is back and stands like a wall with hubcaps",
    "someone has boxed me in and gone to the cinema",
    "the permit costs more than what I paid for the car",
    "I kissed the bollard again, and this time there were witnesses",
  ],
  fears: [
    "I left the car on the market square and tomorrow is market",
    "the handbrake on this car is a suggestion",
    "the warden has learnt my number by heart",
    "the car park closes at eight and it was eight",
  ],
  questions: [
    "whose bucket is it, and can a bucket own a road",
    "what does the sign by the chapel mean, and has anybody ever been right",
    "how long may a van be in a street before it pays council tax",
    "does the warden have a first name",
    "who among us has not tried to open the wrong grey car",
  ],
};

const trains: Topic = {
  name: "trains",
  aliases: ["railways", "train", "railway", "model trains"],
  emoji: "🚂 🚉",
  nouns:
    "train trains railway railways platform locomotive signalman carriage compartment " +
    "conductor station signal whistle points guard tunnel rail rails luggage engine sleepers " +
    "branch buffet track suitcase derailment layout announcement journey stationmaster " +
    "express clock bench junction hat piano apple sandwich",
  things:
    "the 6.42; the signal box; platform two; the guard; the waiting room; the branch line; " +
    "the tunnel; the station clock",
  acts: [
    "wave/waved/waving at a goods train and count/counted/counting {n} wagons",
    "run/ran/running for a train that was going the other way",
    "share/shared/sharing a compartment with [a harp|a sleeping bishop|three ferrets]",
    "lay/laid/laying track round the leg of the piano",
    "announce/announced/announcing a delay to the cat in the correct voice",
    "miss/missed/missing the 6.42 and meet/met/meeting the whole 7.10",
    "paint/painted/painting a tiny stationmaster with a [single|borrowed] hair",
  ],
  facts: [
    "the branch line goes eleven miles and knows everyone on the way",
    "a train is never so quiet as when it stops for no reason in a field",
    "the station clock runs two minutes fast out of kindness",
    "people tell a stranger in a compartment what they never told their brother",
    "platform two gets the sun, which is why nobody minds the delay there",
    "you can hear rain coming by the sound of the goods train",
  ],
  opinions: [
    "a window seat behind a pillar should come with an apology and a painting",
    "no train journey is real without a sandwich you regret",
    "the quiet carriage is the loudest place on earth for a crisp",
    "a tunnel is the only honest part of a view",
    "model railways are the one government that runs on time",
    "nobody should walk along a platform faster than the train leaves it",
  ],
  tales: [
    "The guard held the 6.42 for a bride. She was early. She only wanted to see it leave.",
    "{Who} got off the train one station early thirty years ago, liked it, and stayed.",
    "My grandfather set his watch by the milk train, and went on doing it for years after there was none.",
    "We stopped in a field. A cow looked in. The conductor came through and checked the cow.",
    "A child asked the driver if he has to steer. He thought about it for a whole station.",
    "My model village has {n} people and one of them has fallen behind the wardrobe. The rest are coping.",
    "Someone left a suitcase on platform two with a note: not sad, just heavy.",
  ],
  joys: [
    "the 6.42 was there, warm and lit, with my seat in it",
    "the whole model railway ran for an hour without a derailment or an aunt",
    "the signalman waved to the train first",
    "we had the compartment to ourselves and all of the evening sun",
    "I heard the steam one whistle from the far side of the valley",
  ],
  woes: [
    "the train was replaced by a bus, and the bus was replaced by a rumour",
    "I stood on platform two for an hour beside a vending machine with one apple in it",
    "the cat has derailed the express, and there are survivors",
    "they mean to close the waiting room on account of the waiting",
    "my suitcase went to the coast without me and is having a lovely time",
  ],
  fears: [
    "this carriage comes off at the junction",
    "the announcement on platform two was about me",
    "the points are set for the coast",
    "I have been sitting on a bishop's hat since the junction",
  ],
  questions: [
    "why do we all look down the line, as if that brought the train",
    "who waters the geraniums on platform two",
    "does the guard still have the good whistle",
    "how long have you stood on a platform next to someone and said nothing",
    "is there anything lonelier than a replacement bus",
  ],
};

export const roads: readonly Topic[] = [buses, bicycles, parking, trains];
