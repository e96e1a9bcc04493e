// Subjects of table and hedge: tea, cheese, the market, mushrooms.
import type { Topic } from "./topic.ts";

const tea: Topic = {
  name: "tea",
  aliases: ["teapots", "herbal tea", "kettles"],
  emoji: "🫖 🍵",
  nouns:
    "tea teapot teapots kettle teabag teabags strainer cosy urn spout cups cup pot milk " +
    "leaves saucer biscuit biscuits sugar mint tray guests gas wall plumber bailiff",
  things:
    "the kettle; the brown teapot; the last teabag; the tea cosy; the urn; the milk jug; " +
    "the mint; the cup with no handle",
  acts: [
    "warm/warmed/warming the pot and forget/forgot/forgetting the tea",
    "reuse/reused/reusing a teabag in front of a guest",
    "pour/poured/pouring {n} cups for [the fire brigade|a funeral|the removal men]",
    "dunk/dunked/dunking the biscuit a second too long",
    "read/read/reading the leaves, which said [Thursday|no|a small horse]",
    "put/put/putting the kettle on to avoid a conversation",
    "glue/glued/gluing the spout back on, slightly to the left",
  ],
  facts: [
    "a kettle never boils in the house of somebody in love",
    "the brown teapot pours straight only for the person who bought it",
    "two people can sit through anything with a tray between them",
    "mint takes one pot, then the bed, then the parish",
    "builders know within a minute which house has the biscuits",
    "the cup without a handle is the one nobody can bear to throw out",
  ],
  opinions: [
    "milk goes in when you are ready and not before",
    "a teabag left in the sink is a cry for help",
    "herbal tea is hot water that has walked past a garden",
    "tea in a glass is for people with beautiful wrists",
    "a biscuit lost in the cup should be mourned and then drunk",
    "the urn at the parish hall makes the only honest tea in town",
  ],
  tales: [
    "{Who} cried at my table, drank three cups of tea, thanked me and left. I still do not know what it was.",
    "We broke the teapot the day my grandfather died and glued it the same night. It has poured to the left ever since.",
    "My neighbour knocks on the wall when her kettle boils. I knock back. We have met twice.",
    "I offered the bailiff tea. He took the biscuit tin as well, but only to look at the picture.",
    "The tea cosy went to the dog show by mistake and came third.",
    "A boy asked whether I had 'just normal tea, like for nervous people'. I had.",
    "The plumber sent his tea back. Too weak, he said, and then he cried a bit about his own kettle.",
  ],
  joys: [
    "the pot gave {n} cups and every one of them was hot",
    "somebody made the tea without being asked and got it right",
    "the biscuit held",
    "the kettle and the doorbell sang the same note",
    "there was one teabag left, and the shop was shut, and it was mine",
  ],
  woes: [
    "the kettle has started to whisper and will not boil",
    "there were nine guests for tea and four cups, one of them a vase",
    "the milk had turned and so had the conversation",
    "I carried the tray all the way upstairs to an empty room",
    "somebody has descaled the teapot that was {n} years in the making",
  ],
  fears: [
    "I have been drinking potpourri and calling it tea",
    "the kettle is listening",
    "the gas man knows about the third biscuit",
    "the mint is under the floor by now",
  ],
  questions: [
    "who taught you to pour tea, and are they still proud of it",
    "is anyone else afraid of the urn",
    "how do you end a pot of tea with someone who is not leaving",
    "what is the kindest biscuit",
    "does the cosy go on before or after you have lost it",
  ],
};

