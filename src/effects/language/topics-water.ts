// Subjects of wind and water: bridges, fishing, swimming, the weather.
import type { Topic } from "./topic.ts";

const bridges: Topic = {
  name: "bridges",
  aliases: ["bridge", "the bridge", "engineering", "masonry", "civil engineering"],
  emoji: "🌉",
  nouns:
    "bridge bridges arch arches parapet keystone mortar girder footbridge scaffolding pier " +
    "piers stone stones crack ferry river bolt bolts detour inspector engineer masons mason " +
    "span plank railing railings report barrier banks bank coin storm stick swallows town " +
    "houses wedding eyes",
  things:
    "the old bridge; the keystone; the middle arch; the crack; the footbridge; the detour; " +
    "the parapet; the scaffolding",
  acts: [
    "cross/crossed/crossing the bridge on the left, out of habit",
    "measure/measured/measuring the crack with a [bus ticket|hairgrip]",
    "lean/leaned/leaning on the parapet until the [light|river] changed",
    "count/counted/counting the arches again, in case",
    "drop/dropped/dropping a stick on one side and run/ran/running to the other",
    "pat/patted/patting the keystone as I went under",
    "shout/shouted/shouting my name under the arch",
  ],
  facts: [
    "an arch stands because every stone in it wants to fall",
    "the old bridge is wider by one cart on the side where the mason's daughter lived",
    "a bridge hums before a storm, and dogs will not cross until it stops",
    "the river has moved a yard since the piers were set, and nobody has told the map",
    "every parapet has a smooth place where people have waited",
    "the crack is older than the report on the crack",
  ],
  opinions: [
    "nobody should be allowed to close a bridge without living on the other side",
    "a footbridge is a handshake, a road bridge is a contract",
    "the middle of the bridge belongs to people with something to say",
    "an engineer who does not pat the stone should not sign the form",
    "bridge railings are there to give elbows something to do",
    "any town with a bridge is two towns that got tired of shouting",
  ],
  tales: [
    "They found a mason's sandwich tin in the pier, with a note: back Monday. It was dated 1871.",
    "{Who} proposed on the bridge. She said ask me on my side. He walked over and asked again.",
    "My grandmother would not cross without a coin in her shoe. There must be {n} of them between the stones by now.",
    "When they shut it for a week in the flood, two brothers lived on different banks and made up by lamp.",
    "The inspector knelt down, put an ear to the arch and asked us all to stop breathing.",
    "A boy tied a string from one bank to the other so that the houses would not drift. It was still there at supper.",
    "We swept the bridge for the duke, and he came by the ford.",
  ],
  joys: [
    "the light came through the middle arch and lay down on the water",
    "the inspector tapped the stone and smiled, and inspectors do not smile",
    "a whole wedding crossed on foot with the cake held up like a lamp",
    "the swallows are back under the second arch, all of them talking",
    "I walked over the bridge with my eyes shut, as one did at seven, and it was still there",
  ],
  woes: [
    "they have put a barrier across the bridge, and a man to explain the barrier",
    "the detour is {n} minutes and passes nothing but the sewage works",
    "somebody has filled the crack with chewing gum, and it may be helping",
    "the scaffolding has been up so long that there are nests on the permit",
    "the report on the bridge says monitor, which is a word for standing about",
  ],
  fears: [
    "the arch has always moved like that and we only look now",
    "the keystone is tired",
    "they will build the new bridge somewhere else",
    "the humming of the bridge is not the wind",
  ],
  questions: [
    "who was the last one over the bridge before they shut it",
    "how wide does a crack have to be before it gets a name",
    "do you touch the parapet too, or is it only my family",
    "where does a detour end if you live in the middle",
    "can you miss a bridge that is still standing there",
  ],
};

