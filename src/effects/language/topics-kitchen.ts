// Subjects of the kitchen: bread, coffee, soup, jam.
import type { Topic } from "./topic.ts";

const bread: Topic = {
  name: "bread",
  aliases: ["baking", "bread baking", "sourdough", "bakery"],
  emoji: "🍞 🥖",
  nouns:
    "bread starter rye dough crust flour loaf loaves roll rolls oven yeast crumb toast baguette " +
    "bun tin butter salt bakery sourdough baker heel",
  things:
    "the starter; the rye; the second-best tin; the dough; the crust; the flour bin; my oven; " +
    "the heel of the loaf",
  acts: [
    "feed/fed/feeding the starter before [the cat|myself|anyone in the house]",
    "fold/folded/folding the dough every half hour, like a nurse on rounds",
    "burn/burnt/burning the bottom of [a decent rye|two loaves and a thumb]",
    "trade/traded/trading half a loaf for [six eggs|a jar of honey|gossip]",
    "sweep/swept/sweeping flour out of [the toaster|a library book|the piano]",
    "teach/taught/teaching [my aunt|the boy from number nine|a doubtful cyclist] to shape a loaf",
    "eat/ate/eating the heel of the loaf standing up in the dark",
  ],
  facts: [
    "a starter forgives everything except a holiday",
    "rye dough sticks to the spoon, the bowl, the tap and [the telephone|any visitor]",
    "the loaf you bake for yourself is always the one that splits",
    "bread sings as it cools, a small crackle, about as loud as a thought",
    "flour moves into a house and never pays rent",
    "dough drags its feet before rain, and it is right more often than the forecast",
  ],
  opinions: [
    "a loaf that slices neatly has never been through anything",
    "the heel is the best part, and whoever throws it away should be watched",
    "seeds on the crust are [jewellery|a hat], seeds in the crumb are a commitment",
    "supermarket bread is a cushion with a date on it",
    "nobody needs twelve kinds of roll: four will do, and a fifth to argue about",
    "toast is what bread hopes for",
  ],
  tales: [
    "A [boy|girl] paid for one roll with [eleven|seventeen|twenty-three] coins and said goodbye to each of them.",
    "I gave my aunt a jar of starter in March. She rang to say it has climbed out and answers to [Gerald|Winifred].",
    "[The vicar|The dentist|A policeman] asked for the burnt loaf. It reminded him of his mother. I wrapped it twice.",
    "{Who} brought back half a rye for being too chewy. I offered a roll instead and was chewed at.",
    "Woke at four to look at the dough. The dough was fine. That makes one of us.",
    "The smallest child in our street ate a whole [baguette|loaf] on the way home and blamed [a gull|the wind].",
    "My grandmother carried the yeast inside her coat in winter. We never knew which of them was warming the other.",
  ],
  joys: [
    "the crust was still crackling when I got it to the door",
    "the rye rose so high that it had to be let out of the tin like a cat",
    "I got the open crumb from the books and have shown it to [a stranger|the bus driver|two pigeons]",
    "three people said nothing at all until the loaf was gone",
    "the whole stairwell smelled of rolls and for once nobody wrote a note",
  ],
  woes: [
    "the rye came out flat enough to post",
    "the oven died with [eight|twelve] loaves inside, all of them nearly somebody",
    "I forgot the salt, and the bread tasted like a form to fill in",
    "the timer rang in my other coat while the crust went black",
    "someone moved the starter next to the mustard and it has not bubbled since",
  ],
  fears: [
    "the starter died on [Tuesday|Sunday] and is too polite to show it",
    "the oven is only pretending to be hot",
    "I fed the starter plaster and not flour",
    "the dough can tell that I am in a hurry",
  ],
  questions: [
    "does anyone else's starter smell of [pear drops|nail varnish|wet rope], or is mine in love",
    "who cuts a warm loaf and still sleeps at night",
    "how long may a person stare into an oven before somebody calls somebody",
    "what do you do with [three|four] loaves and no visitors",
    "is it still a roll if it is the size of a baby",
  ],
};

