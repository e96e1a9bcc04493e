// Subjects one can hear: brass bands, choirs, records, the radio.
import type { Topic } from "./topic.ts";

const brass: Topic = {
  name: "brass bands",
  aliases: ["brass band", "tuba", "brass", "music", "trombone", "marching bands", "jazz"],
  emoji: "🎺 📯",
  nouns:
    "tuba tubas trombone trombones trombonist euphonium bandstand bandmaster cornet cornets " +
    "trumpet trumpets band valve valves march mouthpiece conductor drum note notes brass",
  things:
    "the tuba; the second trombone; the bass drum; the march; the bandstand; the third valve; " +
    "the bandmaster; the uniform",
  acts: [
    "oil/oiled/oiling the valves with [walnut oil|something from under the sink]",
    "carry/carried/carrying a tuba through a revolving door, in instalments",
    "play/played/playing the slow march at a [wedding|shop opening], by request",
    "come/came/coming in a bar early on the trombone and stay/stayed/staying there",
    "polish/polished/polishing the bell until a child could do her hair in it",
    "practise/practised/practising the low bit until next door's soup moved",
    "count/counted/counting {n} bars of rest and miss/missed/missing the one",
  ],
  facts: [
    "a tuba in a small flat is mostly a question of furniture",
    "the band has one tempo for weddings and the same one for funerals, but with a different hat",
    "a trombonist needs a metre and a half of goodwill in front",
    "the low notes travel under doors and arrive before you do",
    "every uniform has been let out by the same woman since 1981",
    "the bass drum has been through more windows than anyone in the band",
  ],
  opinions: [
    "no sorrow can stand up straight in front of a tuba",
    "the cornets are the gossip of the band",
    "a march should be played by people who have somewhere to be",
    "any instrument that fits under a seat is a toy",
    "the wrong note, held with confidence, is jazz",
    "there is nothing wrong with this town that a bandstand in use would not fix",
  ],
  tales: [
    "Someone sleeps in the tuba case between rehearsals. We leave it open, and a blanket in it.",
    "{Who} played the last post at my uncle's grave, cracked the high note, and it was the truest thing said that day.",
    "A bee flew into the euphonium, and the polka has never been so well attended.",
    "We marched the wrong way at the fork. The town came after us, so it was the right way in the end.",
    "The bandmaster lost his voice and conducted in silence. We found out that we could hear each other.",
    "A child put a bun in the tuba. First note, first row.",
    "The two trombones have not spoken since the fête, but they breathe in the same places.",
  ],
  joys: [
    "we all came off the last chord together, and even the pigeons waited",
    "the tuba had the tune, for eight bars, in public",
    "the drum stayed inside the bandstand",
    "the band played and old people danced, and then so did everybody who was watching them",
    "the third valve let go in the middle of the slow one and it sounded like sunrise",
  ],
  woes: [
    "the tuba is gone, and the hall looks like a mouth with a tooth out",
    "it rained into the tubas, so we played the second half as a fountain",
    "the march fell apart at the letter box and has not been put together",
    "somebody has starched the uniforms, and nobody can reach his own trombone",
    "only two came to hear the band, and one of them had come about the boiler",
  ],
  fears: [
    "the low hum in the wall is a B flat",
    "the tuba was never locked up at all",
    "I have been playing the trombone part since June",
    "they only clap for the march because it has stopped",
  ],
  questions: [
    "how would a person hide a tuba, honestly, in a town this size",
    "who put the bun in the tuba",
    "does anyone have a dinner jacket in the width of a drum",
    "is there a slow march for a good mood",
    "what does a tuba do with {n} bars of rest",
  ],
};

