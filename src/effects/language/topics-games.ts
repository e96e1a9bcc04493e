// Subjects of play: football, chess, running, pub quizzes.
import type { Topic } from "./topic.ts";

const football: Topic = {
  name: "football",
  aliases: ["soccer", "coaching", "sport", "sports", "the under-elevens"],
  emoji: "⚽ 🥅",
  nouns:
    "football goalkeeper goal goals striker referee winger penalty offside pitch keeper " +
    "match whistle ball balls boots net corner team shin captain league scarf substitute " +
    "oranges kit score draw goalpost linesman game players bench swan",
  things:
    "the far post; the offside rule; the ball; the bench; our goalkeeper; the kit bag; " +
    "the corner flag; the half-time oranges",
  acts: [
    "lose/lost/losing nine-nil and win/won/winning the oranges",
    "chalk/chalked/chalking the pitch by eye, hence the [bend|wide bit]",
    "shout/shouted/shouting 'shape!' at {n} children facing the wrong way",
    "carry/carried/carrying the goal home in a crosswind",
    "head/headed/heading the ball and forget/forgot/forgetting my sister's name",
    "explain/explained/explaining offside with [salt cellars|six buns and a spoon]",
    "wash/washed/washing the whole kit with one red sock",
  ],
  facts: [
    "our pitch slopes, so we play the second half downhill and call it tactics",
    "the smallest girl is the best tackler, and mothers have begun to complain",
    "a referee from the next village cannot see this one",
    "every team has one boy who came for the oranges",
    "the ball goes into the river at each home match, and the swan gives it back when it is ready",
    "nobody on the bench has ever agreed with being on the bench",
  ],
  opinions: [
    "a nil-nil draw in the rain is the most a decent person should ask for",
    "the keeper should be allowed a chair",
    "there is no shame in a toe punt",
    "a captain is whoever finds the missing shin pad",
    "parents should be kept behind the rope and, at corner kicks, behind the trees",
    "any game plan that survives the warm-up was not ambitious enough",
  ],
  tales: [
    "Our keeper was watching a heron when the ball went in. He says the heron was better.",
    "{Who} ran on to the pitch to correct the referee, and has been selected for Saturday.",
    "The striker scored in the wrong goal and was so happy that nobody told him until supper.",
    "We had ten players, so the other side lent us one. He scored against them and cried, and they carried him.",
    "A mother shouted 'use your feet!' all match. At the end the boy took off his shoes and handed them to her.",
    "Lost by twelve goals. In the van they sang as if there had been a different game, and I suppose there had.",
    "The linesman fell asleep with the flag up. We played on for {n} minutes, all offside, and it was lovely.",
  ],
  joys: [
    "we won, by a goal off somebody's back, and the back is being carried through the town",
    "the smallest girl nutmegged their captain and then said sorry",
    "we kept a clean sheet, and it was an actual sheet, and it is on the line",
    "for one whole minute they passed the ball as if they could hear music",
    "the swan brought the ball back before half-time",
  ],
  woes: [
    "we were five down before our keeper had put his gloves on",
    "the kit has come out pink and so has the away kit",
    "the new pitch has a bench on it, a real one, at the penalty spot",
    "somebody has let the air out of all {n} balls and left a crossword",
    "the referee blew for time while we were in their half for the first time this season",
  ],
  fears: [
    "the team has been listening to me and that is the trouble",
    "the winger is on the bus to the other match",
    "the other side's under-elevens shave",
    "our team peaked in the car park",
  ],
  questions: [
    "can a swan be offside",
    "who has the other goalpost, no questions asked",
    "what do you say to {n} children who have lost by nine and want chips",
    "is it still a throw-in if the winger threw himself",
    "why is it always raining at the far post",
  ],
};

