// Subjects of lamplight: night shifts, theatre, school, photography.
import type { Topic } from "./topic.ts";

const nights: Topic = {
  name: "night shifts",
  aliases: ["nursing", "night shift", "hospital", "insomnia", "sleep", "health", "night"],
  emoji: "🌙 🏥",
  nouns:
    "ward nurse nurses hospital patient patients matron porter bandage corridor night nights " +
    "shift shifts monitor trolley dawn pillow blanket pulse thermometer slippers sleep lamp " +
    "drip bed beds curtain machine crisps rota curtains buzzers biscuits chips plaster lift",
  things:
    "the ward; bed six; the long corridor; the vending machine; the night porter; my slippers; " +
    "the four o'clock hour; the sluice door",
  acts: [
    "walk/walked/walking the corridor {n} times and meet/met/meeting only the porter",
    "hold/held/holding a patient's hand until it was somebody's morning",
    "hide/hid/hiding a birthday cake in the [linen|X-ray] room",
    "whisper/whispered/whispering the football scores to bed six",
    "sleep/slept/sleeping through a day like a cat in a shop window",
    "feed/fed/feeding coins to the machine for the crisps that will not drop",
    "draw/drew/drawing a face on a plaster for a judge",
  ],
  facts: [
    "on a ward the truth comes out at four, along with the biscuits",
    "everybody on a ward is somebody's bad sleeper",
    "the vending machine gives two of everything to a person who is crying",
    "at night old men ask the time and mean something else",
    "a ward breathes, and after a year you can tell who is out of step",
    "on the night shift daylight is what other people have",
  ],
  opinions: [
    "a squeaky trolley is worse than a ghost, and we have both",
    "anyone who mows a lawn before noon should be shown my rota",
    "there is no medicine like a clean pillow and one rude joke",
    "blackout curtains are a human right",
    "visiting hours should be at ten past three, when they are needed",
    "the night porter ought to run the country, but he is busy",
  ],
  tales: [
    "Bed six asked me to open the window so that the night could see her. I opened it.",
    "{Who} came in with a broken arm and left knowing how to knit. That was bed nine's doing.",
    "The porter plays the harmonica in the lift. Nobody has ever pressed the button to make him stop.",
    "A patient of ninety wanted chips at four. We found chips. He only wanted to smell them and be asked about salt.",
    "Bed two and bed five have got engaged across the curtain. They have not seen one another standing up.",
    "On the way home I met the milk, the paper and a fox. We are all on the same rota.",
    "A boy could not sleep for fear, so he did the round with me, in his socks, and ticked them off: asleep, asleep, asleep.",
  ],
  joys: [
    "all of the beds slept, all at once, and I could hear the snow",
    "bed six ate half a pear and called me bossy",
    "the sun came up in the end window and walked down the ward like a consultant",
    "somebody had left a real pillow in the break room with my name on it",
    "the vending machine dropped both packets",
  ],
  woes: [
    "there were three buzzers and one nurse, and I was the nurse",
    "the neighbours are sanding a floor under my only night",
    "bed six has gone, and they have already changed the sheet",
    "I put on my coat at dawn and it was my pyjamas",
    "the crisps have been hanging by a corner since {n} shifts ago",
  ],
  fears: [
    "I left the lamp on over bed two and she will not say",
    "the quiet on the ward is the sort that comes before",
    "I have been on nights so long that the day is pretending",
    "the squeak is not the trolley",
  ],
  questions: [
    "who else is up at this hour of the night, and what is your excuse",
    "what do you eat when your supper is everybody's toast",
    "does anyone know a quiet way of sanding a floor",
    "is it breakfast if the shift has just ended and you are crying",
    "what would you want to hear from a nurse at four",
  ],
};

