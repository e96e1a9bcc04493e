// Subjects with fur and feathers: dogs, cats, hens, bees.
import type { Topic } from "./topic.ts";

const dogs: Topic = {
  name: "dogs",
  aliases: ["dog", "puppies", "dog walking", "pets", "animals"],
  emoji: "🐕 🐾",
  nouns:
    "dog dogs terrier spaniel puppy greyhound kennel vet lead paw paws stick collar tail " +
    "bark bone squirrel slipper sausage walk nose ball basket biscuit sofa towels bed",
  things:
    "the terrier; the old spaniel; the lead; the stick; the slipper; the dog from the pub; " +
    "the good side of the sofa; the squeaky duck",
  acts: [
    "throw/threw/throwing the stick and end/ended/ending up fetching it",
    "walk/walked/walking {n} dogs on one lead of my own design",
    "apologise/apologised/apologising to a sheep on behalf of a spaniel",
    "share/shared/sharing a sausage roll in strict halves",
    "dry/dried/drying a terrier with [the good towels|my scarf]",
    "call/called/calling the wrong dog's name and get/got/getting four dogs",
    "sleep/slept/sleeping on the edge of my own bed",
  ],
  facts: [
    "a dog knows the word walk in three languages and when it is spelled",
    "the pub dog has had two breakfasts by nine, both as a stray",
    "a spaniel is mainly river",
    "the smallest dog on the green runs the green",
    "dogs remember one squirrel for life",
    "you may know a person for years by the name of their dog and nothing else",
  ],
  opinions: [
    "a dog in a coat knows something about its owner",
    "no stick is too long for a door, only a door too narrow",
    "anyone whom dogs dislike should at least be asked to sit by the window",
    "a wet dog belongs to everybody",
    "the vet should give the biscuit to the human",
    "whoever named that greyhound Turbo has never been answered",
  ],
  tales: [
    "The old spaniel waits at the stop for the ten past four. Nobody has got off it for him since the spring. The driver gets out and says hello.",
    "{Who} left the dog outside the bank, and the dog took three deposits.",
    "Our terrier went to obedience class. He teaches it now.",
    "A dog joined the funeral at the corner and walked behind to the end, very straight. Nobody knew whose he was.",
    "I lost the ball, the lead and the path, in that order. The dog had all three.",
    "The vet asked what he had eaten. I brought a list. She put it up in the waiting room.",
    "Two dogs met, and so their people had to. It will be a small wedding, near the duck pond.",
  ],
  joys: [
    "the dog brought back the right stick, the very one, out of a wood",
    "the old spaniel ran, actually ran, with his ears a second behind",
    "somebody's puppy fell asleep on my foot, so I was late and right",
    "the puppy came when I called, in front of the man who said he would not",
    "the terrier has made peace with the hoover",
  ],
  woes: [
    "the dog has eaten the lead, so now we go on trust",
    "the dog rolled in it, and then he sat in the front",
    "the good slipper is in the pond with the other good slipper",
    "the sofa is his in law, I have asked",
    "the spaniel met a skirting board of wet paint and told the whole house",
  ],
  fears: [
    "the vet has seen what the dog has seen",
    "the bone was not his to bury",
    "the dog is being nice because of something in the hall",
    "the dog likes number nine's sausages for themselves",
  ],
  questions: [
    "what does your dog do at ten past four",
    "has anyone lost a slipper, brown, well loved, wet",
    "who is taking whom for a walk on the hill",
    "can a terrier be barred from a wood",
    "does your dog also know the sound of one particular cheese",
  ],
};