const chess: Topic = {
  name: "chess",
  aliases: ["board games", "games", "draughts", "strategy games"],
  emoji: "♟️",
  nouns:
    "chess pawn pawns rook rooks checkmate gambit stalemate endgame bishop knight bishops " +
    "queen king board opening opponent square move moves clock tournament draw sacrifice " +
    "champion eyebrows pieces cork club resignation",
  things:
    "the queen's knight; the missing rook; the chess clock; my opponent's eyebrows; the last pawn; " +
    "the board by the river; the gambit; the endgame",
  acts: [
    "lose/lost/losing to a [nine-year-old|man eating an egg] in {n} moves",
    "play/played/playing with a salt cellar for a rook",
    "offer/offered/offering a draw and get/got/getting a lecture",
    "sacrifice/sacrificed/sacrificing the queen by accident and look/looked/looking deep",
    "think/thought/thinking for forty minutes and move/moved/moving the wrong piece",
    "knock/knocked/knocking over the king with my sleeve in a winning position",
    "walk/walked/walking home through the game move by move",
  ],
  facts: [
    "the pawn that decides the game has been standing there bored since the second move",
    "old men by the river play chess as if somebody were still watching",
    "at chess whoever hums is losing",
    "a touched piece must be moved, and that goes for people too",
    "children play the fastest, because they have not met regret",
    "our club's white king is from another set and slightly too tall, like a stepfather",
  ],
  opinions: [
    "a stalemate is the only honest way to end an argument between brothers",
    "the knight is the only piece that has had a drink",
    "anyone who says 'it is just a game' is a bishop down",
    "blitz is chess for people with a train",
    "a resignation should be done like leaving a party: early, with thanks",
    "the king does so little that one forgets it is about him",
  ],
  tales: [
    "Played by post with a man in the north for {n} years. His last card said: your move, take your time. I still have it.",
    "{Who} beat me at chess, reset the pieces, and showed me kindly where I had stopped enjoying it.",
    "The club fell silent when the girl took the champion's queen. Then somebody dropped a biscuit, and it echoed.",
    "We lost the black bishop in the river, so we use a cork. People protect the cork.",
    "My father let me win at chess once. I knew, he knew, and neither of us ever brought it up.",
    "A dog took a rook in the park. By the rules it was a legal move.",
    "Two of them have been playing one game of chess since spring. It is nearly over, and they have begun to move very slowly.",
  ],
  joys: [
    "I saw it nine moves off and had to sit on my hands",
    "the little pawn got home and asked for everything",
    "the old man tipped his king over, shook my hand and called me dangerous",
    "for one evening every knight went where I thought it would",
    "I drew with the champion, and he has asked for it in writing",
  ],
  woes: [
    "I castled straight into checkmate, like a man closing the door with the burglar inside",
    "my clock ran out while I was being brilliant",
    "my opponent, who is nine, yawned",
    "I had mate in one and took a pawn, because it was there",
    "they have put a plant where the good board was",
  ],
  fears: [
    "my opponent is letting me think that",
    "I left the bishop hanging in nineteen other games as well",
    "the cork we use for a bishop is stronger than it looks",
    "the champion has been reading my eyebrows",
  ],
  questions: [
    "who has a spare rook, any colour, morals unimportant",
    "do you shake hands over the board before or after the sulk",
    "is it rude to checkmate a host",
    "what is the bravest move you ever took back",
    "would you swap the queen for a good chair at this point",
  ],
};

const running: Topic = {
  name: "running",
  aliases: ["jogging", "marathon", "fitness", "gym", "exercise"],
  emoji: "🏃 👟",
  nouns:
    "runner runners marathon race pacemaker jogger laces shorts mile miles run runs knee " +
    "knees shoes hill stitch stopwatch calf calves blister finish route towpath bib medal " +
    "ankles pace legs waistcoat goose lamp pram lycra",
  things:
    "the left knee; the hill; the stopwatch; the towpath; the new shoes; mile nine; " +
    "the dog at the farm; the finish line",
  acts: [
    "run/ran/running {n} miles, of which two were downhill and one was a bus",
    "overtake/overtook/overtaking a pram, which then overtook me",
    "tie/tied/tying my laces with a double knot and a prayer",
    "train/trained/training for a race that turned out to be for [dogs|nurses]",
    "sprint/sprinted/sprinting from a goose along the towpath",
    "finish/finished/finishing last and get/got/getting the biggest cheer",
    "stretch/stretched/stretching against a lamp post until a man asked it for directions",
  ],
  facts: [
    "the farm dog has the fastest time on the towpath and does not even want it",
    "a hill is twice as long for the person in front of a school bus",
    "every runner in town waves with two fingers, and nobody ever agreed on it",
    "the first mile is a liar and the last is a friend",
    "shoes know the way home before the legs do",
    "the stitch comes as soon as somebody good-looking does",
  ],
  opinions: [
    "anyone who smiles at mile nine should be tested",
    "rain is the only pace-maker that never complains",
    "lycra is a confession",
    "a medal for finishing is worth more than one for winning, because you had longer to think",
    "no run is too short if you were going to be sad on the sofa",
    "a route should have one bench, one view and one dog to fear",
  ],
  tales: [
    "{Who} goes running in a waistcoat. 'I may meet someone' is the whole explanation.",
    "I was last by so much that they had packed up the finish. A boy held up two sticks and his scarf for me.",
    "Got lost on the fun run and came in third in a different one.",
    "An old man at the gate claps for everybody who passes. He clapped for the postman, for a cow, for a runner like me.",
    "My knee clicks in the rhythm of a song from [1979|the school disco]. We know all the words, it and I.",
    "A girl ran beside me as far as the weir to ask who was chasing me. I have been thinking about it since.",
    "The pacemaker stopped to help a hedgehog over the road, and {n} of us stopped behind him, in order.",
  ],
  joys: [
    "my legs went on their own from the chapel to the weir and I only had to watch",
    "I beat my best mile by a second, and it was the second I usually spend on doubt",
    "the farm dog was asleep",
    "all the lights on the hill came on as I ran down through them",
    "a stranger shouted my number, and then, somehow, my name",
  ],
  woes: [
    "the knee has handed in its notice",
    "I wore the new shoes and have lost two toenails and an illusion",
    "a child on a scooter told me to keep going",
    "the stopwatch had been running since Thursday, so that is my time",
    "it hailed on the hill and nowhere else",
  ],
  fears: [
    "the clicking of my knee can be heard from the pavement",
    "the goose on the towpath has friends now",
    "I entered the long race",
    "the wheezing runner behind me is a smaller me",
  ],
  questions: [
    "how does a runner pass a funeral at a decent pace",
    "does anyone else run faster past their old house",
    "what do you think about on a run when the list of enemies is done",
    "is it a run if I stopped to hold a ladder",
    "who puts the oranges out at the stile, and are they for us",
  ],
};