const choirs: Topic = {
  name: "choirs",
  aliases: ["choir", "singing", "church music", "hymns", "opera"],
  emoji: "🎶 ⛪",
  nouns:
    "choir hymn hymns alto altos tenor tenors soprano sopranos descant choirmaster bass " +
    "basses psalm organ organist vestry rehearsal voice voices carol carols verse verses " +
    "solo breath cassock pew chorus cough lorry vowel tune note gate lights soloist heating",
  things:
    "the descant; the altos; the second verse; the organ; the high note; the only tenor; " +
    "the vestry; the hymn with no end",
  acts: [
    "sing/sang/singing the alto line to the [bus queue|washing-up]",
    "turn/turned/turning two pages and find/found/finding myself in Lent",
    "hold/held/holding the last note until a [dog|baby] joined in",
    "mime/mimed/miming the top bit, with feeling",
    "breathe/breathed/breathing in the wrong place and become/became/becoming a soloist",
    "lose/lost/losing a cough sweet into the organ",
    "stand/stood/standing next to a tenor, there being only the one",
  ],
  facts: [
    "altos never get the tune, but they get the truth",
    "the organ is a quarter-tone flat when it rains, and so, by now, are we",
    "a choir of nine has eleven opinions on the vowel",
    "tenors are lent from village to village like a marquee",
    "sopranos can hear a compliment through a wall",
    "people who say they have no voice sing at the traffic lights",
  ],
  opinions: [
    "a hymn with seven verses should have a place to sit down",
    "the descant is the choir waving from a train",
    "nobody should clap after a sad hymn until they have swallowed",
    "a solo is a punishment for arriving early",
    "there is no loneliness that survives a full row of basses",
    "carols should not be sung by anyone who is not cold",
  ],
  tales: [
    "{Who} came to mend the heating, hummed along, and is now our tenor. We are cold, but we are balanced.",
    "The organist played the wrong hymn and we all sang the right one. The end came at the same time. Nobody knows how.",
    "The choir sang under a hospital window for one of ours. A light went on, and off, and on. She was conducting.",
    "My mother sang the alto line round the house, so that is what I thought the songs were.",
    "The youngest soprano hit the note and then looked round to see who it was.",
    "The cough in bar {n} of the psalm is old Mr Finch. He has missed one concert, and we rested there all the same.",
    "A lorry's horn gave us a G at the crucial moment. We have written to the firm.",
  ],
  joys: [
    "all four parts locked on the last chord, and you could feel it in the pew",
    "the boy's voice broke in the middle of the solo, and he laughed, and it was the best bar of the night",
    "we have two tenors, two, and one can read",
    "the altos got the tune",
    "somebody in the street stopped to hear the hymn and joined in at the gate",
  ],
  woes: [
    "the organ has a cipher, which is a note that will not stop, like some people",
    "our tenor has been lured away by the Methodists",
    "the choir went flat by a tone and a half, together, like a lift",
    "the descant was sung by everybody and the tune by nobody",
    "the vestry is full of jumble, and we robed in a wardrobe",
  ],
  fears: [
    "I have been singing the tenor's breath marks",
    "the vicar was joking when he said all the verses",
    "my top G is gone for good",
    "the sopranos have heard me at the traffic lights",
  ],
  questions: [
    "who has seen a tenor, middling height, brown coat",
    "how do you tell an alto that it is Tuesday's hymn",
    "is humming a promise, if the choirmaster has heard it",
    "which verse do you sing when nobody is in",
    "does the lorry with the good G come past on Sundays",
  ],
};

const records: Topic = {
  name: "records",
  aliases: ["vinyl", "vinyl records", "record collecting", "pop music", "music collecting"],
  emoji: "💿 🎷",
  nouns:
    "record records vinyl jukebox turntable album albums saxophone needle polka polkas " +
    "groove sleeve scratch scratches label speaker speakers crackle song songs tune crate",
  things:
    "the needle; side two; the left speaker; the crate; the scratch; the sleeve; " +
    "the jukebox; the missing single",
  acts: [
    "play/played/playing side two first, like a burglar",
    "buy/bought/buying a record for the [sleeve|name written on it]",
    "dance/danced/dancing with the hoover until the needle jumped",
    "carry/carried/carrying {n} albums up the stairs and one down",
    "clean/cleaned/cleaning a groove with [breath and a tie|my best shirt]",
    "find/found/finding my own record in a shop, with my own name on it",
    "wait/waited/waiting for the scratch and sing/sang/singing it",
  ],
  facts: [
    "a scratch becomes part of the song, and you miss it in other people's houses",
    "the best track is the last on side one, so nobody has to get up in the middle",
    "every crate has one polka",
    "the jukebox in the pub has been on C7 since the wedding",
    "dust sounds like rain when the song is sad enough",
    "people file records by the year that they were happy",
  ],
  opinions: [
    "a song that fades out is a band walking away from its duties",
    "no album needs its third ballad",
    "a record should have one name on the sleeve in biro, not yours",
    "the crackle before the first note is the best part of anything",
    "shuffle is a rude way to treat an argument somebody has prepared",
    "a saxophone is allowed once per house",
  ],
  tales: [
    "Bought a single with 'for Jean, sorry' on the label. I play it each week, in case it helps.",
    "{Who} taps on the ceiling. I thought it was a complaint. It is the drums.",
    "My parents divided everything, and neither would take the Christmas record. I have two now.",
    "The needle stuck during the speech, so the bride walked in to the word 'maybe' for some minutes.",
    "We carried the jukebox out in the flood before we carried anything else. Nobody had said to.",
    "A boy asked what the big black record was. I put it on. He lay down on the floor, as one should.",
    "He swapped me his whole crate for one record. It had his wife's laugh on it, at {n} minutes in.",
  ],
  joys: [
    "the needle went down, and there was that bass line, like somebody coming up the stairs",
    "I found it, in its sleeve, under the polkas, for the price of a bun",
    "both speakers work",
    "three of us knew all of the song, down to the cough",
    "the jukebox has moved on to C8",
  ],
  woes: [
    "somebody put a mug on side two",
    "the left speaker only plays regrets",
    "the needle has jumped at the same kiss for {n} years, and now it skips the kiss",
    "my sister has the sleeve and I have the disc, and that is how it ended",
    "they sold the record shop to a man with scented candles",
  ],
  fears: [
    "the record was never that good and it was only June",
    "next door has learnt all of the album by now, through the wall",
    "the needle is the thing that is worn and I am fine",
    "Jean has been looking for her record",
  ],
  questions: [
    "who is Jean, the one on the label, and has she forgiven anyone yet",
    "which song do you leave the room for",
    "is there a polka for every crate or one polka that moves about",
    "what were you doing when the jukebox played C7",
    "do you lift the needle or let it come home",
  ],
};

