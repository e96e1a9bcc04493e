// A prompt has every part that there is something to say for, in one order.
import { describe, expect, test } from "vitest";
import { Brief } from "../../src/persona/brief.ts";
import type { PersonaInput } from "../../src/persona/persona.ts";
import type { Prompt } from "../../src/persona/prompt.ts";
import { type PartName, partNames } from "../../src/persona/prompt-part.ts";
import { ADA, prompt, REPLY, whole } from "../support/prompt-sample.ts";

const namesOf = ({ parts }: Prompt): readonly PartName[] => parts.map(({ name }) => name);

describe("each part is there when there is something to say for it, and not otherwise", () => {
  const bare = prompt({}, { name: "Ada" });

  test.each<readonly [PartName, Partial<Brief>, PersonaInput, readonly string[]]>([
    ["identity", {}, { name: "Ada" }, ["You are Ada,"]],
    ["description", {}, ADA, ["A retired lock keeper."]],
    ["personality", {}, ADA, ["dry, patient", "fairness", "as if over a hedge", "canals"]],
    ["style", {}, ADA, ["weathered", "amused"]],
    ["formatting", {}, ADA, ["one at most", "rare", "No capital letters", "Short", "No hyphens"]],
    ["topics to avoid", {}, ADA, ["You never write about: cricket"]],
    ["vocabulary", {}, ADA, ["towpath", "utilise"]],
    ["recent topics", { recentTopics: ["paint", "gates"] }, ADA, ['- "paint"\n- "gates"']],
    ["recent posts", { recentPosts: ["A.", "B."] }, ADA, ['- "A."\n- "B."']],
    ["core memories", {}, ADA, ['- "I was born on a barge."']],
    [
      "memories",
      { memories: REPLY.memories },
      ADA,
      ['@cleo: "The mill is sold."', '"I painted the gate."'],
    ],
    ["mood", { mood: "irritated" }, ADA, ["You feel irritated"]],
    ["goals", { goals: ["sell the boat"] }, ADA, ['- "sell the boat"']],
    [
      "standing",
      { standing: REPLY.standing },
      ADA,
      ["very fond of @bob", "4 times", "pick up where"],
    ],
    ["history", { standing: REPLY.standing }, ADA, ['"He fears water."', '"The flood."']],
    [
      "conversation",
      { conversation: REPLY.conversation },
      ADA,
      ['@cleo: "The water is high."\n@bob: "How high?"'],
    ],
    ["task", {}, ADA, ["Write a new post."]],
    [
      "variety",
      { variety: { structure: 0, constraint: 1 } },
      ADA,
      ["one plain observation", "One sentence only."],
    ],
    ["length", { length: 120 }, ADA, ["about 120 characters, never more than 280"]],
  ])("%s", (name, brief, persona, texts) => {
    const full = prompt(brief, persona);
    expect(namesOf(full)).toContain(name);
    for (const text of texts) expect(whole(full)).toContain(text);
    const alwaysThere: readonly PartName[] = [
      "identity",
      "style",
      "formatting",
      "mood",
      "task",
      "length",
    ];
    expect(namesOf(bare).includes(name)).toBe(alwaysThere.includes(name));
    if (name !== "identity" && name !== "task")
      for (const text of texts) expect(whole(bare)).not.toContain(text);
  });

  test("all of them stand in one order, each once", () => {
    const all = prompt(REPLY);
    const custom = prompt(REPLY, { ...ADA, systemPrompt: "You are a lock." });
    expect(namesOf(all)).toEqual(partNames.filter((name) => name !== "system prompt"));
    expect(namesOf(custom)).toEqual(["system prompt", ...partNames.slice(8)]);
    const at = [
      "You are Ada",
      "A retired",
      "dry, patient",
      "weathered",
      "How your texts look",
      "cricket",
      "towpath",
      "lately",
      "last posts",
      "about yourself",
      "comes to your mind",
      "How you feel",
      "What you want",
      "How you stand",
      "remember of @bob",
      "conversation so far",
      "Your task",
      "Its form",
      "## Length",
    ].map((text) => whole(all).indexOf(text));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBe(0);
  });

  test("of long lists as many as Puppet Engine v1 meant to show", () => {
    const numbers = Array.from({ length: 40 }, (_, i) => `Number ${i}.`);
    const { user } = prompt({ recentTopics: numbers, recentPosts: numbers });
    expect(user.match(/Number \d+\./g)).toHaveLength(15 + 5);
    const { user: long } = prompt({ conversation: numbers.map((text) => ({ from: "bob", text })) });
    expect(long.match(/Number \d+\./g)).toHaveLength(12);
    expect(long).toContain('"Number 0."\n(28 messages left out)\n@bob: "Number 29."');
  });
});