const cats: Topic = {
  name: "cats",
  aliases: ["cat", "kittens", "my cat"],
  emoji: "🐈 🐟",
  nouns:
    "cat cats kitten whiskers purr catflap tuna windowsill vase mouse mice paw paws claw " +
    "claws fur saucer basket cushion wardrobe bowl curtain pillow fish radiator tail tin " +
    "posters",
  things:
    "the cat; the cat from number nine; the warm windowsill; the empty box; the tuna tin; " +
    "the vase; the cat flap; the ginger one",
  acts: [
    "open/opened/opening the door for a cat who was thinking about it",
    "move/moved/moving house, except for one chair, which is taken",
    "rescue/rescued/rescuing a cat from a tree it was renting",
    "explain/explained/explaining to the cat that it had eaten",
    "lie/lay/lying still for [two|three] hours so as not to disturb a tail",
    "buy/bought/buying a bed for the cat and get/got/getting a box for free",
    "follow/followed/following the cat to find out where it is called [Maurice|Princess]",
  ],
  facts: [
    "the ginger cat has supper at four houses and a different name at each",
    "a vase has a natural lifespan, and the cat knows it",
    "a closed door is the only thing a cat truly loves",
    "no cat has ever been in a hurry and on the correct side of a window",
    "you can measure a friendship by who feeds whose cat in August",
    "mice in this town are mentioned more often than seen",
  ],
  opinions: [
    "a cat on the newspaper has read enough for both of you",
    "people who train cats are being watched by better trainers",
    "a lap is a form of civil service",
    "nothing bought for a cat has ever been as good as what it came in",
    "a house with a cat in the window is already answering you",
    "the purr is the only engine anyone should start before seven",
  ],
  tales: [
    "The ginger cat was missing for a week. We put up posters. He sat under one, and looked better in the photograph.",
    "{Who} and I found out that we have the same cat. We have agreed on Tuesdays.",
    "My grandmother's cat walked ahead of her coffin as far as the gate, then turned round and went back to the chair.",
    "The cat brought in a mouse, put it down and watched it leave. I think it was a tour.",
    "A kitten got into the organ. The hymn that day had {n} verses and a scream.",
    "I sneezed and the cat moved out. He is across the road now, in the window, looking healthy.",
    "Put a collar on the cat with a note: does he eat with you? It came back: yes, and he says you are cruel.",
  ],
  joys: [
    "the cat sat down on me in front of visitors, by choice",
    "the cat slept across both our laps, so nobody could leave and we talked",
    "the kitten found its feet and then all of ours",
    "the ginger cat came home with a ribbon from somebody's show",
    "for once it was somebody else's vase",
  ],
  woes: [
    "the cat has shut me out and is sitting on the key",
    "there is half a mouse on the pillow, the better half I am told",
    "the cat has stopped eating the tin that I bought forty of",
    "the curtain has come down, pole and all, and the cat was in the next room at once",
    "the cat came home smelling of another woman's fish",
  ],
  fears: [
    "the cat is staring at where I shall be standing",
    "the cat only stays for the radiator",
    "the cat has a fifth house",
    "the mouse and the cat have come to an understanding",
  ],
  questions: [
    "what is the ginger cat called at yours",
    "is it normal to knock before going into my own kitchen",
    "how do you take a thermometer from a cat without a lawyer",
    "who gave him tuna and with it a taste for tuna",
    "does anyone own a vase, still",
  ],
};

const hens: Topic = {
  name: "hens",
  aliases: ["chickens", "poultry", "farming", "ducks", "smallholding"],
  emoji: "🐔 🥚",
  nouns:
    "hen hens bantam cockerel coop henhouse ducklings egg eggs yolk fox straw feather " +
    "feathers beak perch nest corn yard comb grain fence duck ducks bridesmaids",
  things:
    "the brown hen; the bantam; the cockerel; the coop; the broody one; the nest box; " +
    "the double-yolker; the corn bin",
  acts: [
    "count/counted/counting {n} hens at dusk, and one more",
    "chase/chased/chasing a bantam through [a christening|the garage|three gardens]",
    "collect/collected/collecting the eggs in a hat that I then put on",
    "talk/talked/talking a broody hen off a [golf ball|doorknob]",
    "mend/mended/mending the run with a [tennis racket|bed frame]",
    "lose/lost/losing a staring match to the cockerel",
    "carry/carried/carrying a hen home under my coat on the bus",
  ],
  facts: [
    "the pecking order changes on Sundays, after some discussion",
    "a hen announces an egg like a person who has found parking",
    "the cockerel is wrong about dawn by an hour, with enormous confidence",
    "broody hens will sit on anything round, including a rumour",
    "a fox counts them too",
    "hens go to bed by themselves, which is more than one can say for poets",
  ],
  opinions: [
    "an egg should arrive with a feather on it and no date",
    "no one who has looked a hen in the eye can believe in progress",
    "a bantam is a large hen seen from close to by itself",
    "a cockerel is what happens when a trumpet gets legs",
    "the quiet hen has a plan",
    "a double yolk is a letter from nature with two stamps on it",
  ],
  tales: [
    "The brown hen walked into the bank and settled under the counter. They have given her a mat.",
    "{Who} paid me back in eggs for a loan of {n} years ago. With interest. I have a lot of eggs.",
    "Our broody one hatched four ducklings and stood at the edge of the pond, screaming. Then one evening she went in up to her knees.",
    "A fox got in and sat on the perch with them until morning. I think he had lost his nerve.",
    "The cockerel fell off the roof mid-crow. He finished the crow on the way down.",
    "My aunt names the hens after her bridesmaids. She has had one of them for Sunday lunch, and it was that one.",
    "The boy next door sold me my own eggs at the gate. He had drawn faces on them. I bought six.",
  ],
  joys: [
    "there were {n} eggs, all warm, and one was blue",
    "the bantam sat on my shoe and shut her eyes",
    "the ducklings came out in a row with the hen behind them, giving orders",
    "the cockerel slept in, and so did four streets",
    "the old hen laid again after a year off, and has told everyone",
  ],
  woes: [
    "the fox has been, and left only the polite one",
    "they have all stopped laying since the trombone moved in",
    "I sat on the eggs",
    "the cockerel has found my bedroom side of the roof",
    "the bantam has pecked the postman where he keeps his patience",
  ],
  fears: [
    "the fence is only a suggestion to them",
    "the silence in the coop is planning",
    "one of the hens can count as well",
    "the blue egg is not ours",
  ],
  questions: [
    "whose hen is under the counter at the bank",
    "does a cockerel know that there are other towns",
    "how do you give a bridesmaid's name back",
    "what do you feed a hen who has gone off people",
    "is it rude to eat an egg in front of a hen",
  ],
};