const coffee: Topic = {
  name: "coffee",
  aliases: ["espresso", "cafe", "coffee shops"],
  emoji: "☕",
  nouns:
    "coffee espresso grinder barista decaf beans café cafe moka thermos mug filter foam cup " +
    "spoon pot saucer machine sip biscuit biscuits milk sugars seat snail",
  things:
    "the grinder; the good mug; the office coffee; the moka pot; the last of the beans; " +
    "the thermos; the chipped cup; the decaf",
  acts: [
    "grind/ground/grinding the beans [by hand|in a tea towel], so as not to wake the house",
    "drink/drank/drinking somebody else's coffee and say/said/saying nothing",
    "descale/descaled/descaling the machine with [vinegar|my own tears and vinegar]",
    "order/ordered/ordering a small coffee and get/got/getting a bucket",
    "warm/warmed/warming the cup first, as I was taught",
    "leave/left/leaving a full mug on the roof of [the car|somebody's car]",
    "count/counted/counting the beans, because it had come to that",
  ],
  facts: [
    "the third coffee does nothing that the second has not already regretted",
    "a grinder at six in the morning can be heard in the next parish",
    "the good mug is always at the bottom of the sink",
    "coffee in a thermos tastes of every coffee that was ever in that thermos",
    "the café by the station opens at seven, or when Lou finds the key",
    "you can tell a person by how they stir a coffee that has no sugar in it",
  ],
  opinions: [
    "decaf is a letter without a stamp",
    "milk art is lovely until you have to drink a swan",
    "any coffee drunk out of doors counts double",
    "a biscuit on the saucer is the last manners this country has",
    "nobody should be asked a question between the grinder and the first sip",
    "instant coffee has its place, and the place is [a tent|a rowing boat|a hospital corridor]",
  ],
  tales: [
    "They wrote [Gandalf|Karen|Ham] on my cup. I have decided to answer to it.",
    "{Who} takes {n} sugars in one coffee and told me quite calmly that it used to be more.",
    "The machine at the town hall now gives soup when you press coffee. Two people prefer it.",
    "I carried a coffee across the whole market without spilling a drop, then waved at someone.",
    "My uncle drank his coffee so hot that he had to whistle first. We all whistle now, and nobody remembers why.",
    "A man {place} held my cup while I tied my shoe. He had drunk some. We both knew.",
    "The girl at the café draws a [snail|boat|very small horse] in my foam. I tip the snail.",
  ],
  joys: [
    "the first cup of the bag was so good that I sat down to finish it",
    "someone had already filled the grinder",
    "they remembered how I take my coffee after {n} weeks away",
    "I found the good beans behind the rice, a whole bag, unopened",
    "the café gave me the window seat and the broken biscuits",
  ],
  woes: [
    "the last of the beans went into a pot with no filter under it",
    "the machine wants descaling and says so in red, like a landlord",
    "my coffee was cold before I had finished being polite",
    "they have stopped the biscuit on the saucer",
    "somebody washed the moka pot with soap after {n} years of nobody daring to",
  ],
  fears: [
    "it was the decaf all along",
    "I left the pot on the stove and the stove on the flame",
    "my heart is beating in the rhythm of the grinder",
    "the café will close and I shall have to make friends some other way",
  ],
  questions: [
    "who puts the empty bag of beans back in the cupboard",
    "at what hour does a coffee turn into a mistake",
    "has anyone seen the good mug, the one with [the heron|the chip|Blackpool on it]",
    "what do you say to a barista who has drawn you a face",
    "is cold coffee a drink or a punishment",
  ],
};

const soup: Topic = {
  name: "soup",
  aliases: ["cooking", "stew", "recipes", "food"],
  emoji: "🍲 🥕",
  nouns:
    "soup ladle lentils broth stock barley dumpling dumplings leek leeks pot onion onions " +
    "carrot pepper lid spoon bowl potato potatoes parsley ham supper recipe kitchen leaves " +
    "beans gas celery",
  things:
    "the big pot; the ladle; the lentils; the stock; my grandmother's ladle; " +
    "the last onion; the soup; the lid that fits nothing",
  acts: [
    "chop/chopped/chopping {n} onions with [swimming goggles|sunglasses] on",
    "save/saved/saving the ham bone for [Thursday|someone deserving]",
    "salt/salted/salting the soup twice, once in my thoughts and once for real",
    "carry/carried/carrying a full pot up three flights to [a poorly neighbour|old Mr Finch]",
    "taste/tasted/tasting the stock down to the last guest's portion",
    "stretch/stretched/stretching a supper for two to feed [five|six and a dog]",
    "lose/lost/losing a ladle in a pot that is not that deep",
  ],
  facts: [
    "lentils look finished long before they are",
    "soup is better on the second day and gone on the third",
    "every kitchen has one lid that fits nothing and may not be thrown away",
    "leeks hold more sand than [the beach at Morley|a child's shoe]",
    "a pot of soup makes people stay half an hour longer than they meant to",
    "barley drinks the stock while you are not looking",
  ],
  opinions: [
    "a recipe that says a pinch was written by somebody with no worries",
    "parsley on top is the chef waving at you",
    "soup with a straw in it is a drink and should admit that",
    "the best spoon in the drawer is the ugly one",
    "any argument can be put off by the word dumplings",
    "cold soup is what you get when a salad loses its nerve",
  ],
  tales: [
    "Left a pot of leek soup on a doorstep. It came back washed, with {n} [plums|eggs|walnuts] in it and no note.",
    "{Who} asked what was in the soup. I said love. They said they were allergic to celery.",
    "My grandmother had one recipe, and it began: first be polite to the butcher.",
    "The lid blew off during the news. Nobody moved. The newsreader had carrot on her until the weather.",
    "I made soup for two out of habit, so the [postwoman|boy who came about the meter] stayed for supper.",
    "We ate in the hallway because the kitchen smelled too good to stand in.",
    "A child {place} told me soup is just wet dinner. I have nothing to add.",
  ],
  joys: [
    "the whole pot was gone before I had found my own spoon",
    "the stock set like a good intention and smelled of Sunday",
    "somebody mopped the bowl with bread and then the ladle too",
    "the soup came out right on the first tasting, and I have told the whole stairwell",
    "there were dumplings left, and I was alone with them",
  ],
  woes: [
    "the lentils caught on the bottom while I looked for my glasses",
    "I picked up the sugar, and now there is a sweet leek soup in this world",
    "the ladle has gone in again, handle and all",
    "I made soup for {n} and it rained, so nobody came",
    "the good pot has a hole the size of a pepper seed and all my stock is in the stove",
  ],
  fears: [
    "those in the stock were not bay leaves",
    "the lentils have been soaking since [May|Easter]",
    "the gas is on under an empty pot",
    "everybody has been pouring my barley soup into the geraniums",
  ],
  questions: [
    "how much pepper is a lot, and who decides",
    "has anybody ever used the second ladle",
    "what is the lid for, the one that fits no pot",
    "would you tell a neighbour that their soup is grey",
    "do you salt the water or trust the stock",
  ],
};

