// Subjects under the sky: birds, gardening, walking, the stars.
import type { Topic } from "./topic.ts";

const birds: Topic = {
  name: "birds",
  aliases: ["birdwatching", "birding", "ornithology", "pigeons"],
  emoji: "🐦 🪶",
  nouns:
    "bird birds heron robin swallow swallows swift swifts wren kingfisher binoculars pigeon " +
    "pigeons crow crows owl sparrow sparrows blackbird bittern gull gulls swan goose geese",
  things:
    "the heron; the robin on the spade; the swifts; the binoculars; the goose; the wren; " +
    "the one-legged gull; the feeder",
  acts: [
    "count/counted/counting {n} swifts over the tower and one paper bag",
    "follow/followed/following a wren into the [rectory|brambles|gents]",
    "identify/identified/identifying a rare chough, later a glove",
    "stand/stood/standing in a reed bed until my feet had a [pulse|tenant]",
    "fill/filled/filling the feeder for the squirrel, in effect",
    "imitate/imitated/imitating an owl and get/got/getting asked for money",
    "lend/lent/lending my binoculars to a man who only looked at windows",
  ],
  facts: [
    "the robin sings in the dark under the street lamp because it thinks it is late",
    "swifts sleep on the wing and come home on the same day in May",
    "a crow will remember your face and tell its children",
    "the heron belongs to nobody, and has his own step at the weir",
    "geese can tell a postman from a bishop by his walk",
    "there are exactly eleven sparrows in the bus station, and they know the 14",
  ],
  opinions: [
    "a pigeon is a dove that has had to work",
    "the wren is the loudest thing per ounce after my aunt",
    "no bird is brown if you look properly",
    "a bird you have only heard does not count, but it matters more",
    "a gull with a chip has solved more than most of us",
    "anyone who says 'just a sparrow' should be made to build one",
  ],
  tales: [
    "Held a stunned swift in my hat for an hour. Then it was gone, and the hat has been lighter ever since.",
    "{Who} rings me for each first swallow. We have no other subject. It is the best call of the year.",
    "The one-legged gull came to the christening and stood through all of it.",
    "Four of us lay in the reeds for a bittern. It walked past behind us. We heard about it from a child.",
    "A crow brings my neighbour things: a bolt, a bead, a hearing aid. Nobody has reported the hearing aid.",
    "My father could whistle a blackbird down. The year he went, one sat on the gutter and would not stop.",
    "The goose went in through the front of the library and out through the back. Eleven minutes. It was in biography.",
  ],
  joys: [
    "the swifts are back, all at once, and the sky has its edges again",
    "a wren sang from the handle of my own spade",
    "the heron let me pass at arm's length, as one lets a tradesman",
    "I saw the kingfisher, twice, and the second time it saw me",
    "an owl sat on the bus shelter in plain daylight, being admired",
  ],
  woes: [
    "the nest is empty, and the magpie is looking at the ceiling",
    "I got up at four and saw {n} pigeons and a jogger",
    "somebody has shot at the weathercock and missed the crows",
    "they have trimmed the hedge in the middle of a sentence",
    "the goose has my sandwich, my seat and my notebook",
  ],
  fears: [
    "those were the last of the swifts",
    "the crow has told the others about my hat",
    "the robin is counting on me for the whole winter",
    "the geese are going somewhere that we should be going",
  ],
  questions: [
    "has anybody counted the sparrows on platform two",
    "what did the crow bring you",
    "is it a rare bird if it is lost",
    "who taught the blackbird our telephone",
    "would you go, if you could just lift off the pond like a swan",
  ],
};

