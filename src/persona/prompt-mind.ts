// The parts of a prompt that say what the writer has in mind: its past texts, memories, mood, goals, and the other one.
import type { Brief } from "./brief.ts";
import type { Persona } from "./persona.ts";
import { listPart, type Part, wholePart } from "./prompt-part.ts";
import { moodWords, standingLines } from "./prompt-words.ts";
import { nameOf, quoted } from "./quoted.ts";

/** Puppet Engine v1 showed as many. */
const RECENT_TOPICS = 15;
const RECENT_POSTS = 5;
/** Bounds for lists that have none of their own. */
const CORE_MEMORIES = 100;
const MEMORIES = 50;
const GOALS = 20;
const HISTORY = 20;

/** From recent topics to what the writer shares with the one it writes to. */
export const mindParts = (persona: Persona, brief: Brief): readonly Part[] => [
  ...listPart("recent topics", {
    heading: "## What you have written about lately",
    items: (brief.recentTopics ?? []).map(quoted),
    max: RECENT_TOPICS,
  }),
  ...listPart("recent posts", {
    heading: "## Your last posts, the latest first; say nothing twice",
    items: (brief.recentPosts ?? []).map(quoted),
    max: RECENT_POSTS,
  }),
  ...listPart("core memories", {
    heading: "## What you know about yourself",
    items: coreMemories(persona, brief).map(quoted),
    max: CORE_MEMORIES,
  }),
  ...listPart("memories", {
    heading: "## What comes to your mind",
    items: (brief.memories ?? []).filter(({ kind }) => kind !== "core").map(memoryLine),
    max: MEMORIES,
  }),
  ...wholePart("mood", "user", [
    "## How you feel",
    moodWords(brief.mood, brief.vad),
    "Let it be heard in the text; do not name it.",
  ]),
  ...listPart("goals", {
    heading: "## What you want; serve it where it fits",
    items: (brief.goals ?? []).map(quoted),
    max: GOALS,
  }),
  ...standingParts(brief.standing),
];

/** Those of the persona, and those that have come up since. */
const coreMemories = ({ initialMemory }: Persona, { memories = [] }: Brief): readonly string[] => {
  const recalled = memories.filter(({ kind }) => kind === "core").map(({ text }) => text);
  return [...new Set([...initialMemory.coreMemories, ...recalled])];
};

type Recalled = NonNullable<Brief["memories"]>[number];

const KINDS = {
  core: "about yourself",
  interaction: "a talk",
  event: "something that happened",
  general: "a thought",
} as const;

const memoryLine = ({ kind, text, from }: Recalled): string =>
  from === undefined
    ? `${KINDS[kind]}: ${quoted(text)}`
    : `${KINDS[kind]}, in the words of ${nameOf(from)}: ${quoted(text)}`;

function standingParts(standing: Brief["standing"]): readonly Part[] {
  if (standing === undefined) return [];
  const them = nameOf(standing.with);
  return [
    ...wholePart("standing", "user", [`## How you stand to ${them}`, ...standingLines(standing)]),
    ...listPart("history", {
      heading: `## What you remember of ${them}`,
      items: [
        ...standing.sharedExperiences.map((text) => `shared: ${quoted(text)}`),
        ...standing.notes.map((text) => `noted: ${quoted(text)}`),
      ],
      max: HISTORY,
    }),
  ];
}