const jam: Topic = {
  name: "jam",
  aliases: ["preserves", "marmalade", "pickles", "preserving"],
  emoji: "🍓 🫙",
  nouns:
    "jam jar jars plums plum marmalade sugar label labels damson damsons quince wax " +
    "pectin fruit berries rhubarb shelf chutney spoon",
  things:
    "the damson jam; the wax paper; the plum tree; the marmalade; the sugar; " +
    "last year's chutney; the jam pan; the top shelf",
  acts: [
    "label/labelled/labelling {n} jars in handwriting I cannot read",
    "stone/stoned/stoning plums until my hands looked [guilty|like evidence]",
    "boil/boiled/boiling the damsons over, on to the only clean thing in the room",
    "hide/hid/hiding the good marmalade behind [the vinegar|the bleach]",
    "swap/swapped/swapping a jar of quince for [a haircut|a bicycle pump|an apology]",
    "pick/picked/picking berries along the railway with [a colander|somebody's hat]",
    "scrape/scraped/scraping jam off the ceiling with a [ruler|fish slice]",
  ],
  facts: [
    "jam sets when you stop watching it, and burns a minute later",
    "wasps can read labels",
    "a jar that will not open has usually been opened by someone vain",
    "quince is hard as a doorstep until it meets sugar, and then it blushes",
    "every cellar has one jar without a label that all the family is afraid of",
    "rhubarb grows fastest in the garden of whoever dislikes it",
  ],
  opinions: [
    "smooth jam is a fruit with its memory wiped",
    "marmalade is breakfast for people with a grudge",
    "a jar given away should come back with something in it",
    "strawberries are overrated, and the damson knows it",
    "chutney is what happens when jam goes to university",
    "the spoon that stands up by itself is the only test that counts",
  ],
  tales: [
    "Opened a jar marked [1987|1991|do not] and it sighed. I put the lid back and so did the jar.",
    "{Who} won second prize with plums from my tree. I clapped so hard that my ring flew off.",
    "We boiled damsons all night in the blackout with {n} candles, and in the morning the cat was purple.",
    "My aunt labels everything 'plum'. One was gravy. We found out on scones.",
    "The judge tasted my marmalade, put the spoon down, and went out to ring his sister. They had not spoken for years.",
    "A stranger rang the bell, gave back an empty jar and said only: more of that. It was not my jar.",
    "I carried a warm jar to the bus inside my coat. Four people asked whether I was holding a kitten.",
  ],
  joys: [
    "the damson set at the first try, and the spoon stood up like a choirboy",
    "there are {n} jars on the shelf and the light is coming through all of them",
    "the plum tree has forgiven us for the pruning",
    "my quince took the ribbon, and the ribbon is on the cat",
    "the label stuck straight, which has not happened since I learned to write",
  ],
  woes: [
    "the jam boiled over and has sealed the stove shut",
    "the wasps found the marmalade before the guests did",
    "not one of the {n} jars has set, so we call it sauce",
    "somebody ate the damson and put the empty jar back on the shelf",
    "the plums went over in one night, all of them, as if they had agreed on it",
  ],
  fears: [
    "one of the jars has started to tick",
    "I put salt in the jam pan, all two kilos",
    "the wax did not seal and we shall be in the paper",
    "the neighbour has counted the plums on her side",
  ],
  questions: [
    "how old may a jar be before it counts as an heirloom",
    "who is taking plums from the tree by the [gate|chapel], and could they take more",
    "does anybody really like quince, or are we all being brave",
    "what do you write on the label when you do not know",
    "is marmalade jam, and please think before you answer",
  ],
};

export const kitchen: readonly Topic[] = [bread, coffee, soup, jam];