const gardening: Topic = {
  name: "gardening",
  aliases: ["garden", "allotment", "allotments", "plants", "flowers", "vegetables"],
  emoji: "🌱 🥬",
  nouns:
    "garden allotment allotments slug slugs dahlia dahlias compost greenhouse lettuce " +
    "courgette radishes marrow beans bean rose roses spade shed seed seeds weed weeds hose " +
    "tomato tomatoes leek leeks nettles rake bulb bulbs scarecrow lawn tulip hedgehog " +
    "potatoes label carrots rows olive tree",
  things:
    "the marrow; the compost; the slugs; the hose; the greenhouse; the good spade; " +
    "the rose by the door; plot seventeen",
  acts: [
    "plant/planted/planting {n} beans and raise/raised/raising one snail",
    "water/watered/watering the [neighbour's|plastic] roses with real feeling",
    "carry/carried/carrying slugs to the far hedge in a bucket, again",
    "prune/pruned/pruning the wrong tree to perfection",
    "weed/weeded/weeding the bed down to the [label|pipes]",
    "sit/sat/sitting in the shed during a shower that lasted until [supper|Thursday]",
    "sing/sang/singing to a dahlia and get/got/getting heard",
  ],
  facts: [
    "a slug can find its way home from the far hedge by Wednesday",
    "no seed comes up where you put the label",
    "beans climb to the left and nobody can talk them out of it",
    "the compost is warm in the middle, like people",
    "every allotment has one man who was there before the gate",
    "a marrow doubles its size while you are being modest about it",
  ],
  opinions: [
    "a lawn is a carpet that has to be apologised to",
    "weeds are only flowers with ambition",
    "nobody has ever needed more than one courgette plant",
    "the shed is a place of worship and should be taxed like one",
    "a rose without thorns would just be asking for it",
    "the best garden is the one you can hear a radio from",
  ],
  tales: [
    "The man on plot seventeen left me his spade. It fits my hand better than it should.",
    "Someone on the allotments sowed a row of seeds in secret. It says SORRY, in radishes.",
    "Somebody stole the scarecrow and left a better one. It has my coat on.",
    "My grandmother buried her letters under the rose. The rose was red the first year, then it calmed down.",
    "We had a gas leak, and they dug up the bed. The men put every tulip back in order of height.",
    "I entered a leek in the show. It came third, behind two leeks from my own compost.",
    "A hedgehog sleeps in the pot meant for the olive. The olive has been told.",
  ],
  joys: [
    "the first bean is up, bent over, with the soil still on its head",
    "the rose by the door has flowered as it did for my mother",
    "I dug one plant and there were {n} potatoes under it, like a family photograph",
    "the rain came the minute I had the seeds in",
    "the dahlias are out, shameless, all of them",
  ],
  woes: [
    "the slugs ate the lettuce, the marigolds and the slug trap",
    "the hose has come off the tap and on to the vicar",
    "it froze the beans at the end of May, on purpose",
    "the neighbour's cat has signed every row",
    "the marrow I have been turning for weeks was stepped on by a judge",
  ],
  fears: [
    "it was not a weed I pulled",
    "the leeks are from the wrong packet and it is all grass",
    "the slugs have somebody on the inside",
    "I only ever watered the seed label",
  ],
  questions: [
    "how far does a slug have to be taken before it stays",
    "what is eating my beans and is it on first-name terms with me",
    "does anyone want a marrow, several, the size of cousins",
    "who sowed the word SORRY in radishes",
    "is there a kind way to thin carrots",
  ],
};

const walking: Topic = {
  name: "walking",
  aliases: ["hiking", "hill walking", "rambling", "walks", "mountains", "nature", "travel"],
  emoji: "🥾 ⛰️",
  nouns:
    "walk path paths stile summit ridge cairn moor bog rucksack shepherd boots boot hill " +
    "gate sandwich sheep flask mud valley blister blisters socks signpost wood lane cow cows",
  things:
    "the stile; the hill; the left boot; the summit; the bog; the sandwich; the bull; " +
    "the signpost by the chapel",
  acts: [
    "walk/walked/walking to the next village to return a [spoon|remark]",
    "climb/climbed/climbing the hill for the view and see/saw/seeing the cloud",
    "eat/ate/eating the sandwich before the first gate",
    "get/got/getting lost with a man who had written the guide",
    "greet/greeted/greeting {n} cows and one bull in the same tone",
    "lose/lost/losing a boot to the bog and walk/walked/walking on in protest",
    "sit/sat/sitting on the cairn until I had nothing left to be cross about",
  ],
  facts: [
    "the last mile of a walk has your house at the end of it, and it is the longest",
    "sheep know the way, but they will not discuss it",
    "a path is only a great many people who had the same thought",
    "everyone says good morning above the second gate and no one does below it",
    "the signpost by the chapel has three arms, and two of them are wishes",
    "boots dry in the shape of your last bad decision",
  ],
  opinions: [
    "a hill should be climbed by someone who has a thing to get over",
    "a summit is just the place where the sandwich tastes right",
    "walking poles are for people who miss cows",
    "nobody should be told their step count by their own trousers",
    "a stile is the only democratic piece of furniture",
    "the detour was the walk",
  ],
  tales: [
    "Met {who} on the ridge, in the fog, singing. We have agreed that it was the wind.",
    "A bull walked beside me for a whole field. At the gate he stopped, like somebody at a station.",
    "My aunt walked out on my uncle and he walked after her, over hill and stile, and that is how they saw Wales.",
    "I asked a shepherd how far it was to the ridge. 'From where?' he said. We sat down to work it out.",
    "There is a tin on the summit with a book in it. Someone had written: came up sad, view helped, bring gloves.",
    "Took the wrong path for {n} miles and got to a fair. I have a goldfish now.",
    "The boy carried a stone all the way up to put on top. Then he carried it down. It had been so happy, he said.",
  ],
  joys: [
    "the cloud opened like a shutter, and there was our own roof, the size of a stamp",
    "both boots are still on",
    "the hill was dry, the bull was elsewhere, and the flask was full",
    "we came down by the stream in the last light and nobody had to say it",
    "a lamb followed me as far as the lane and had to be explained to",
  ],
  woes: [
    "the path is closed for the protection of the path",
    "I have a blister on a blister, with a view of the bog",
    "the signpost has been turned round by someone with a car",
    "the walk was mist to the top, mist on the top, and a man telling us what we were looking at",
    "the sheep had the sandwich and, with great calm, the map",
  ],
  fears: [
    "the field with the bull was not that field",
    "we have been walking round the same cairn",
    "the path ends where the map has the fold",
    "the stile was load-bearing",
  ],
  questions: [
    "what do you say to a bull, first",
    "who writes in the book on the summit, and are they down safely",
    "how wet is a path that one may turn back from with honour",
    "is a path still a short cut if we had to sleep on it",
    "does anybody else tell the hill things",
  ],
};