const fishing: Topic = {
  name: "fishing",
  aliases: ["angling", "fish", "the river", "river", "boats"],
  emoji: "🎣 🐟",
  nouns:
    "fish pike trout perch carp eel angler float bait heron hook hooks rod reel worm worms " +
    "maggots river bank weir net landing boat ripple stool swan willow sandwich knot permit",
  things:
    "the pike; the float; the worm tin; my lucky hat; the rod; the weir pool; " +
    "the heron; the folding stool",
  acts: [
    "catch/caught/catching [a boot|a bicycle bell|my own sleeve] and put/put/putting it back",
    "sit/sat/sitting by the weir for [four|five] hours and call/called/calling it fishing",
    "name/named/naming the pike, which was a mistake",
    "lose/lost/losing the float to a duck",
    "tie/tied/tying a knot my uncle died without explaining",
    "share/shared/sharing a sandwich with the heron",
    "lie/lied/lying about the size of it with both hands",
  ],
  facts: [
    "the big pike under the weir is older than the lock-keeper and in better health",
    "a heron is the only angler who never talks about it",
    "worms from the churchyard catch more, but one does feel watched",
    "the best bite comes when you have both hands in the sandwich",
    "fish can hear a thermos being opened",
    "rain on the water sounds like an audience that has decided to stay",
  ],
  opinions: [
    "the catching spoils the fishing",
    "a man with an expensive rod is fishing for something else",
    "two people on one bank is already a crowd",
    "an eel is a decision nobody has taken yet",
    "all fish are the same size until you tell somebody",
    "a folding stool is the only furniture a person needs",
  ],
  tales: [
    "Hooked the pike. We looked at one another. He has my watch now, and I think he wanted it more.",
    "{Who} shared the bank with me all day and said one word, at six: 'well'. It was a good day.",
    "My uncle's ashes went in at the weir, and the trout came up. He would have wanted them to.",
    "A girl asked what the fish think we are. I have packed up early.",
    "The heron took the perch out of my net, stood there, and let me have a good look.",
    "I lent the boat to two lovers and got back one oar and an invitation.",
    "Fell in at the landing. Nobody saw but the swan, who has told everyone.",
  ],
  joys: [
    "the float went under, and so did the whole of last week",
    "it was a trout as long as my forearm, and there is a witness, and she is honest",
    "the mist came off the weir in one piece, like a cloth off a table",
    "I let the carp go, and it waited a moment",
    "not one bite until dusk, and I would not swap the day for a hundred",
  ],
  woes: [
    "the worms got out in the car and have begun to settle down",
    "somebody on the other bank has brought a radio, and an opinion to go with it",
    "my line is in the willow, with everybody else's line",
    "the swan sat on my sandwich and dared me",
    "the permit is in the other hat, and the bailiff is in this field",
  ],
  fears: [
    "the pike has been fishing for me",
    "the thing in the weir pool was not a log",
    "the stool is sinking and I have been too polite to look",
    "the whole river went quiet because it knows",
  ],
  questions: [
    "what do you say to a heron that has had your perch",
    "how big was the fish, and would you say so in church",
    "is it fishing if there is no hook on",
    "who put a trout in the font",
    "does a worm have a good side",
  ],
};

const swimming: Topic = {
  name: "swimming",
  aliases: ["wild swimming", "cold water", "the pool", "lido"],
  emoji: "🏊 🌊",
  nouns:
    "swimmer swimmers lido lifeguard goggles locker pool towel towels length lengths lane " +
    "steps water costume ladder cap shower weir toes board bowler denture backstroke plaster",
  things:
    "the cold lane; the lido; the lifeguard; my left goggle; the wet towel; the top board; " +
    "the locker key; the steps",
  acts: [
    "swim/swam/swimming {n} lengths and count/counted/counting them in [hymns|biscuits]",
    "get/got/getting into the river by inches, with language",
    "dive/dived/diving in wearing my [glasses|watch|hearing aid]",
    "lend/lent/lending my goggles to a child who [saw a pike|needed to see a plaster]",
    "overtake/overtook/overtaking the vicar in the slow lane",
    "lose/lost/losing a cap and find/found/finding a [turtle|denture]",
    "stand/stood/standing on the top board long enough to be asked if I was well",
  ],
  facts: [
    "the water is never cold, it is only you",
    "the slow lane has the best conversation and the widest people",
    "a lido at eight in the morning is the inside of a bell",
    "everybody walks into a cold river like a heron with a bill to pay",
    "the lifeguard has not been in since [March|the business with the plaster]",
    "a towel left on a bench belongs to the bench within the hour",
  ],
  opinions: [
    "any swimmer who says 'it is lovely once you are in' should be pushed first",
    "a length only counts if you did not think of work",
    "the top board is for the young and for the recently divorced",
    "showers should have a hook for your dignity",
    "goggles make philosophers of us all",
    "the best stroke is the one your grandmother did, with the head up and the hat dry",
  ],
  tales: [
    "{Who} swims in a bowler hat. Nobody asked for years, and then a boy did. 'For greeting people' was the answer.",
    "I raced a duck for two lengths. I was told later that it was not racing.",
    "An old woman taught me to float by the weir. Pretend, she said, that you have already been forgiven.",
    "The lifeguard blew his whistle and eleven of us stopped. It was for a wasp.",
    "My locker opened with a stranger's key. We have the same trousers, which was a blow to us both.",
    "We swam at midnight for her birthday, her ninetieth, and she was the one who would not get out.",
    "A dog jumped in and rescued the mayor, who had been doing backstroke.",
  ],
  joys: [
    "the water closed over my head, and for a whole second nobody wanted anything",
    "I did {n} lengths and could have gone on to the sea",
    "the sun got in before me and had warmed the third lane",
    "I went off the top diving board, on purpose, with my eyes open",
    "all of us came up laughing, and the lifeguard pretended to write it down",
  ],
  woes: [
    "the lane is full of a man doing butterfly at everybody",
    "my towel is in the pool and my glasses are in my towel",
    "they have let the lido go green, and it looks back",
    "somebody took the clothes from my locker by mistake and left me a suit",
    "the shower has two settings, and both of them are Norway",
  ],
  fears: [
    "something down there counts my toes",
    "the plaster from the pool is not mine, but it is coming with me",
    "the steps are further away than they were",
    "the lifeguard's whistle was for me",
  ],
  questions: [
    "who else holds their breath on the drive to the pool",
    "is it one length if you stop to talk to a vicar",
    "what lives in the deep end of the lido, and is it on the books",
    "did anyone leave a denture in the fast lane, no judgement",
    "at what point does a paddle become a length",
  ],
};

