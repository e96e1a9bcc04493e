// Subjects of ink: libraries, crime novels, crosswords, letters.
import type { Topic } from "./topic.ts";

const libraries: Topic = {
  name: "libraries",
  aliases: ["library", "books", "reading", "the library", "literature"],
  emoji: "📚",
  nouns:
    "library librarian book books bookmark bookmarks catalogue paperback atlas novel shelf " +
    "shelves page pages loan fine fines stamp reader readers spine chapter dictionary " +
    "trolley desk westerns cookbooks volume poetry biographies geography silence copy roof " +
    "wallpaper stories",
  things:
    "the returns trolley; the large-print westerns; the overdue pile; the date stamp; " +
    "the reading room; the top shelf; the atlas with the missing sea; the card index",
  acts: [
    "shelve/shelved/shelving {n} cookery books and go/went/going home hungry",
    "find/found/finding a [rasher|love letter|feather] used as a bookmark",
    "return/returned/returning a book I had owned all along",
    "read/read/reading the last page first and regret/regretted/regretting the middle",
    "whisper/whispered/whispering so softly that we both had to leave the room",
    "forgive/forgave/forgiving a fine of [four pounds|ninety pence|eleven years]",
    "fall/fell/falling asleep in the atlas, around Peru",
  ],
  facts: [
    "the book you need is out, and the person who has it is using it as a coaster",
    "bookmarks found this year include a rasher, a divorce and a bus",
    "children read under the library tables because the good stories are down there",
    "a book that has been in the bath never quite closes again",
    "the westerns leave the library on Tuesdays and nobody has ever seen who takes them",
    "in every library there is one chair that is warm before you sit down",
  ],
  opinions: [
    "a book with no crumbs in it has not been read, only visited",
    "silence in a library is the room thinking",
    "people who fold the corner of a page have something wild in them",
    "nobody should be charged for a late book that made them late for everything else",
    "poetry belongs on the low shelf, where someone may trip over it",
    "a dictionary is the only book that keeps every promise",
  ],
  tales: [
    "A book came back after {n} years with a note: sorry, I was not ready for the ending.",
    "{Who} asked for 'the blue book my mother liked'. We found it. It was green.",
    "A boy wanted something with no dogs dying. I stood in front of the shelves for an hour. It is a short list.",
    "Somebody pencils tiny corrections into the cookbooks. They are right every time. Less cumin, always less cumin.",
    "The man who sleeps in the reading room woke up and recommended a book. It was very good.",
    "I stamped a book upside down and a woman said it was the first thing that had made her laugh since August.",
    "My grandmother read aloud to the wallpaper when she was alone, so that the wallpaper would know.",
  ],
  joys: [
    "the book was in, on the shelf, in its place, as if it had been waiting with its coat on",
    "a child checked out {n} books and could not see over them",
    "the missing volume was behind the radiator, warm as a loaf",
    "someone returned the atlas, and they had drawn the sea back in",
    "we read by the window until they put the lights out around us",
  ],
  woes: [
    "the last page is gone, and it was a murder",
    "somebody has shelved the poetry under plumbing",
    "the library roof has found the biographies again",
    "they want to swap the reading room for a room with a screen",
    "I lent the good copy of the novel to a man with a bath",
  ],
  fears: [
    "the fine has reached the price of a house",
    "the person before me died in chapter nine and left the bookmark",
    "I have shelved the whole of geography upside down",
    "somebody will count the westerns and find the library short",
  ],
  questions: [
    "what is the strangest bookmark you have ever pulled out",
    "who has the second volume of the novel, and are they all right",
    "may one eat a pear in the reading room if one is quiet about it",
    "which book did you not give back",
    "do you finish a bad book out of pity",
  ],
};

