// The parts of a prompt that say what to write: the conversation, the task, a form for variety, the length.
import type { Brief } from "./brief.ts";
import type { Persona } from "./persona.ts";
import { type Part, wholePart } from "./prompt-part.ts";
import { nameOf, quoted } from "./quoted.ts";
import { varietyLines } from "./variety.ts";

/** Puppet Engine v1 fetched five ancestors; a long conversation is told by its beginning and its end. */
const CONVERSATION = 12;

/** From the conversation to the reminder of the length. */
export const taskParts = (persona: Persona, brief: Brief): readonly Part[] => [
  ...conversationPart(brief),
  ...wholePart("task", "user", ["## Your task", ...taskLines(brief), ONLY_THE_TEXT]),
  ...wholePart("variety", "user", varietyLines(brief)),
  ...wholePart("length", "user", ["## Length", lengthLine(persona, brief)]),
];

const ONLY_THE_TEXT = "Give the text alone: no label before it, no quotation marks around it.";

type Said = NonNullable<Brief["replyTo"]>;
const saidLine = ({ from, text }: Said): string => `${nameOf(from)}: ${quoted(text)}`;

/** The first message and the latest ones are kept longest. */
function conversationPart({ conversation = [] }: Brief): readonly Part[] {
  const lines = conversation.map(saidLine);
  if (lines.length === 0) return [];
  const items = lines.length < CONVERSATION ? lines.length : CONVERSATION;
  return [{ name: "conversation", message: "user", items, write: (kept) => written(lines, kept) }];
}

function written(lines: readonly string[], kept: number): string {
  if (kept === 0) return "";
  const left = lines.length - kept;
  const gap = left === 0 ? [] : [`(${left} ${left === 1 ? "message" : "messages"} left out)`];
  const latest = kept === 1 ? [] : lines.slice(1 - kept);
  return [
    "## The conversation so far, the oldest message first",
    ...lines.slice(0, 1),
    ...gap,
    ...latest,
  ].join("\n");
}

function taskLines(brief: Brief): readonly string[] {
  switch (brief.task) {
    case "post":
      return ["Write a new post.", ...subjectLines(brief)];
    case "thread":
      return [...threadLines(brief.posts ?? 2), ...subjectLines(brief)];
    case "quote":
      return [
        "Write a post that quotes another one. Readers see that one below your text: add to it, do not repeat it.",
        ...messageLines("The quoted post is by", brief),
      ];
    case "reply":
      return [
        "Write your answer.",
        ...messageLines(latestLabel(brief), brief),
        ...vagueLines(brief),
      ];
  }
}

const latestLabel = ({ conversation = [] }: Brief): string =>
  conversation.length > 0
    ? "The latest message, which you answer, is by"
    : "You answer a message by";

function messageLines(label: string, { replyTo, topic }: Brief): readonly string[] {
  const about = topic === undefined ? [] : [`The talk is of ${quoted(topic)}.`];
  return replyTo === undefined ? about : [`${label} ${saidLine(replyTo)}`, ...about];
}

const vagueLines = ({ isContextQuestion }: Brief): readonly string[] =>
  isContextQuestion
    ? [
        "It asks what this is about. Answer from the conversation as well as you can, and do not ask back.",
        "Where it only calls you by name, say what you think of the subject.",
      ]
    : [];

const threadLines = (posts: number): readonly string[] => [
  `Write a thread of ${posts} posts that belong together.`,
  "Put an empty line between two posts and none inside a post; do not number them.",
];

function subjectLines({ topic, news }: Brief): readonly string[] {
  if (topic === undefined && news === undefined) return ["What it is about is up to you."];
  return [
    ...(news === undefined
      ? []
      : [`You have just read this headline; say what you make of it: ${quoted(news)}`]),
    ...(topic === undefined ? [] : [`It is about ${quoted(topic)}.`]),
  ];
}

function lengthLine(persona: Persona, { length, task }: Brief): string {
  const { maxPostLength, typicalPostLength } = persona.behavior.contentPreferences;
  const limit = `never more than ${maxPostLength}`;
  const about = length ?? typicalPostLength;
  const wanted =
    about < maxPostLength ? `about ${about} characters, ${limit}` : `${limit} characters`;
  return task === "thread" ? `Each post: ${wanted}.` : `Your text: ${wanted}.`;
}