const radio: Topic = {
  name: "the radio",
  aliases: ["radio", "podcasts", "amateur radio", "ham radio", "broadcasting"],
  emoji: "📻 📡",
  nouns:
    "radio wireless announcer aerial shortwave static broadcast antenna transmitter jingle " +
    "jingles dial frequency signal microphone programme batteries knob forecast valve " +
    "presenter station voice ship taxi toaster pips play gloves tango cow mixer fridge " +
    "adverts pause",
  things:
    "the aerial; the dial; the shipping forecast; the announcer; the static; the old wireless; " +
    "the ten o'clock news; the knob that came off",
  acts: [
    "tune/tuned/tuning in to a [Norwegian|Latin] choir by leaning left",
    "hold/held/holding the aerial through a whole [play|cup final]",
    "hit/hit/hitting the wireless where my grandfather hit it",
    "ring/rang/ringing in to a phone-in and hear/heard/hearing myself in the kitchen",
    "answer/answered/answering the announcer, who had paused",
    "build/built/building a crystal set in a [sardine|mint] tin",
    "fall/fell/falling asleep to the fishing areas in the right order",
  ],
  facts: [
    "the kitchen radio only gets the good station with the fridge open",
    "everyone falls in love with a voice by the second winter",
    "the shipping forecast is listened to mostly by people in bed",
    "static is partly the beginning of the universe and partly next door's mixer",
    "a radio left on for the dog has turned many a dog",
    "at night the radio can hear Lisbon by the third lamp post",
  ],
  opinions: [
    "television is radio for those who cannot picture it",
    "a jingle should be a criminal matter",
    "an announcer who breathes in is telling you that it is bad",
    "no play has ever been improved by seeing the actors",
    "the pips are the only thing that this country still agrees on",
    "somebody ought to read out the lost gloves after the news",
  ],
  tales: [
    "My grandmother dressed for the concert, sat down by the wireless and clapped in the right places.",
    "{Who} has been writing to the night announcer since {n} winters ago. Once, at ten to three, he coughed twice. That was the sign.",
    "The taxi radio comes through on our toaster. They know about us. We say good night.",
    "I picked up a ship on the old wireless. It was asking for someone called Ines. I said she was not in.",
    "The set went quiet in the middle of the murder, so we solved it ourselves. It was the announcer.",
    "A listener rang in with a birthday for a lonely cow. They played it the whole song.",
    "In the power cut the only voice in the street was his little radio, and we all came and stood in his hall.",
  ],
  joys: [
    "Lisbon came in so clear on the radio that I said good evening",
    "the announcer read out my letter, and got the name of the cat right",
    "the old set warmed up, hummed, and gave me a tango",
    "the forecast said 'good', the single word, after everything",
    "I turned the dial in the dark and someone was playing exactly that",
  ],
  woes: [
    "the batteries ran out at the name of the murderer",
    "they have moved my programme to a time when I am a person with duties",
    "the voice I have gone to sleep with for years has retired to keep goats",
    "the aerial is bent towards the gasworks and so is the news",
    "it is all jingles for gutters, sung in parts",
  ],
  fears: [
    "the announcer's pause was for me",
    "the taxi firm on our radio has been listening back",
    "the ship on the shortwave never found Ines",
    "the static is getting nearer",
  ],
  questions: [
    "who is the Ines that they call for on the radio, and is she all right",
    "where do you stand to get the good station",
    "do you answer too, when the announcer says good evening",
    "what happens to a voice when it retires",
    "has anyone heard the ship on the shortwave since",
  ],
};

export const music: readonly Topic[] = [brass, choirs, records, radio];
