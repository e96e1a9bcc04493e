// The page of the docs that shows what the offline language makes of its briefs in a week of the small town.
import type { Post } from "../../src/core/world/posts.ts";
import { nameOf } from "../../src/effects/language/names.ts";
import { Brief } from "../../src/persona/brief.ts";
import { shareWord } from "../../src/persona/words.ts";
import type { Run } from "../../src/run/run.ts";

/** A post with the brief that it was written to. */
interface Sample {
  readonly post: Post;
  readonly brief: Brief;
  /** What it answers or quotes. */
  readonly of: Post | undefined;
}

/** The page for a run of `small-town`: deterministic, like the run. */
export function samplePostsPage(run: Run): string {
  const samples = samplesOf(run);
  const of = (is: (sample: Sample) => boolean) => samples.filter(is);
  const standing = (is: (with_: NonNullable<Brief["standing"]>) => boolean) =>
    of(({ brief }) => brief.task === "reply" && !!brief.standing && is(brief.standing));
  const sections = [
    ...["neutral", "content", "elated", "gloomy", "irritated", "anxious"].map(
      (mood) => [`In a mood: ${mood}`, spread(of(isPlain(mood)), 3).map(shown)] as const,
    ),
    [
      "News",
      spread(
        of(({ brief }) => brief.task === "post" && !!brief.news),
        4,
      ).map(withMood),
    ],
    [
      "Memories",
      spread(
        of((it) => memoryIn(it) !== undefined),
        8,
      ).map(withMemory),
    ],
    ["Goals", spread(of(speaksOfGoal), 4).map(shown)],
    [
      "Among friends",
      spread(
        standing((it) => it.sentiment > 0.6),
        5,
      ).map(shown),
    ],
    [
      "Among foes",
      spread(
        standing((it) => it.sentiment < -0.25),
        5,
      ).map(shown),
    ],
    [
      "To strangers",
      spread(
        standing((it) => it.familiarity < 0.05),
        4,
      ).map(shown),
    ],
    ["A conversation", chainOf(run, samples, (a, b) => a.author !== b.author).map(line)],
    ["A thread", chainOf(run, samples, (a, b) => a.author === b.author).map(line)],
    ["A week, one text in many", spread(samples, 16).map(shown)],
  ] as const;
  return `# Sample posts

What the offline language of \`llm.complete\` writes, from the run \`${run.run}\`. Written by \`npm run golden\`; no model took
part. Texts of one kind are spread over the week; an answer stands below what it answers.
${sections.map(([title, texts]) => `\n## ${title}\n\n${texts.join("\n\n")}\n`).join("")}`;
}

function samplesOf({ posts, journal }: Run): readonly Sample[] {
  const briefs = new Map<string, Brief>();
  const written = new Map<string, Brief>();
  for (const { requests, request, event, to } of journal) {
    for (const { id, effect, input } of requests) {
      if (effect === "llm.complete") briefs.set(id, Brief.parse(input));
    }
    const brief = briefs.get(request ?? "");
    if (brief) for (const text of textsIn(event)) written.set(`${to} ${text}`, brief);
  }
  const byId = new Map(posts.map((post) => [post.id, post]));
  return posts.flatMap((post) => {
    const brief = written.get(`${post.author} ${post.text}`);
    return post.kind === "repost" || !brief ? [] : [{ post, brief, of: byId.get(post.of ?? "") }];
  });
}

/** All texts that a reply brought. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const isPlain =
  (mood: string) =>
  ({ brief }: Sample): boolean =>
    brief.task === "post" && brief.mood === mood && brief.news === undefined;

/** What somebody else said, where a text takes it up by name and word. */
const memoryIn = ({ brief: { memories = [], replyTo }, post: { text } }: Sample) =>
  memories.find(
    (memory) =>
      memory.from !== undefined &&
      nameOf(memory.from) !== nameOf(replyTo?.from ?? "") &&
      new RegExp(`\\b${nameOf(memory.from)}\\b`, "i").test(text) &&
      shareWord(memory.text, text),
  );

const speaksOfGoal = ({ brief: { goals = [] }, post: { text } }: Sample): boolean =>
  goals.some((goal) => text.toLowerCase().includes(goal.toLowerCase().slice(0, 24)));

/** So many of a list, spread evenly over it. */
const spread = <T>(list: readonly T[], count: number): readonly T[] =>
  list.length <= count
    ? list
    : list.filter(
        (_, i) =>
          Math.floor((i * count) / list.length + 0.5) !==
          Math.floor(((i - 1) * count) / list.length + 0.5),
      );

const MAX_CHAIN = 8;

/** The longest run of posts in which each answers the one before and goes on as it should. */
function chainOf(
  { posts }: Run,
  samples: readonly Sample[],
  goesOn: (post: Post, before: Post) => boolean,
): readonly Post[] {
  const written = new Set(samples.map(({ post }) => post.id));
  const byId = new Map(posts.map((post) => [post.id, post]));
  const chainTo = (post: Post): readonly Post[] => {
    const before = post.kind === "reply" ? byId.get(post.of ?? "") : undefined;
    const isOn = before && written.has(before.id) && goesOn(post, before);
    return isOn ? [...chainTo(before), post] : [post];
  };
  return posts
    .filter(({ id }) => written.has(id))
    .map(chainTo)
    .filter(({ length }) => length <= MAX_CHAIN)
    .reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}

const handleOf = ({ author }: Post): string => `@${author.replace("agent:", "")}`;
const line = (post: Post): string => `**${handleOf(post)}** ${post.text}`;
const shown = ({ post, of }: Sample): string =>
  of === undefined ? line(post) : `> ${line(of)}\n\n${line(post)}`;
const withMood = (sample: Sample): string => `*${sample.brief.mood}:* ${shown(sample)}`;
const withMemory = (sample: Sample): string => {
  const { from = "", text = "" } = memoryIn(sample) ?? {};
  return `*remembers ${nameOf(from)}: ${text}*\n\n${shown(sample)}`;
};
