// Agents of Puppet Engine v1 come over: every key of their files has a fate, and no secret comes along.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importAgent } from "../../src/import/agent.ts";
import type { KeyFate } from "../../src/import/fate.ts";
import { importPath, readCast } from "../../src/import/import-path.ts";
import { readPersona } from "../../src/persona/persona.ts";
import { makeFolder } from "../support/folder.ts";
import { tryOut } from "../support/fresh-seed.ts";
import { v1Keys } from "./v1-keys.ts";

const root = join(import.meta.dirname, "../..");
const V1 = join(root, "test/fixtures/v1");
const EVERY_KEY = join(V1, "every-key.json");
const everyKey = JSON.parse(readFileSync(EVERY_KEY, "utf8"));

type Fields = Record<string, unknown>;

/** Imports one agent from its fields. */
const imported = (fields: Fields, ...memories: readonly Fields[]) =>
  importAgent({
    id: "ada",
    v1Id: "ada",
    agent: { file: "ada.json", fields: { id: "ada", ...fields } },
    memories: memories.map((it) => ({ file: "memory.json", fields: it })),
  });

const fateOf = (keys: readonly KeyFate[], key: string): KeyFate | undefined =>
  keys.find((it) => it.key === key);

test("the reference has a row for every key, and for no other", () => {
  const page = readFileSync(join(root, "docs/reference/import.md"), "utf8");
  const [, table = ""] = /^## Keys of an agent$(.*?)^## /ms.exec(page) ?? [];
  const rows = [...table.matchAll(/^\| `(.+?)` \|/gm)].map(([, key]) => key);
  expect(rows.toSorted()).toEqual(v1Keys.map(([key]) => key).toSorted());
});

describe("the report", () => {
  const [agent] = importPath(EVERY_KEY).agents;

  test.each(v1Keys.map(([key, fate, to = key]) => [key, fate, to] as const))(
    "tells of %s that it is %s",
    (key, fate, to) => {
      const told = fateOf(agent?.keys ?? [], key);
      expect([told?.fate, told?.to ?? key]).toEqual([fate, to]);
    },
  );

  test("names where each value is, and there it is", () => {
    const told = (agent?.keys ?? []).filter(({ fate }) => ["renamed", "revived"].includes(fate));
    expect(told.length).toBeGreaterThan(40);
    for (const { key, to = key } of told) {
      const value = to.split(".").reduce((at: unknown, name) => Object(at)[name], agent?.persona);
      expect([key, value]).not.toEqual([key, undefined]);
    }
  });

  test("names the entries of the keystore, with the keys that go there", () => {
    const credentials = Object.keys(everyKey.twitter_credentials);
    expect(agent?.secrets).toEqual([
      { name: "every-key.twitter", keys: credentials.map((key) => `twitter_credentials.${key}`) },
      { name: "every-key.wallet", keys: ["solana_integration.private_key"] },
    ]);
    expect(agent?.persona).toMatchObject({
      credentials: { twitter: "every-key.twitter" },
      wallet: { secret: "every-key.wallet" },
    });
  });

  test("counts keys as they are spelled, so that all of a file are told", () => {
    const leaves = leavesOf(everyKey).filter((key) => !/^(?:favourite_wood|notes)\b/.test(key));
    const told = (agent?.keys ?? []).map(({ key }) => key);
    const untold = leaves.filter((leaf) => !told.some((key) => `${leaf}.`.startsWith(`${key}.`)));
    expect(untold).toEqual([]);
  });
});

/** Dotted keys of what is no object. */
const leavesOf = (value: Fields, path = ""): readonly string[] =>
  Object.entries(value).flatMap(([key, it]) =>
    typeof it === "object" && it !== null && !Array.isArray(it)
      ? leavesOf(Object.fromEntries(Object.entries(it)), `${path}${key}.`)
      : [`${path}${key}`],
  );

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, it) => it.toUpperCase());
const inCamelCase = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inCamelCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [camelCase(key), inCamelCase(it)]),
  );
};