const theatre: Topic = {
  name: "the theatre",
  aliases: ["theatre", "theater", "acting", "drama", "amateur dramatics", "film", "cinema"],
  emoji: "🎭",
  nouns:
    "theatre actor actors stage curtain prompter costume rehearsal audience trapdoor " +
    "applause play scene wig script props prop director lines villain beard spotlight " +
    "understudy interval musicals duke moustache set review critic corpse horse row act",
  things:
    "the curtain; the prompter; act two; the false beard; the trapdoor; the wig; the horse costume; " +
    "the front row",
  acts: [
    "forget/forgot/forgetting one line and live/lived/living in the gap for a year",
    "sew/sewed/sewing the hero into the [sofa|back half of the horse]",
    "prompt/prompted/prompting the wrong play",
    "die/died/dying in act one and make/made/making the interval sandwiches",
    "paint/painted/painting a forest of {n} trees, one with a face",
    "exit/exited/exiting through the [wardrobe|fireplace|duke]",
    "clap/clapped/clapping in the wrong place and start/started/starting something",
  ],
  facts: [
    "the back half of the horse always has the better actor in it",
    "a gun on the wall in act one will be forgotten in the van by act three",
    "the front row sees up noses and is loyal for life",
    "an understudy prays in a very particular way",
    "there are more tears in the props cupboard than on the stage",
    "every village company has a Hamlet over sixty",
  ],
  opinions: [
    "nobody should act with a real dog who does not want to lose",
    "a false beard is a promise to the back row",
    "the prompter is the only one who has read the play",
    "musicals are what happens when people will not just say it",
    "the interval is the best-written part of most evenings",
    "applause should be allowed at breakfast",
  ],
  tales: [
    "The villain's moustache came off in the kiss, and the heroine wore it to the end.",
    "{Who} shouted 'he is behind you' in a Chekhov. He was, too.",
    "The trapdoor opened in the love scene. He went on with the speech from below, and it was much better.",
    "Our ghost is played by the bank manager. On Monday people asked him for loans with real fear.",
    "The power failed, so we did act three by bicycle lamp. The lamp got its own curtain call.",
    "My grandmother mouthed the whole of Juliet from row F. She had been the nurse in 1951.",
    "The second night had an audience of one old man. We did the whole play. He stood up at the end and bowed to us.",
  ],
  joys: [
    "the theatre was full, and one child in row C forgot to breathe",
    "I remembered every line, even the one that I always make up",
    "the curtain went up in one piece",
    "the audience laughed where it was funny and nowhere else",
    "the prompter closed the book in the last act and simply watched",
  ],
  woes: [
    "the duke has mumps, and the costume only fits the duke",
    "I entered two scenes early, as a corpse",
    "somebody in the audience unwrapped one sweet for the whole of the farewell",
    "the review of our play mentions the heating, twice, with warmth",
    "the set fell down, and the audience took it for the meaning",
  ],
  fears: [
    "the next line is mine and this is the silence before it",
    "they have cast me as the front half",
    "the critic has gone out for good",
    "the trapdoor has been drinking",
  ],
  questions: [
    "who has seen a beard, chestnut, left-handed",
    "how do you die better on stage, I have been asked to be quicker",
    "would you rather be the horse or the moon",
    "what is my motivation, and is there cake in it",
    "does anybody still have the key to the thunder",
  ],
};

const school: Topic = {
  name: "school",
  aliases: ["teaching", "education", "homework", "university", "learning", "children", "parenting"],
  emoji: "🏫 ✏️",
  nouns:
    "school teacher teachers homework pupil pupils headmistress classroom blackboard lesson " +
    "lessons essay exam caretaker chalk class bell corridor satchel ruler playground " +
    "detention desk register recorder rabbit numbers assembly radiators nits gloves library",
  things:
    "the homework; the caretaker; the bell; the chalk; the back row; class 4b; the lost property box; " +
    "the headmistress",
  acts: [
    "write/wrote/writing an essay on [patience|eels] in one break",
    "correct/corrected/correcting {n} exercise books and one marriage",
    "lose/lost/losing a tooth in a lesson about Rome",
    "draw/drew/drawing the teacher too well",
    "learn/learned/learning the rivers in order and never need/needed/needing them",
    "sit/sat/sitting an exam next to a [nosebleed|genius|wasp]",
    "carry/carried/carrying home a clay owl that was meant to be my mother",
  ],
  facts: [
    "the caretaker knows who will come to something",
    "nobody has ever asked a question as good as the one in the last minute",
    "the lost property box holds {n} left gloves and a trumpet",
    "a class goes quiet for two things, snow and a teacher who is about to cry",
    "the tallest boy in 4b is afraid of the rabbit",
    "every school smells of the same floor polish, and it gets you in the knees",
  ],
  opinions: [
    "the back row is a university",
    "homework should have to explain itself",
    "a good teacher is remembered for something that was not in the lesson",
    "nobody learns anything on a Friday but dignity",
    "the recorder is not an instrument, it is a test of parents",
    "marks in red are for roads, not for children",
  ],
  tales: [
    "A girl wrote 'my hero is the bus driver because he waits'. It is up in the depot now, laminated.",
    "{Who} taught us fractions with a pork pie. I still cannot do thirds without mustard.",
    "The caretaker found my satchel from {n} years ago behind the boiler. Sandwich and all. He had not looked inside, he said, out of respect.",
    "They asked 4b what they want to be. One said 'warm'. Another said 'left alone'. We have ordered radiators.",
    "The rabbit got out in the exam. Marks were up on last year.",
    "My old teacher corrects the menu at the café. They print it again every time. She leaves a star.",
    "A boy asked whether numbers stop. I said no. He sat down and said: poor things.",
  ],
  joys: [
    "the bell rang, and not one of them got up",
    "the boy who never speaks put his hand up, and it was about owls, and it was all of it",
    "we had snow at ten past eleven, with the whole class at the window",
    "the essay came back with one word on it, and the word was 'more'",
    "the clay owl has been standing on her desk since",
  ],
  woes: [
    "the recorder group has learnt a second note",
    "4b has nits, I have 4b, so I have nits",
    "it was the wrong trousers in front of the whole of school assembly",
    "they have put the library into a cupboard to make room for a wellness pod",
    "the dog did eat the homework, this once, and I have no credit left",
  ],
  fears: [
    "the exam was on the other side of the paper",
    "the school rabbit is in the ceiling",
    "the headmistress smiled",
    "they all know that I looked it up at lunch",
  ],
  questions: [
    "do numbers mind being taught in a hut",
    "what did your caretaker know about you",
    "who still dreams about the exam, and are you dressed in it",
    "how do you spell the sound a radiator makes, it is for an essay",
    "which teacher do you still hear when you sharpen a pencil",
  ],
};