const cheese: Topic = {
  name: "cheese",
  aliases: ["cheesemaking", "dairy", "goats"],
  emoji: "🧀 🐐",
  nouns:
    "cheese rind cheddar goat goats curd curds whey wheel dairy milk cellar knife cracker " +
    "crackers pasture cow cows mould sandwich counter slice wedge bag moths nose ticket hole",
  things:
    "the goat; the big wheel; the blue one; the cheese knife; the rind; the cellar; " +
    "the smoked one; the goat's other bell",
  acts: [
    "turn/turned/turning the wheels in the cellar and greet/greeted/greeting each one",
    "chase/chased/chasing a goat out of [the chapel|the polling station|a hatchback]",
    "wrap/wrapped/wrapping the blue one in {n} layers, and still they knew",
    "milk/milked/milking a goat that was reading my newspaper",
    "smuggle/smuggled/smuggling a ripe one home on the bus",
    "taste/tasted/tasting the curd and whisper/whispered/whispering a short grace",
    "cut/cut/cutting the slice too thin and have/had/having to cut another",
  ],
  facts: [
    "a ripe cheese can empty a railway carriage in two stops",
    "goats recognise a face after years and hold it against you",
    "the cellar smells of feet, and then of walnuts, and then of money",
    "everyone at the counter says a small piece and means a large one",
    "curds squeak on the first day and never again, so you have to be there",
    "a cheese tastes of the field it was, down to the clover",
  ],
  opinions: [
    "cheese in slices with paper in between is stationery",
    "anyone who leaves the rind should have to tell the goat",
    "crackers are only there so that we look civilised",
    "the hole is the part of a cheese that travels best",
    "a blue cheese at breakfast shows a person with nothing left to prove",
    "good cheddar should argue a little on the way down",
  ],
  tales: [
    "The goat ate my parking ticket. I have written to the council to say so. I enclosed what was left.",
    "{Who} keeps a wheel in the wardrobe and asks us not to mention it to the moths.",
    "Took a very old cheese to choir. The altos sang from the vestry.",
    "A man {place} wanted something mild for a child. The child pointed at the blue one and would not be moved.",
    "My first cheese was so hard that my father mended the gate with it. The gate is still up.",
    "Two goats got on the half past four bus and the driver says they had the right change.",
    "My aunt left me her cheese knife and her brother her house. I think about it when I use the knife.",
  ],
  joys: [
    "the wheel rang like a door when I knocked",
    "the goat let me scratch her chin and told no one",
    "the counter gave me a corner of the old one, in paper, for free",
    "the curds squeaked all the way to the car",
    "a judge ate the rind and asked for the goat's name",
  ],
  woes: [
    "the goat has eaten the labels and the glue",
    "the blue cheese leaked into my good bag, and now I own a blue bag",
    "the cellar was warm and the whole wheel has slumped like a hat",
    "they have put the cheddar behind glass with an alarm on it",
    "somebody cut the cheese the wrong way and walked off with the nose",
  ],
  fears: [
    "the smell in here is not the cheese",
    "the goat has learnt the latch",
    "the mould has started on the books",
    "the whole carriage knows that the cheese is in my bag",
  ],
  questions: [
    "how long can a cheese be in a car before you sell the car",
    "does a goat know what it has done",
    "which cheese would you take to meet somebody's parents",
    "who ate the middle out of the wheel and closed it again",
    "is there a polite word for a cheese this ripe",
  ],
};

const market: Topic = {
  name: "the market",
  aliases: ["market", "markets", "markets and stalls", "shopping", "stalls"],
  emoji: "🧺 🍎",
  nouns:
    "market stall stalls stallholder awning haggling radish radishes marrow bargain scales " +
    "basket apple apples pear pears eggs egg cabbage change coins customer customers price " +
    "potatoes van tomato tomatoes flowers bag bags penny awnings sausages pigeons turnips " +
    "strawberries glove button",
  things:
    "the egg stall; the scales; the striped awning; the flower van; the man with the pears; " +
    "my basket; the last radishes; the cash tin",
  acts: [
    "haggle/haggled/haggling over {n} radishes and pay/paid/paying more",
    "hold/held/holding down an awning with [a vicar|two strangers] until the wind changed",
    "buy/bought/buying a cabbage to be polite",
    "guess/guessed/guessing the weight of the marrow to the gram",
    "drop/dropped/dropping {n} eggs in front of the person who laid them out",
    "mind/minded/minding the flower van for a minute that lasted until noon",
    "give/gave/giving back a penny and make/made/making a friend",
  ],
  facts: [
    "the best pears are under the pears that are for sale",
    "a stallholder knows who is getting married before the vicar does",
    "rain at ten means strawberries at half price by two",
    "nobody at a market has ever bought just the one thing they came for",
    "the cheap scales are kind and the good scales are right",
    "pigeons learn the closing time sooner than customers do",
  ],
  opinions: [
    "a tomato you may not touch is a photograph",
    "anybody who pays a market stall with a large note is testing somebody",
    "eggs should be sold by the person who knows the hens' names",
    "a paper bag makes any purchase feel like a decision",
    "the second lap is where the market really starts",
    "haggling at a stall is conversation with a hat on",
  ],
  tales: [
    "The awning took off with {who} still holding it. Both were returned by the fire brigade.",
    "I asked for six apples and got seven. When I said so, he took one back and looked disappointed in me.",
    "The flower van sold out by nine. Three people are in love, he thinks, and one is sorry.",
    "A dog stole a string of sausages and walked the whole length of the market at a normal pace.",
    "An old man buys one radish every week. Today he bought two, and nobody dared to ask.",
    "The egg woman wrote a telephone number inside my box. It was for her brother, the chimney sweep.",
    "Somebody paid with a button by mistake. The stall kept it. Now it is on the coat of the stall.",
  ],
  joys: [
    "I came home with {n} apples and only meant to buy string",
    "the stallholder threw in a bunch of radishes and a compliment",
    "the sun came out exactly over the cheese van",
    "I guessed the marrow to the gram and have been given the marrow",
    "they kept back the last pears with my name on the bag",
  ],
  woes: [
    "the bottom fell out of the bag, and all the apples know the way to the river",
    "the egg stall had gone by nine and so had the egg stall's good mood",
    "I paid for pears and carried home turnips",
    "somebody leaned on the striped awning and it has never been so wet in there",
    "the scales were wrong, and I had already been smug about it",
  ],
  fears: [
    "I have walked past my own basket twice",
    "the man with the pears saw me buy pears elsewhere",
    "it was somebody's dog and not a bargain",
    "the cash tin is on the roof of the van",
  ],
  questions: [
    "what does one do with a marrow, honestly, by Friday",
    "who moved the egg stall, and was there a vote",
    "how many shopping bags for life is one life",
    "do you squeeze the pear or trust the man",
    "has anybody lost a glove, a left one, with a radish in it",
  ],
};