describe("a file", () => {
  test.each(readdirSync(join(V1, "config/agents")))("%s means the same in camelCase", (name) => {
    const text = readFileSync(join(V1, "config/agents", name), "utf8");
    const [, camel] = [JSON.parse(text), inCamelCase(JSON.parse(text))];
    const folder = makeFolder({ "a.json": text, "b/a.json": JSON.stringify(camel) });
    const [one] = importPath(join(folder, "a.json")).agents;
    const [other] = importPath(join(folder, "b/a.json")).agents;
    const kept = /agent_kit_integration|agentKitIntegration/;
    const withoutKept = (persona: object = {}) =>
      Object.fromEntries(Object.entries(persona).filter(([key]) => !kept.test(key)));
    expect(withoutKept(other?.persona)).toEqual(withoutKept(one?.persona));
    expect(other?.secrets.map(({ name }) => name)).toEqual(one?.secrets.map(({ name }) => name));
  });

  test("keeps 0 as 0 and false as false", () => {
    const { persona } = imported({
      behavior: {
        post_frequency: { min_hours_between_posts: 0, max_hours_between_posts: 5 },
        interaction_patterns: {
          reply_probability: 0,
          quote_tweet_probability: 0,
          like_probability: 0,
        },
        content_preferences: { link_sharing_frequency: 0 },
      },
      style_guide: { formatting: { uses_emojis: false } },
    });
    const { postFrequency, interactionPatterns, contentPreferences } = persona.behavior;
    expect(postFrequency.minHoursBetweenPosts).toBe(0);
    expect(interactionPatterns).toMatchObject({ replyProbability: 0, likeProbability: 0 });
    expect(interactionPatterns.quoteProbability).toBe(0);
    expect(contentPreferences.linkSharingFrequency).toBe(0);
    expect(persona.styleGuide.formatting.usesEmojis).toBe(false);
  });

  test("that says nothing behaves as v1 did", () => {
    const { persona, keys } = imported({});
    expect(persona.name).toBe("ada");
    expect(persona.behavior).toMatchObject({
      postFrequency: { minHoursBetweenPosts: 3, maxHoursBetweenPosts: 12 },
      interactionPatterns: {
        replyProbability: 0.5,
        quoteProbability: 0.3,
        repostProbability: 0,
        likeProbability: 0.7,
      },
      contentPreferences: {
        maxThreadLength: 3,
        typicalPostLength: 240,
        linkSharingFrequency: 0.2,
      },
      activityHours: { wake: 0, sleep: 0 },
    });
    expect(keys.filter(({ fate }) => fate === "default").map(({ key }) => key)).toEqual([
      "name",
      "behavior.interactionPatterns.quoteProbability",
      "behavior.interactionPatterns.repostProbability",
      "behavior.activityHours",
    ]);
  });

  test("may have texts of any length", () => {
    const prompt = "Speak of the sea. ".repeat(20_000);
    const { persona } = imported({
      custom_system_prompt: prompt,
      personality: { speaking_style: prompt },
      rotating_system_prompts: Array.from({ length: 40 }, () => prompt),
    });
    expect(persona.systemPrompt).toBe(prompt);
    expect(persona.personality.speakingStyle).toBe(prompt);
    expect(persona.rotatingSystemPrompts).toHaveLength(40);
  });

  test("keeps what nobody knows, under its own name and in its place", () => {
    const { persona, keys } = imported({
      favourite_tea: { blend: "smoke" },
      style_guide: { formatting: { dash_style: "long" } },
      behavior: { post_frequency: { on_holidays: true } },
    });
    expect(persona).toMatchObject({
      favourite_tea: { blend: "smoke" },
      styleGuide: { formatting: { dash_style: "long" } },
      behavior: { postFrequency: { on_holidays: true } },
    });
    expect(fateOf(keys, "favourite_tea")?.fate).toBe("kept");
    expect(fateOf(keys, "behavior.post_frequency.on_holidays")).toMatchObject({
      fate: "kept",
      to: "behavior.postFrequency.on_holidays",
    });
  });

  test("loses a key of the wrong kind alone, and the report says why", () => {
    const { persona, keys } = imported({
      name: "Ada",
      personality: { traits: "dry", values: [1, "tea"], interests: 7 },
      style_guide: "none",
      goals: 5,
      llm_provider: "claude",
      behavior: { interaction_patterns: { reply_probability: "often", like_probability: "0.2" } },
    });
    expect(persona).toMatchObject({
      name: "Ada",
      personality: { traits: ["dry"], values: ["tea"], interests: [] },
      goals: [],
      llm: { provider: "openai" },
      behavior: { interactionPatterns: { replyProbability: 0.5, likeProbability: 0.2 } },
    });
    const notes = keys.filter(({ fate }) => fate === "invalid").map((it) => [it.key, it.note]);
    expect(notes).toEqual([
      ["personality.values", "1 of 2 left out: of another kind, or empty"],
      ["personality.interests", "1 of 1 left out: of another kind, or empty"],
      ["style_guide", "is no object"],
      ["goals", "left out: invalid input: expected array, received number"],
      ["llm_provider", '"claude" is not known: openai'],
      ["behavior.interaction_patterns.reply_probability", "is a string, not a number"],
    ]);
  });

  test("with its bounds the wrong way round has them in order", () => {
    const hoursOf = (behavior: Fields) => imported({ behavior }).persona.behavior.postFrequency;
    const crossed = { min_hours_between_posts: 9, max_hours_between_posts: 4 };
    expect(hoursOf({ post_frequency: crossed })).toMatchObject({
      minHoursBetweenPosts: 4,
      maxHoursBetweenPosts: 9,
    });
    expect(hoursOf({ post_frequency: { min_hours_between_posts: 30 } })).toMatchObject({
      minHoursBetweenPosts: 30,
      maxHoursBetweenPosts: 30,
    });
  });

  test("of a trader has the least of its amounts, and trades only when told to", () => {
    const trading = {
      solana_integration: { trade_safety: { max_trade_amount_sol: 0.2, max_daily_trades: 9 } },
      agent_kit_integration: {
        autonomy_rules: { max_single_trade_amount_sol: 0.05, max_daily_trades: 2 },
      },
    };
    expect(imported(trading).persona.trading).toMatchObject({
      enabled: false,
      maxTradeSol: 0.05,
      maxTradesPerDay: 2,
    });
  });
});

