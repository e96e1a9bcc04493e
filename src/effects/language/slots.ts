// Fillers that any template may use: how many, who, where.

/** Numbers that are good for an anecdote, in words. */
const n = [
  ...["three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve", "thirteen"],
  ...["fourteen", "sixteen", "seventeen", "nineteen", "twenty-one", "twenty-three", "twenty-six"],
  ...["thirty-one", "thirty-four", "thirty-seven", "forty"],
];

/** Somebody of the town, in the singular, as a subject. */
const who = [
  "the woman from the chemist's",
  "the man who sells [keys|heels|fuses]",
  "my old [piano|geography|Latin] teacher",
  "the bank clerk with the [long scarf|two watches]",
  "a retired [admiral|dentist|tightrope walker]",
  "the boy from the [chip shop|garage]",
  "a very small [policeman|curate]",
  "the [elder|younger] of the two Miss Pratts",
  "the vet's [brother|receptionist]",
  "a man in a [velvet jacket|diving watch|good hat]",
  "the widow from the [lock|mill]",
  "the new [curate|chemist|plumber]",
  "the woman who [sweeps the square|irons for the hotel]",
  "my aunt's [second|late third|future] husband",
  "the girl who does the [flowers|windows|deliveries]",
  "the [lollipop|ferry|lamp] man",
  "a [tax inspector|wrestler|bride] from out of town",
  "the barber",
  "the undertaker",
  "somebody's [uncle|godmother]",
  "the woman with the [parrot|three prams|trombone]",
  "the man who lost the [raffle|election|ferret]",
  "a [bishop|stuntman|beekeeper] on holiday",
  "the coalman's [daughter|widow]",
  "the twin who is [good at sums|not the loud one]",
  "the organist",
  "a lady of [ninety|ninety-three]",
  "the man who repairs the [pier|church roof|slot machines]",
];

/** Where in the town, with its preposition. */
const place = [
  "at the bus stop",
  "in the post office queue",
  "outside the launderette",
  "by the weir",
  "at the school gate",
  "in front of the bank",
  "on the bench by the chapel",
  "at the fish counter",
  "under the town hall clock",
  "in the doctor's waiting room",
  "on the towpath",
  "behind the bandstand",
  "by the bottle bank",
  "at the zebra crossing",
  "outside the chip shop",
  "in the car park of the garden centre",
  "at the barber's",
  "on the steps of the museum",
  "in the ironmonger's",
  "by the horse trough",
];

const nth = ["fourth", "sixth", "ninth", "eleventh", "fourteenth"];

export const slotLists: Readonly<Record<string, readonly string[]>> = { n, who, place, nth };
