// Subjects of the hand: knitting, pottery, inventions, code.
import type { Topic } from "./topic.ts";

const knitting: Topic = {
  name: "knitting",
  aliases: ["crochet", "sewing", "wool", "textiles", "fashion", "crafts"],
  emoji: "🧶 🧦",
  nouns:
    "knitting wool yarn jumper scarf cardigan sock socks mitten mittens needle needles " +
    "stitch stitches sleeve sleeves row rows pattern hat moth moths button buttons thread " +
    "hole statue statues neck",
  things:
    "the second sock; the left sleeve; the wool; the dropped stitch; the pattern; the scarf; " +
    "the cardigan; the moth",
  acts: [
    "knit/knitted/knitting one sock and marry/married/marrying it to a glove",
    "unravel/unravelled/unravelling a sleeve as far as [Tuesday|the divorce]",
    "count/counted/counting {n} stitches, and then somebody said hello",
    "finish/finished/finishing a scarf long enough for [two friends|a horse]",
    "wind/wound/winding wool round the arms of a [policeman|patient child]",
    "darn/darned/darning a jumper that is by now all darn",
    "knit/knitted/knitting a hat for a [teapot|bollard|statue]",
  ],
  facts: [
    "the second sock is always made by a different person, even if it is you",
    "a dropped stitch goes all the way down, like gossip",
    "moths eat only the jumpers that somebody loved",
    "you can knit anger into a row, and it shows when it is washed",
    "half the statues in this town are warmer than the people on the benches",
    "one never has quite the wool for what one has begun",
  ],
  opinions: [
    "a pattern is a rumour about a jumper",
    "nobody under forty deserves a hand-made sock",
    "any scarf shorter than its owner is a ribbon",
    "a hole is only wool with an open mind",
    "mittens on a string are the height of civilisation",
    "there are two kinds of people, and the other kind puts knitting in the tumble dryer",
  ],
  tales: [
    "My grandmother left a jumper on the needles. I knitted the last sleeve. You can see where she stops, and I would not have it otherwise.",
    "{Who} bought the ugliest cardigan on the stall. 'It was looking at me,' they said.",
    "I dropped a ball of wool upstairs on the 14, and it got off at the chapel.",
    "We put a scarf on the statue of the duke. By night he had mittens. By Sunday, a cushion.",
    "A man learnt to knit in hospital and has not stopped. The ward has hats, the nurses have hats, the drip has a hat.",
    "Found a stitch marker in my tea, and my spoon in the cardigan.",
    "The baby was early, so the first thing that fitted her was a thing I had made for an egg.",
  ],
  joys: [
    "both socks came out the same length and on the same day",
    "I cast off the last stitch on the last inch of wool",
    "the statue wore it through the frost, and somebody has sewn on a button",
    "the sleeve fits an actual arm",
    "she put on the jumper and would not take it off for the bath",
  ],
  woes: [
    "the moths have held a banquet, and I was the menu",
    "I have knitted two left sleeves, again, with great care",
    "the jumper was washed hot, and it would now fit a brave cat",
    "there is a mistake {n} rows back, and I have known it for {n} rows",
    "they have stopped making the green wool, in the middle of a frog",
  ],
  fears: [
    "the jumper is for somebody with a neck like mine",
    "the moth is in there now, humming",
    "the pattern is in inches",
    "he has worn the scarf only because he saw me at the window",
  ],
  questions: [
    "who put a hat on the bollard, it is good work",
    "what does one do with a single sock of real quality",
    "how do you tell a nephew that there will be no more dinosaurs",
    "is it unlucky to finish somebody else's row",
    "has anyone any of the green wool left, even a yard",
  ],
};