test.each([
  ["Europe/Berlin", 60],
  ["Asia/Kolkata", 330],
  ["America/St_Johns", -210],
  ["UTC", 0],
  ["UTC+2", 120],
  ["GMT-03:30", -210],
])("the time zone %s is %i minutes east of UTC", (timezone, minutes) => {
  const { persona } = imported({ behavior: { post_frequency: { timezone } } });
  expect(persona.behavior.utcOffsetMinutes).toBe(minutes);
});

test("a time zone that is none is told, and UTC", () => {
  const { persona, keys } = imported({ behavior: { post_frequency: { timezone: "Mars/North" } } });
  expect(persona.behavior.utcOffsetMinutes).toBe(0);
  expect(fateOf(keys, "behavior.post_frequency.timezone")?.note).toBe(
    '"Mars/North" is no time zone: UTC',
  );
});

describe("a memory file", () => {
  const { agents, unneeded } = importPath(V1);
  const ferryman = agents.find(({ id }) => id === "ferryman");

  test("goes into the persona of its agent, in its ranges", () => {
    expect(ferryman?.from).toHaveLength(2);
    expect(ferryman?.persona.initialMemory).toEqual({
      coreMemories: [
        "The winter in which the river froze and everybody walked.",
        "The first rope he spliced held for nine years.",
      ],
      recentEvents: [
        { content: "A piano crossed the river.", importance: 0.6 },
        { content: "The fog did not lift.", importance: 1 },
      ],
      recentPosts: ["Fog. I shall ring the bell.", "Water is high. So am I, on this chair."],
      relationships: {
        choir: {
          sentiment: 0.6,
          familiarity: 0,
          trust: 0.2,
          notes: ["sings while waiting"],
          sharedExperiences: ["the crossing with forty singers"],
        },
      },
      memories: [
        {
          content: "Passengers with dogs are never late.",
          kind: "general",
          importance: 0,
          valence: 1,
        },
      ],
    });
    expect(fateOf(ferryman?.keys ?? [], "relationships")?.note).toBe(
      "choir.familiarity -1 became 0",
    );
  });

  test("alone makes a persona that is called by its id", () => {
    const [lodger] = importPath(join(V1, "data/memories/lodger.json")).agents;
    expect(lodger?.persona).toMatchObject({
      name: "lodger",
      initialMemory: {
        coreMemories: ["The attic with the round window."],
        recentPosts: ["Nobody plays downstairs any more."],
      },
    });
    expect(fateOf(lodger?.keys ?? [], "name")?.note).toBe("the id: there is no agent file");
  });

  test("is told from the list of processed tweets, which nobody needs", () => {
    expect(unneeded.map(({ file }) => file)).toEqual([join(V1, "data/processed_tweets.json")]);
    expect(unneeded[0]?.why).toContain("had answered");
  });
});

test("an id in capitals is a small one now, also in the relationships of others", () => {
  const folder = makeFolder({
    "a.json": JSON.stringify({ id: "Old Harbour" }),
    "b.json": JSON.stringify({
      id: "bo",
      initial_memory: { relationships: { "Old Harbour": { sentiment: 1 }, "A Stranger": {} } },
    }),
  });
  const [bo, harbour] = importPath(folder).agents;
  expect(harbour?.keys[0]).toMatchObject({ note: '"Old Harbour" became old-harbour' });
  expect(Object.keys(bo?.persona.initialMemory.relationships ?? {})).toEqual([
    "old-harbour",
    "A Stranger",
  ]);
});