const crime: Topic = {
  name: "crime novels",
  aliases: ["detective novels", "mysteries", "true crime", "thrillers", "detective stories"],
  emoji: "🔍 🗝️",
  nouns:
    "detective murderer murder murders butler alibi corpse sleuth villain culprit body clue " +
    "clues vicar poison inspector suspect suspects plot candlestick gun glove twist mystery " +
    "trifle motive footprint lemons poisoner twin chimney aunt witness cake gunshot",
  things:
    "the butler; the second glove; the locked room; chapter nine; the poison; the alibi; " +
    "the inspector's moustache; the twist",
  acts: [
    "guess/guessed/guessing the murderer on page {n} and tell/told/telling everybody",
    "suspect/suspected/suspecting the [milkman|organist] with no evidence at all",
    "solve/solved/solving the matter of the missing [biscuits|ladder] by footprint",
    "interview/interviewed/interviewing the cat about the ham",
    "read/read/reading a murder in the bath and drop/dropped/dropping the culprit",
    "follow/followed/following a man with one glove as far as the glove shop",
    "draw/drew/drawing a chalk line round the trifle",
  ],
  facts: [
    "nobody in a village mystery ever goes home when they hear a noise",
    "the person who says the least on page ten has done it",
    "it takes six hours to die of anything in a book, unless you know the name",
    "an inspector with a hobby will be right, one with a wife will be late",
    "every locked room has a chimney, and it is never the chimney",
    "the more polite the vicar, the deeper the lake",
  ],
  opinions: [
    "the butler has been treated abominably by this whole literature",
    "a twist you can see is only a bend",
    "no murder should need a map of the house",
    "the dog that did not bark deserved a book of its own",
    "a village with nine murders in it should at least change its bus times",
    "I would trust a poisoner before a person who reads the end first",
  ],
  tales: [
    "The last page of the murder was torn out. In its place, in pencil: it was the aunt. It was not the aunt.",
    "{Who} asked which poison leaves no trace. Then bought {n} lemons. I have written down the time.",
    "We had a real mystery: who ate the wedding cake. It had a motive, a ladder and a very quiet flower girl.",
    "I suspected my neighbour of burying something. It was bulbs. It was {n} bulbs. I am still watching the bed.",
    "Read a crime novel on the bus and missed my stop. So had the man reading over my shoulder. We know who did it.",
    "My aunt writes the murderer's name on page one, in ink. She says it is kinder.",
    "At the murder weekend I was the body. I fell asleep on the rug and they solved it around me.",
  ],
  joys: [
    "I had the murderer by page forty and stayed modest until page sixty",
    "it was not the butler, and the butler got the house",
    "there is a whole new shelf of murders, and it is going to rain",
    "the clue was in the soup, and I had smelled it",
    "the twist was so good that I went back and read the beginning with my mouth open",
  ],
  woes: [
    "somebody has told me who the murderer was, in the queue, with pleasure",
    "the murderer was a twin, after four hundred pages it was a twin",
    "the inspector explained it all in a drawing room to people who should have been at work",
    "the library copy stops at the gunshot",
    "I have read all of her murders now, and she has had the nerve to be dead",
  ],
  fears: [
    "the creak was not the stairs and the butler is not a butler",
    "I have an alibi for nothing",
    "the man with one glove has seen me looking",
    "in the murder mystery of this street I die in chapter two",
  ],
  questions: [
    "where were you when the trifle was last seen whole, and have you a witness",
    "is the murderer always the quiet one, and how quiet am I",
    "why does nobody in a murder ever put the light on",
    "who would you be in a murder: body, vicar or draught",
    "can you love a book and despise its corpse",
  ],
};

const crosswords: Topic = {
  name: "crosswords",
  aliases: ["crossword", "puzzles", "word games", "sudoku", "cryptic crosswords"],
  emoji: "✏️ 🧩",
  nouns:
    "crossword crosswords anagram setter grid thesaurus clue clues pencil vowels consonants " +
    "letters pen rubber solution puzzle answer vowel dictionary newspaper corner corners",
  things:
    "four down; the setter; the rubber; the corner with the Q; the anagram; seventeen across; " +
    "the grid; the pencil behind my ear",
  acts: [
    "finish/finished/finishing it in pen and frame/framed/framing it",
    "stare/stared/staring at four down until the [toast|bath] was cold",
    "invent/invented/inventing a river to fit the [corner|vowels]",
    "wake/woke/waking at three with the word [ostler|gusset|parsnip]",
    "peek/peeked/peeking at the solution through my fingers",
    "fill/filled/filling the last square with a [small drawing|coffee stain]",
    "quarrel/quarrelled/quarrelling with a stranger about a seven-letter hat",
  ],
  facts: [
    "the answer comes when you have one leg in your trousers",
    "a setter called Gannet lives in this county and has never been seen",
    "flower means river, and river means you will be there all day",
    "a wrong letter in pen is there for life, like an uncle",
    "four down is always easy for the person reading over your shoulder",
    "the newspaper at the dentist's is done as far as the injection",
  ],
  opinions: [
    "pen is vanity and pencil is cowardice, and I use pencil",
    "an obscure Greek nymph is the setter going to bed early",
    "no clue should need two newspapers",
    "a grid with one empty square is more honest than a full one",
    "people who say 'I saw it straight away' should say so to the sea",
    "the anagram is the dumpling of the crossword",
  ],
  tales: [
    "My father left one crossword unfinished. I got his last clue {n} years later, on a bus. The word was 'homeward'.",
    "{Who} filled in my crossword while I was ordering. It fits. It is also rude.",
    "Wrote to the setter to complain about 'owl'. He wrote back in clues. I think he is lonely, five and four.",
    "The whole waiting room solved the crossword together, out loud. When the door opened nobody wanted to be next.",
    "I had 'marmalade' where it wanted 'marmoset', and so, for an hour, France did not exist.",
    "A woman {place} asked for a word for longing, six letters. Three of us said the same one at once.",
    "Two old men do the same puzzle at two tables and race. Neither has ever let on that they know.",
  ],
  joys: [
    "the long clue down the middle opened like a door, and all the rest walked in",
    "I finished before the kettle, in pen, with my coat on",
    "the setter used the name of our river",
    "a word my grandmother taught me turned up as seventeen across",
    "all the corners of the crossword met",
  ],
  woes: [
    "I have seven consonants in one clue and a moral objection",
    "somebody has done mine, in pen, and wrong",
    "the rubber went through the paper at eleven across",
    "the answer was a cricketer, it is always a cricketer",
    "four down has no vowels, and nor have I any more",
  ],
  fears: [
    "the answer is a word that I have been mispronouncing for years",
    "the setter has met me",
    "I spelled rhythm in pen, with confidence",
    "there is a second grid under this one",
  ],
  questions: [
    "what is a seven-letter word for somebody who hums at clues",
    "does anyone else say the letters out loud on the bus",
    "is it cheating if the cat sat on the answer",
    "who is the setter called Gannet, and who hurt him",
    "pen or pencil, and what did your mother use",
  ],
};