const pottery: Topic = {
  name: "pottery",
  aliases: ["ceramics", "clay", "art", "painting", "design", "drawing"],
  emoji: "🏺 🎨",
  nouns:
    "clay kiln glaze potter jug thumbprint vase mug mugs bowl bowls pot pots porcelain " +
    "teapots shard wheel handle handles plate plates shelf apron thumb slip crack cracks rim",
  things:
    "the kiln; the wheel; the blue glaze; the handle; the jug with the lip; my thumbprint; " +
    "the bowl that leans; the clay",
  acts: [
    "throw/threw/throwing a bowl and get/got/getting a hat",
    "open/opened/opening the kiln too early, like a Christmas door",
    "glaze/glazed/glazing {n} mugs and one elbow",
    "attach/attached/attaching a handle to the wrong side of an argument",
    "centre/centred/centring the clay and nothing else in my life",
    "smash/smashed/smashing the bad pots behind the shed, with names",
    "sell/sold/selling a leaning jug as a choice",
  ],
  facts: [
    "clay remembers every push and brings it up again in the fire",
    "the kiln gives you back what you made, plus an opinion",
    "a mug is bought for its handle and broken by it",
    "glaze is mud until the moment you have given up hope",
    "no two plates in a set like each other",
    "an old pot has a thumbprint in it, and your thumb fits",
  ],
  opinions: [
    "a perfect bowl has nothing to say",
    "any vase that needs flowers is not trying",
    "the crack is where the pot tells you the truth",
    "a jug that does not drip is a rumour",
    "nobody has ever been sad with both hands in clay up to the wrist",
    "teapots should only be made by people who have been forgiven for something",
  ],
  tales: [
    "A bowl blew up in the kiln and took the others with it. I have glued them all into one. It is the best thing that I have made.",
    "{Who} paid for a cup, drank from it, and gave it back to be sold again. 'It works,' they said.",
    "My teacher broke my first good pot. 'Now you know that you can,' she said. I did not forgive her for {n} years. She was right.",
    "Found a shard in the bank of the river with a child's fingerprint on it, eight hundred years old, size of a pea.",
    "The blind man chose the leaning jug out of forty. He says the rest were all facing the wall.",
    "I made a mug for each of the neighbours, with their faces. Nobody recognised their own. Everyone knew the others.",
    "The cat sat in the wet bowl, so it is now that shape, and people ask for it.",
  ],
  joys: [
    "the blue came out, the actual blue, the one off the boat",
    "the kiln door opened on {n} pots and not a single funeral",
    "a handle stayed on through fire, water and my aunt",
    "the clay came up between my hands as though it had only been sitting down",
    "somebody mended one of my bowls with gold, and it is better than I was",
  ],
  woes: [
    "the kiln tripped at the last hour, and everything in it is a biscuit",
    "the jug drips, down the outside, in front of guests",
    "the blue came out the colour of a bruise and a committee",
    "I cut the best one off the wheel and put my sleeve through it",
    "somebody has used the porcelain for a doorstop, and it is doing well",
  ],
  fears: [
    "the bang was the big kiln",
    "the glaze and the soup are in each other's tins",
    "the shelf is going to have its say",
    "they only ever bought the bowl that the cat sat in",
  ],
  questions: [
    "what would you pour from a jug that cannot be trusted",
    "whose thumb is that",
    "is it a seconds sale if all the mugs are seconds",
    "how long do you look at the kiln before you call it prayer",
    "does anybody need {n} lids",
  ],
};

const inventions: Topic = {
  name: "inventions",
  aliases: ["inventing", "robots", "robotics", "electronics", "tinkering", "gadgets", "technology"],
  emoji: "🤖 💡",
  nouns:
    "robot robots invention inventions prototype fuse solder machine gearbox battery " +
    "batteries motor wire wires lever spring workshop toaster drone sensor switch patent " +
    "screwdriver bolt magnet screws rocket smoke instructions umbrella fuses bench mark tape",
  things:
    "the robot; the prototype; the fuse; the red wire; the toaster; mark seven; " +
    "the workshop; the emergency string",
  acts: [
    "build/built/building a machine that butters [toast|the wall]",
    "teach/taught/teaching the robot to open doors, but not to stop",
    "solder/soldered/soldering my sleeve to a doorbell",
    "test/tested/testing mark seven on [my uncle|a willing pigeon]",
    "blow/blew/blowing the fuse for the whole of [the street|bingo night]",
    "take/took/taking apart a toaster to see where the toast was",
    "launch/launched/launching a rocket made of {n} lemonade bottles and regret",
  ],
  facts: [
    "the robot follows anyone in yellow, and so far it has joined a road crew",
    "mark one always works, which is how you end up at mark seven",
    "there is a smell that comes just before an idea stops being one",
    "the emergency string has stopped more disasters than the red button",
    "every great invention was somebody's kitchen first",
    "an invention that hums is alive, and one that ticks is a clock by mistake",
  ],
  opinions: [
    "a machine without a handle is hiding something",
    "anything can be a robot if it disappoints you twice in the same way",
    "the instructions are for those who want the thing on the box",
    "duct tape is an apology in advance",
    "an invention that does one thing should at least do it at the wrong moment",
    "nobody ever changed the world from a tidy bench",
  ],
  tales: [
    "My automatic umbrella opened in the bank. They have asked me not to demonstrate it again, and to leave a copy of the plans.",
    "{Who} brought a radio to be fixed. I made it better. It is now, legally, an oven.",
    "The robot got out and was found at the river, looking at the ducks. I let it have another ten minutes.",
    "I built my grandmother a chair that rises. She went through the stages: fear, joy, ceiling.",
    "The sleepwalking alarm woke everyone in the street except me. I was in the street.",
    "My teacher said the machine would never fly. It flew, through his sandwich, and then it never flew again.",
    "Mark four apologises when it bumps into things. It has better manners than the rest of the council.",
  ],
  joys: [
    "the machine worked, first time, and I have no idea why, and I am not touching anything",
    "the robot brought the cup, the right one, with tea still in it",
    "mark seven went the length of the yard and turned, and waited for me",
    "the smoke was only steam",
    "the small green light came on, the one on the robot, and I sat down on the floor",
  ],
  woes: [
    "the robot is afraid of the cat, and the cat has found out",
    "I had {n} screws over, and now the lights work the gate",
    "the fuse blew, and with it the whole street's supper",
    "mark seven does it perfectly as long as nobody needs it",
    "my patent came back with a drawing of the wheel",
  ],
  fears: [
    "the red wire was the other red wire",
    "the robot has been switched on since Sunday and is only thinking",
    "the robot likes the neighbours better",
    "nothing is burning and that is the smell of learning",
  ],
  questions: [
    "has anyone seen a small robot, shy, with a mixing bowl on",
    "what would you want done for you by a machine that means well",
    "how many fuses does a street have, roughly, left",
    "is it still stealing if the magnet did it",
    "does anybody own a magnet the size of a cow",
  ],
};