const mushrooms: Topic = {
  name: "mushrooms",
  aliases: ["foraging", "fungi", "mushroom hunting"],
  emoji: "🍄 🧺",
  nouns:
    "mushroom mushrooms toadstool toadstools forager foragers chanterelle chanterelles cep " +
    "ceps spores basket birch moss cap caps gills stalk knife woods wood pines pan " +
    "paintbrush beech spot guide apricots thread plaque bench stone bank bag hat radiator",
  things:
    "the secret spot; the big cep; the basket; the field guide; the birch wood; " +
    "the little knife; the beech stump; the one with the frill",
  acts: [
    "find/found/finding {n} chanterelles and tell/told/telling nobody",
    "walk/walked/walking in a circle for [two|three] hours to lose a follower",
    "lie/lied/lying to a friend about a birch wood",
    "brush/brushed/brushing the moss off a cep with a [shaving brush|paintbrush]",
    "crawl/crawled/crawling under a fence for something that turned out to be a [bun|golf ball]",
    "dry/dried/drying caps on every radiator I have",
    "put/put/putting a doubtful mushroom back and bow/bowed/bowing to it",
  ],
  facts: [
    "a mushroom is always a little behind where you were looking",
    "a good mushroom spot is inherited, like a nose",
    "chanterelles smell of apricots, and false ones smell of regret",
    "there are old foragers and bold foragers, and the bold ones leave good baskets behind",
    "moss remembers who walked there for about a week",
    "under the wood there is one long thread, and it has been there since before the road",
  ],
  opinions: [
    "anyone who asks where you found a mushroom has already lost your respect",
    "a basket is better than a bag, because spores like to travel",
    "the ones with frills are showing off and probably poisonous",
    "a field guide should be carried and not believed",
    "mushrooms on toast is a full apology",
    "the walk home is where you find the best ones, always with a full basket",
  ],
  tales: [
    "Met {who} in the birch wood. We both said we were looking for a dog. Neither of us has a dog.",
    "My grandfather took his best mushroom spot to the grave. We looked there too.",
    "Found a perfect ring of caps with a garden chair in the middle. I did not sit down.",
    "I showed my basket to the chemist. She took one out with tweezers and closed the shop for lunch.",
    "A child {place} sold me a toadstool for a penny and gave me very strict instructions.",
    "Followed a smell of apricots for half a mile. It was a man eating apricots. He was looking for mushrooms.",
    "The mushroom spot I kept secret for {n} years has a bench now. With a plaque. To somebody else.",
  ],
  joys: [
    "there were chanterelles all along the bank, as if a box had been dropped",
    "the cep was as big as my shoe and had no tenant",
    "nobody followed me, and I came home by the road with a full basket",
    "the whole pan smelled of the wood after rain",
    "I found {n} under the beech where I cried last year",
  ],
  woes: [
    "somebody has been to my mushroom spot with a bag, the brute",
    "the big cep was full of lodgers",
    "I carried a stone home for a mushroom because of its hat",
    "it has been so dry that the moss crunches",
    "the mushroom guide says edible, edible, edible, and then on the next page it says sorry",
  ],
  fears: [
    "it was not a chanterelle after all",
    "the man from the bus knows which birch wood I mean",
    "I left the little knife standing in the moss, pointing at the spot",
    "the tingling in my tongue is the mushroom and not the nettle",
  ],
  questions: [
    "if a mushroom glows a bit, is that a no",
    "who put a bench at the old mushroom spot, and what else do they know",
    "does anyone trust a basket that comes home half full",
    "how do you ask a person which mushroom they ate without alarming them",
    "ceps in butter or in cream, and are we still friends",
  ],
};

export const table: readonly Topic[] = [tea, cheese, market, mushrooms];