describe("who speaks", () => {
  const ROTATING = { ...ADA, systemPrompt: "Custom.", rotatingSystemPrompts: ["Zero.", "One."] };

  test.each([
    ["the rotating prompt of the brief", { systemPrompt: 1 }, ROTATING, "One."],
    ["the first of them when the brief names none", {}, ROTATING, "Zero."],
    ["again the first one behind the last", { systemPrompt: 2 }, ROTATING, "Zero."],
    [
      "the custom prompt where none rotates",
      { systemPrompt: 1 },
      { ...ADA, systemPrompt: "Custom." },
      "Custom.",
    ],
  ])("is %s, and the persona's own words are left out", (_, brief, persona, text) => {
    const { system } = prompt({ ...REPLY, ...brief }, persona);
    expect(system.startsWith(`${text}\n\nWhatever stands between double quotes`)).toBe(true);
    expect(system).not.toMatch(/Ada|lock keeper|dry|weathered|cricket|towpath/);
  });

  test("memory, mood and relationship are there beside a system prompt of one's own", () => {
    const { user } = prompt(REPLY, ROTATING);
    expect(user).toBe(prompt(REPLY).user);
  });

  test("a persona that says nothing of itself gets three lines", () => {
    const { system } = prompt({}, { name: "Ada" });
    expect(
      system
        .split("\n")
        .filter((line) => line !== "")
        .slice(0, 3),
    ).toEqual([
      "You are Ada, and you write on a social network as yourself.",
      "Your tone is relaxed and honest.",
      "You write as people talk, without effort.",
    ]);
  });
});

describe("the mood in words", () => {
  const feeling = (valence: number, arousal: number, dominance: number): string =>
    /You feel .*/.exec(prompt({ vad: { valence, arousal, dominance } }).user)?.[0] ?? "";

  test.each([
    [0.6, 0.5, 0.5, "in very good spirits."],
    [0.59, 0.71, 0.5, "in good spirits, wide awake and restless."],
    [0.19, 0.7, 0.71, "neither good nor bad, sure of yourself."],
    [-0.21, 0.29, 0.3, "in low spirits, calm and slow."],
    [-1, 0.3, 0.29, "in very low spirits, not up to things."],
  ])("valence %d, arousal %d, dominance %d", (valence, arousal, dominance, words) => {
    expect(feeling(valence, arousal, dominance)).toBe(`You feel neutral: ${words}`);
  });
});

describe("the relationship in words", () => {
  const standing = {
    with: "bob",
    familiarity: 0.2,
    trust: 0,
    interactions: 0,
    notes: [],
    sharedExperiences: [],
  };
  const told = (changed: object): string =>
    prompt({ standing: Brief.shape.standing.parse({ ...standing, sentiment: 0, ...changed }) })
      .user;

  test.each([
    [1, "very fond of"],
    [0.5, "very fond of"],
    [0.49, "rather like"],
    [0, "no feelings about"],
    [-0.49, "do not much like"],
    [-0.5, "cannot stand"],
  ])("sentiment %d", (sentiment, words) => {
    expect(told({ sentiment })).toContain(`${words} @bob`);
  });

  test("there is something to go on from above a familiarity of 0.2", () => {
    expect(told({ familiarity: 0.2 })).toContain("You hardly know each other.");
    expect(told({ familiarity: 0.21 })).toContain("pick up where you left off");
  });
});

describe("the task", () => {
  const task = (brief: Partial<Brief>): string =>
    /## Your task\n([\s\S]*?)\n\n/.exec(prompt(brief).user)?.[1] ?? "";

  test("of a reply is the text to answer, and the conversation leads to it", () => {
    expect(task({ ...REPLY, isContextQuestion: false })).toBe(
      'Write your answer.\nThe latest message, which you answer, is by @bob: "Is the lock open?"\n' +
        'The talk is of "locks".\nGive the text alone: no label before it, no quotation marks around it.',
    );
    expect(task({ task: "reply", replyTo: { from: "bob", text: "Hm." } })).toContain(
      'You answer a message by @bob: "Hm."',
    );
  });

  test("of a question about the context is to answer it, not to ask back", () => {
    expect(task(REPLY)).toContain("do not ask back");
    expect(task({ ...REPLY, isContextQuestion: false })).not.toContain("do not ask back");
  });

  test("of a quote has the quoted post", () => {
    expect(task({ task: "quote", replyTo: { from: "bob", text: "Hm." } })).toContain(
      'The quoted post is by @bob: "Hm."',
    );
  });

  test("of a thread has the number of posts and what parts them, and more tokens for the answer", () => {
    const brief: Partial<Brief> = { task: "thread", posts: 4, topic: "tea" };
    expect(task(brief)).toMatch(/thread of 4 posts[\s\S]*empty line between two posts[\s\S]*"tea"/);
    expect(prompt(brief).settings.maxTokens).toBe(400);
    expect(prompt(brief).user).toContain("Each post: ");
  });

  test("of a post has its topic and the news", () => {
    expect(task({ topic: "tea", news: "Tea is dear" })).toMatch(/"Tea is dear"\n.*"tea"/);
    expect(task({})).toContain("What it is about is up to you.");
  });

  test("never is replaced by a form (v1 lost the question of 70 % of its reactions)", () => {
    for (let number = 0; number < 14; number++) {
      for (const variety of [
        { structure: number, constraint: number },
        { style: number, hints: [number], extra: number },
      ]) {
        expect(task({ ...REPLY, variety })).toBe(task(REPLY));
        expect(prompt({ ...REPLY, variety }).user).toContain("## Its form\n");
      }
    }
  });
});

test("the settings are those of the persona", () => {
  const llm = {
    provider: "grok",
    model: "grok-9",
    temperature: 0.2,
    topP: 0.3,
    presencePenalty: 0.4,
    frequencyPenalty: 0.5,
    maxTokens: 60,
  } as const;
  expect(prompt({}, { ...ADA, llm }).settings).toEqual(llm);
  expect(Object.keys(prompt().settings)).not.toContain("model");
});