const photography: Topic = {
  name: "photography",
  aliases: ["photos", "cameras", "photographs", "camera", "pictures"],
  emoji: "📷 🎞️",
  nouns:
    "photograph photographs camera cameras darkroom tripod portrait snapshot photographer " +
    "negative negatives picture pictures lens shutter film album flash focus thumb frame " +
    "print shadow smile pose filter group uncle heron light passport caption beach woman",
  things:
    "the camera; the darkroom; the last frame; the flash; the negative; the passport photo; " +
    "the group picture; the light at half past four",
  acts: [
    "photograph/photographed/photographing a wedding through [confetti|somebody's hat]",
    "develop/developed/developing a film from the [glove box|attic] and meet/met/meeting my father at nineteen",
    "wait/waited/waiting {n} minutes for a heron to turn round",
    "shake/shook/shaking a print dry over the bath",
    "crop/cropped/cropping an uncle out and then put/put/putting him back",
    "take/took/taking the group picture and leave/left/leaving the cap on",
    "smile/smiled/smiling for a passport and get/got/getting refused",
  ],
  facts: [
    "the best picture is the one after 'all right, thank you'",
    "in every group picture one person is looking at the person they love",
    "no one has ever liked a photograph of themselves taken by an enemy, and rightly",
    "the light at half past four makes even the bus station a cathedral",
    "a thumb in the corner is proof that somebody was there",
    "old cameras see slower, so people in them have time to be themselves",
  ],
  opinions: [
    "a filter on a photograph is a lie with a warm jumper on",
    "nobody needs {n} pictures of one lunch",
    "a portrait should have one thing wrong with it",
    "the flash is a small rudeness, and should be paid for in prints",
    "the blurred pictures are the ones that moved",
    "a wedding needs one photographer and one bored child with a camera, and the child will win",
  ],
  tales: [
    "The album had one empty frame, with a caption: him, laughing. We never found the photograph. You do not need it.",
    "{Who} came for a passport picture and asked for a second, smiling, for no one in particular.",
    "Found a film in the tripod I bought. A beach, a dog, a woman looking straight at me. I have put it in the shop window. She has not come yet.",
    "My mother cut my father out of every photograph. She kept the pieces. He is all in one envelope now, looking left.",
    "I have taken a picture of the same corner each morning for {n} years. There is a man in it who grows old. We have nodded since March.",
    "A child asked why in photographs the old days were grey. I said we were saving up.",
    "For the group picture of the fire brigade the alarm went. I have a lovely photograph of {n} chairs.",
  ],
  joys: [
    "the picture came up in the tray, slow, like a face through steam",
    "the heron turned, the sun turned, and I had one frame left",
    "she saw her portrait and said: so that is what my mother looks like",
    "the contact sheet had not one closed eye on it, not even the bishop's",
    "the bored child's picture is the one that they have framed",
  ],
  woes: [
    "somebody opened the darkroom to ask if I was in",
    "the lens cap was on for the whole of Venice",
    "the film was in its second life, so there is a goat in the christening",
    "I have everyone on the picture but the one it was for",
    "the passport people say that I do not look like me, and I see what they mean",
  ],
  fears: [
    "the woman in the window is looking at someone behind me",
    "the film was never wound on",
    "the best one is the one I put down the camera for",
    "the passport picture is how I always look",
  ],
  questions: [
    "does anybody know the woman in this photograph, or the dog, or the beach",
    "who has the missing snapshot, the one with him laughing",
    "why do we hold our stomachs in for a camera",
    "what was the last thing you kept out of the frame",
    "is it still a portrait from behind",
  ],
};

export const lamplight: readonly Topic[] = [nights, theatre, school, photography];