const code: Topic = {
  name: "code",
  aliases: ["compilers", "programming", "software", "computers", "coding", "web development", "ai"],
  emoji: "💻 🐛",
  nouns:
    "code compiler semicolon parser software bug bugs program bracket brackets variable " +
    "variables backup loop loops function server keyboard test tests error errors type types " +
    "stack pointer commit screen file log button deadline timetable line lines duck cousin",
  things:
    "the compiler; the missing bracket; the failing test; the variable called temp2; the loop; " +
    "the build; the backup; line 311",
  acts: [
    "fix/fixed/fixing a bug by explaining it to a [duck|very patient spaniel]",
    "delete/deleted/deleting {n} lines and hear/heard/hearing the fan calm down",
    "name/named/naming a variable after [an aunt|a river] and regret/regretted/regretting both",
    "read/read/reading an error message to the end, like a telegram",
    "rewrite/rewrote/rewriting the parser instead of calling my mother",
    "search/searched/searching for a missing bracket until [dawn|the soup had gone cold]",
    "comment/commented/commenting out the only code that worked",
  ],
  facts: [
    "the comment in the code says 'temporary', and it is old enough to vote",
    "a compiler is the only reader who stops at every mistake",
    "the bug leaves when you ask somebody to come and look",
    "tests that never fail are furniture",
    "somewhere a whole bank depends on a file called final_final_2",
    "the program does what you wrote, which is a hard thing to be told",
  ],
  opinions: [
    "a good error message is a kind of love letter",
    "anyone can write a loop, but it takes character to leave one",
    "naming variables is the whole job, and the rest is typing",
    "there is no cloud, only a cold room with somebody's cousin in it",
    "the best code I ever wrote was the part that I took out",
    "a deadline is a number with a face",
  ],
  tales: [
    "Found a comment in the old code: if you are reading this, go home. It was signed by me.",
    "{Who} asked if I could fix the printer. I explained types. They fixed the printer.",
    "The library's server is under the stairs, behind the mop. It has run for {n} years because no one has found it.",
    "Wrote a program to water the geraniums. It has watered the router. The geraniums were first in the list.",
    "My first program asked for your name and then said hello. I have not had a cleaner relationship since.",
    "The bus timetable was off by one hour for a year. It was a plus sign. I have met the plus sign, we live together.",
    "An old woman at the repair evening had typed all her letters into one file, from 1994. It would not open. At midnight it did. She read one and closed it.",
  ],
  joys: [
    "the program compiled, in one go, in silence, and I did not trust it for an hour",
    "the whole test suite went green from top to bottom like a lime avenue",
    "the bug was one character, and I have framed it",
    "somebody in Finland sent a fix for a program that I wrote when I was sad",
    "the program stopped where it should stop, and so, for once, did I",
  ],
  woes: [
    "the test fails only on Thursdays, and I have the log from {n} Thursdays",
    "the backup is a shortcut to the thing that was lost",
    "the missing semicolon was in another file, in another year",
    "someone has called a variable 'data2final' and then left to raise alpacas",
    "the software update has moved the button to where the other button was",
  ],
  fears: [
    "the build passes because the test is empty",
    "the loop has been running since the wedding",
    "I am the only one who understands the backup",
    "line 311 is holding up the bus timetable",
  ],
  questions: [
    "who wrote this function, and why does the log say that it was me",
    "how do you comment a line of code that you are ashamed of and need",
    "is it a bug if somebody has got used to it",
    "tabs or spaces, and have you told your family",
    "what is on line 311, without looking",
  ],
};

export const craft: readonly Topic[] = [knitting, pottery, inventions, code];