const bees: Topic = {
  name: "bees",
  aliases: ["beekeeping", "honey", "insects", "apiary"],
  emoji: "🐝 🍯",
  nouns:
    "bee bees hive hives honey swarm nectar drone drones beekeeper queen smoke veil wax " +
    "sting stings clover pollen limes frame frames jar heather wasps lavender",
  things:
    "the old queen; the third hive; the smoker; the veil; the swarm; the honey; the clover field; " +
    "the frames",
  acts: [
    "tell/told/telling the bees about the [wedding|election|bypass]",
    "follow/followed/following a swarm through {n} gardens and a funeral tea",
    "borrow/borrowed/borrowing a veil from a bride",
    "lift/lifted/lifting a frame as heavy as a sleeping child",
    "take/took/taking a sting for a [stranger|dog] and mention/mentioned/mentioning it",
    "wear/wore/wearing two pairs of trousers and one bee",
    "hum/hummed/humming back at the hive in B flat",
  ],
  facts: [
    "bees must be told of a death in the house, or they leave",
    "a spoon of honey is the whole life of twelve bees and some of the vicar's limes",
    "the drones do nothing all summer and are put out in autumn, in front of everyone",
    "a swarm sounds angry and is only looking for a flat",
    "they fly three miles for clover and past my lavender to do it",
    "the queen is moved by everybody and asked by nobody",
  ],
  opinions: [
    "anyone who waves their arms at a bee should try it on a bus driver",
    "honey that pours easily has had an easy life",
    "no government has ever smelled as good as a hive",
    "a garden without bees is wallpaper",
    "the sting is fair, considering the rent",
    "a hive in winter is the only meeting I would have liked to attend",
  ],
  tales: [
    "The swarm settled on the bus stop. People waited beside it very politely, and it went before the bus came.",
    "When my uncle died I knocked on each hive and told them. The third one went quiet. It was his.",
    "{Who} asked if bees know their keeper. I said no. Then I took off my hat, and one of them came and sat on the place where she always sits.",
    "The whole choir stood outside until a bee had finished with the font flowers.",
    "A child traded me a drawing of a bee for a jar. The bee has a handbag. It hangs over the hives.",
    "I lost the old queen on the kitchen table between the toast and the gas bill. She was walking about on the bill.",
    "The schoolteacher was stung and thanked it. She says it was the only one who had listened.",
  ],
  joys: [
    "the frames came up so full that the lid floated",
    "they took to the new hive like guests who have smelled supper",
    "the limes are out, and the whole avenue hums one note",
    "I worked all three hives in shirt sleeves and nobody minded anyone",
    "the first honey ran, the light came through it, and we just stood there with our spoons",
  ],
  woes: [
    "the second hive has left without a word and taken the furniture",
    "I have a sting on each eyelid and a christening at two",
    "it has rained on the lime blossom for a week, and they look at me",
    "wasps got in by the door that I had made for mice",
    "the smoker went out just as I had lifted the lid and said good morning",
  ],
  fears: [
    "one of them is inside the veil with me and waiting",
    "nobody has told the bees",
    "the bees have found the sweet shop and will not come home",
    "the queen has heard about the other hive",
  ],
  questions: [
    "who is going to tell the bees about this",
    "does honey remember the street",
    "what does one wear to be stung in, by bees one knows",
    "where does one seat a swarm at a wedding",
    "can you be homesick for the sound of a hive",
  ],
};

export const animals: readonly Topic[] = [dogs, cats, hens, bees];