const stars: Topic = {
  name: "the stars",
  aliases: ["stars", "astronomy", "space", "stargazing", "telescopes", "the moon"],
  emoji: "🔭 ✨",
  nouns:
    "telescope saturn jupiter comet galaxy constellation astronomer eyepiece astronomy " +
    "meteors star stars planet planets moon sky lens orbit eclipse mirror night dome meteor " +
    "universe rings lamp cloud clouds dark moth light horoscope chimney heaven dew owls",
  things:
    "the telescope; Saturn; the moon; the street lamp; the comet; the eyepiece; the dark; " +
    "the second mirror",
  acts: [
    "show/showed/showing Saturn to {n} strangers outside the [chip shop|bank]",
    "lie/lay/lying on the [bandstand|garage roof] to count meteors",
    "polish/polished/polishing the mirror and see/saw/seeing my own eye, huge",
    "shout/shouted/shouting at the street lamp, which came on",
    "wait/waited/waiting for one cloud to finish with the whole of Orion",
    "discover/discovered/discovering a comet that was already taken",
    "stay/stayed/staying up for an eclipse that other people had",
  ],
  facts: [
    "the light of that star left when my grandmother was learning to walk",
    "everyone says the same word when they first see Saturn, and it is not printable",
    "the moon goes away from us at the speed that fingernails grow",
    "there is a street lamp in this town that has cost me half the universe",
    "frost on the eyepiece has the same patterns as the coast of Norway",
    "a telescope doubles the number of friends that you have after dark",
  ],
  opinions: [
    "clouds over a telescope are personal",
    "nobody who has seen the rings can be altogether rude again",
    "the dark of the sky should have a preservation order on it",
    "a horoscope is astronomy told by someone who was not listening",
    "the best telescope is the one that is carried out",
    "we are late for every star up there, and they are very gracious about it",
  ],
  tales: [
    "A night nurse stopped on her way home and looked at Saturn in silence. Then she said: it's wearing a hat. It is.",
    "{Who} asked if I could see heaven. I showed the Pleiades. They said it was smaller than they were told.",
    "I set up the telescope in the square, and a queue formed. Half of them thought it was for chips. They stayed.",
    "My father could not say he was proud. He bought me a lens, in a sock, and left it on the stairs.",
    "A boy looked at the moon for a long time and then waved.",
    "The power failed for an hour and the whole street came out and went quiet. Somebody said: has that always been there.",
    "Found a moth asleep in the dew cap. Observed that for the evening. It was a very good evening.",
  ],
  joys: [
    "the sky opened at eleven, and stayed, and I have frost in my beard and do not care",
    "they have mended the street lamp so that it is broken, and the stars are back",
    "the rings stood there, tiny, sharp, like something on a watch chain",
    "nine meteors, one of them slow and green, right over the gasworks",
    "the comet is where the sums said it would be",
  ],
  woes: [
    "it was cloud again, from edge to edge, with the telescope set up and the soup in the flask",
    "the eclipse took place behind the only chimney in the field",
    "the new lamp is so bright that the owls wear hats",
    "I drove {n} miles to the dark and had left the eyepiece in it at home",
    "the dew got into the mirror, and now Saturn has a cold",
  ],
  fears: [
    "the star over the gasworks has gone out and the news is on its way",
    "the comet is a smear on the lens",
    "they will put a lamp on the hill as well and end the sky",
    "the universe is doing that on purpose",
  ],
  questions: [
    "who wants to see Saturn, bring your own words",
    "has the Milky Way always been there",
    "how would one ask a street lamp to retire for the sake of the stars",
    "what was going on here when the light of that star set out",
    "is it lonely on the moon or is it only that far",
  ],
};

export const outdoors: readonly Topic[] = [birds, gardening, walking, stars];