const letters: Topic = {
  name: "letters",
  aliases: ["post", "mail", "stationery", "postcards", "stamps", "writing"],
  emoji: "✉️ 📮",
  nouns:
    "letter letters envelope envelopes postcard postcards postwoman postman postmark " +
    "letterbox stamp stamps ink parcel address handwriting pen paper sack signature",
  things:
    "the envelope; the second-class stamp; the post box; the green ink; the reply; " +
    "the postcard; the handwriting; the sack",
  acts: [
    "write/wrote/writing {n} pages and post/posted/posting two",
    "lick/licked/licking an envelope and taste/tasted/tasting [1962|varnish]",
    "send/sent/sending a postcard to the house I was standing in",
    "steam/steamed/steaming off a stamp with the whole kettle",
    "address/addressed/addressing an apology to the wrong sister",
    "wait/waited/waiting behind the door for the letterbox, with the dog",
    "sign/signed/signing with both names, so that they knew I was cross",
  ],
  facts: [
    "bad news comes in window envelopes and good news in crooked ones",
    "a postcard takes longer from the next village than from Rome",
    "the last collection is at five, or when Pat has finished her sandwich",
    "green ink is used by bishops and by people who have seen things",
    "every letter says what it says in the postscript",
    "there is a sack at the depot for letters to God, and somebody does answer",
  ],
  opinions: [
    "an email is a letter in its underwear",
    "nobody should sign a letter 'best' unless they have checked",
    "a stamp put on straight is a promise to behave",
    "love needs paper, and rage needs carbon paper",
    "the postwoman should get a vote in every house on her round",
    "handwriting is a face you can fold",
  ],
  tales: [
    "A letter came for the people before us. It said: we forgive you. I have written back on their behalf.",
    "{Who} posts one empty envelope each month to the coast. It comes back with sand in it.",
    "My aunt sends me stamps 'so that you have no excuse'. She uses two on the envelope.",
    "Found a letter behind the wallpaper. It was from the paperhanger. He said he was sorry about the corner.",
    "The postwoman read me my postcard at the gate, to save time, and did all the voices.",
    "Two pen friends met in the square after {n} years, sat down on one bench and began writing.",
    "A boy put a stamp on his tooth and posted it to the town hall. The clerk sent a coin and a receipt.",
  ],
  joys: [
    "there was a real letter today, fat, with a crooked stamp and a pressed leaf",
    "the reply came by return, in green ink, underlined",
    "the letter fell through the door just as I had stopped listening for it",
    "I found the right word on the second page and the ink lasted",
    "the postwoman waved it from the corner, so I had it twice",
  ],
  woes: [
    "the only thing in the box was a snail and its opinion of the gas bill",
    "I posted the draft and kept the letter",
    "the stamp fell off and took the courage with it",
    "they have taken away the post box by the weir that I have told everything to",
    "the ink ran in the rain, and now it says love where it said leave",
  ],
  fears: [
    "I put the two letters in one another's envelopes",
    "the letter has been lying under her mat since April",
    "the handwriting on the envelope gave me away",
    "he has read the postscript before the letter",
  ],
  questions: [
    "how do you end a letter to somebody you have not met and miss",
    "who still has a drawer of envelopes that nearly fit",
    "is it too late to answer a letter after four years",
    "does the postwoman know, and does she approve",
    "what do you write on a postcard of a dam",
  ],
};

export const paper: readonly Topic[] = [libraries, crime, crosswords, letters];