describe("an imported persona", () => {
  test("read again is the same, and is not taken for a v1 file", () => {
    for (const { id, persona } of importPath(V1).agents.filter(({ isActive }) => isActive)) {
      const folder = makeFolder({ "one.json": JSON.stringify({ ...persona, id }) });
      expect(readCast(folder)).toEqual([{ id, persona: { ...persona, id } }]);
    }
    const [{ persona, id } = { persona: {}, id: "" }] = importPath(EVERY_KEY).agents;
    const folder = makeFolder({ "one.json": JSON.stringify(persona) });
    expect(readCast(folder)).toEqual([{ id, persona }]);
  });
});

const CANARY = /canary/i;

/** Everything that leaves an import. */
const allOf = (agent: object): string => JSON.stringify(agent);

describe("no secret comes along", () => {
  test("from where v1 has them, nor from any other key that is named like one", () => {
    expect(JSON.stringify(everyKey).match(/canary/gi)?.length).toBeGreaterThan(15);
    for (const { persona, keys } of [...importPath(EVERY_KEY).agents, ...importPath(V1).agents]) {
      expect(allOf({ persona, keys })).not.toMatch(CANARY);
    }
  });

  test.each([
    ["a key of a service", "sk-proj-abcDEF0123456789abcDEF0123456789"],
    ["a private key in base58", "5".repeat(44) + "K".repeat(44)],
    ["a private key in hex", `0x${"ab12".repeat(16)}`],
    ["a private key as bytes", Array.from({ length: 64 }, (_, i) => (i * 37) % 256)],
    ["a private key as the text of bytes", JSON.stringify(Array(64).fill(201))],
    ["a bearer token", `Bearer ${"abc123".repeat(5)}`],
    ["an address with a key", "https://rpc.invalid/?api-key=abc123abc123abc123"],
    ["an address with a password", "https://user:abc123abc123@rpc.invalid/"],
  ])("in an unknown key: %s", (_, secret) => {
    const { persona, keys } = imported({ remark: { deep: [secret] } });
    const inside = typeof secret === "string" ? secret.replace(/^.*[/=: ](?=\w{10})/, "") : secret;
    const shown = typeof inside === "string" ? inside : JSON.stringify(inside);
    expect(allOf({ persona, keys })).not.toContain(shown.replace(/@.*$/, ""));
    expect(keys.some(({ fate, key }) => fate === "secret" && key.startsWith("remark"))).toBe(true);
  });

  test("but a user name that is also the name of the agent stays its name", () => {
    const { persona, secrets } = imported({
      name: "News_42_desk",
      twitter_credentials: { username: "News_42_desk", password: "News_42_desk!" },
    });
    expect(persona.name).toBe("News_42_desk");
    expect(secrets[0]?.keys).toHaveLength(2);
  });

  test("and words that are also passwords stay words", () => {
    const { persona } = imported({
      twitter_credentials: { password: "sunshine" },
      personality: { interests: ["sunshine"] },
    });
    expect(persona.personality.interests).toEqual(["sunshine"]);
  });
});

test("whatever stands in a file, a persona comes out that survives JSON, without secrets", async () => {
  const own = ["temperament", "goals", "limits", "wallet", "trading", "llm", "interests", "voice"];
  const nested = ["initial_memory.memories", "behavior.conversation", "credentials", "postEvery"];
  const paths = [...leavesOf(everyKey), ...own, ...nested].map((key) => key.split("."));
  const change = fc.tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }));
  await tryOut(
    "test/import/import.test.ts",
    60,
    fc.array(change, { maxLength: 8 }),
    async (changes) => {
      // Without its secret, a copy of it in a text is a text.
      const fields = structuredClone({ ...everyKey, notes: [], custom_system_prompt: "" });
      for (const [path, value] of changes) {
        const parent = path.slice(0, -1).reduce((at, name) => Object(at)[name], fields);
        if (typeof parent === "object" && parent !== null) parent[path.at(-1) ?? ""] = value;
      }
      const { persona, keys } = imported({ ...fields, id: undefined });
      expect(allOf({ persona, keys })).not.toMatch(CANARY);
      expect(readPersona(JSON.parse(JSON.stringify(persona)))).toEqual(persona);
    },
  );
});