const quizzes: Topic = {
  name: "pub quizzes",
  aliases: ["quiz", "quizzes", "trivia", "the pub", "pubs", "beer", "facts"],
  emoji: "🍺 🧠",
  nouns:
    "quiz quizzes quizmaster tiebreak scoresheet trivia ham pub question answer answers " +
    "capital team pint pints landlord buzzer darts crisps beer rivers sloth toes mop points",
  things:
    "the picture round; the quizmaster; the team by the window; the tiebreak; the capital of Peru; " +
    "the music round; our team name; the scoresheet",
  acts: [
    "answer/answered/answering 'Henry the Eighth' {n} times, on principle",
    "change/changed/changing the right answer at the last moment",
    "argue/argued/arguing with the quizmaster about a [river|kind of goat]",
    "win/won/winning a ham and carry/carried/carrying it home like a baby",
    "whisper/whispered/whispering the answer so well that three tables had it",
    "draw/drew/drawing a moustache on the picture round",
    "know/knew/knowing one thing about Peru and wait/waited/waiting four years to say it",
  ],
  facts: [
    "the team by the window has not lost since they changed their name to Last Place",
    "the person who says 'I am useless at these' knows all the rivers",
    "every pub has one man who knows what year it was",
    "the answer you cross out is the right one, and the pen knows",
    "nobody has ever agreed on how many toes a sloth has, and it has been looked up",
    "the quizmaster buys his questions from a vicar in another county",
  ],
  opinions: [
    "a quiz without a ham is only an exam with crisps",
    "a telephone under the table should cost you the table",
    "spelling counts, if it is my team that can spell",
    "the picture round is for people who go out",
    "a tiebreak ought to be settled by who has the kinder face",
    "knowing the answer is nothing, but knowing it out loud is a sport",
  ],
  tales: [
    "We got all ten in the bird round. Then it turned out that one of the birds was a team.",
    "{Who} wept at the music round. We gave the point for it.",
    "The question was: what is the loneliest island? Somebody at the back said 'mine'. They had a pint sent over.",
    "At quizzes my aunt knows all the kings and none of the prime ministers. 'I stopped when they got votes,' she says.",
    "The lights went out at question {n}, so everyone told the truth about their answers. Best round we ever had.",
    "Last place won a mop. First place wanted the mop. There have been negotiations.",
    "The quizmaster asked for the name of his own wife. Two tables got it, and he did not, quite, in time.",
  ],
  joys: [
    "I knew the answer, I knew it before he had finished, and I have the ham",
    "our team name got a bigger laugh than the answer",
    "the tiebreak was about buses, and half my life came good",
    "we beat the team by the window by one toe of one sloth",
    "the shy one at our table said 'Lake Titicaca' and drank deep",
  ],
  woes: [
    "we were robbed over a goat",
    "I said the right answer so quietly that Derek got the credit",
    "it was a whole round on golf",
    "the ham went to a team that does not even eat",
    "we lost by half a point, and the half was mine",
  ],
  fears: [
    "I have been saying the wrong capital to people for years",
    "the quizmaster writes the questions about us",
    "the team only keeps me for the pens",
    "there will be a maths round",
  ],
  questions: [
    "how many toes does a sloth have, without looking, and why do you care so much",
    "what is the best team name you were ever ashamed of",
    "who won the ham, and may I visit it",
    "is a tomato still a fruit at this pub",
    "which year is always the answer, and why 1812",
  ],
};

export const games: readonly Topic[] = [football, chess, running, quizzes];