const weather: Topic = {
  name: "the weather",
  aliases: ["weather", "rain", "clouds", "meteorology", "climate"],
  emoji: "🌦️ 🌧️",
  nouns:
    "weather rain forecast umbrella umbrellas barometer drizzle weathercock thunder frost " +
    "hail fog cloud clouds wind sky puddle puddles gutter gutters sleet storm gauge " +
    "mackintosh sunshine washing windows snowman tree hat sheep summer evening socks hill",
  things:
    "the barometer; the rain gauge; the east wind; the washing; my umbrella; the forecast; " +
    "that one cloud; the weathercock",
  acts: [
    "tap/tapped/tapping the barometer and believe/believed/believing it",
    "hang/hung/hanging the washing out and cause/caused/causing rain",
    "measure/measured/measuring {n} millimetres in the gauge and one snail",
    "carry/carried/carrying an umbrella all day as an insult to the sun",
    "watch/watched/watching one cloud do the whole valley on foot",
    "dry/dried/drying my socks on a [tuba|heron-shaped lamp|warm bus]",
    "predict/predicted/predicting drizzle to general applause",
  ],
  facts: [
    "the weathercock has pointed at the pub since the storm of 1987",
    "it rains on the hill an hour before it rains on us, so the sheep know first",
    "fog makes everybody polite",
    "a west wind brings the brewery, an east wind brings my aunt",
    "every umbrella in town has belonged to somebody else",
    "the barometer falls when the brass band is booked",
  ],
  opinions: [
    "drizzle is rain that cannot commit",
    "a forecast should have to come back and say sorry",
    "there is good weather for every kind of sadness except hail",
    "people who love a storm own a dry roof",
    "the first warm evening should be a public holiday, called at short notice",
    "frost is the only decoration that has never been overdone",
  ],
  tales: [
    "My grandfather wrote down the weather every day for {n} years. On the day I was born it says only: clear.",
    "{Who} shared an umbrella with me for three streets, and we walked at two speeds.",
    "Hail the size of peas. A boy {place} was catching it in a cup for his sister, who was ill.",
    "The fog was so thick that I said good morning to a post box and it was the right thing to do.",
    "My umbrella turned inside out and took me over the road. I had been meaning to cross.",
    "We stood under the same tree, nine of us, for an hour. Two are getting married in spring.",
    "It snowed on exactly one side of the street. They had a snowman. We had views on it.",
  ],
  joys: [
    "the rain stopped the moment I shut the door, and then there were two rainbows",
    "all the puddles had sky in them",
    "it is the first evening with the windows open, and you can hear everyone's forks",
    "the washing dried in an hour and smells of hill",
    "the wind took my hat and gave it back",
  ],
  woes: [
    "it rained sideways and then, for variety, up, and took my umbrella along",
    "the gutter has given way over the very spot where I stand to complain about the gutter",
    "my umbrella lasted as far as the gate",
    "the forecast said bright spells, and I have the wet trousers to answer it",
    "it has drizzled since Monday without once getting to the point",
  ],
  fears: [
    "the barometer is stuck and has been since my birthday",
    "a certain cloud is waiting for me to hang the sheets out",
    "it will freeze with the windows open and the geraniums out",
    "thunder comes to people who have just washed the car",
  ],
  questions: [
    "whose umbrella do I have, and what do they think of mine",
    "is it still drizzle if you can hear it",
    "which way is the weathercock pointing for you",
    "why does the rain wait for Thursday",
    "how do you dry a hat without losing its faith in you",
  ],
};

export const water: readonly Topic[] = [bridges, fishing, swimming, weather];
