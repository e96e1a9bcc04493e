// Relationships: how contacts move them, how time does, and what they weigh.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draw, drawInteger, pick } from "../../src/core/random.ts";
import { days, minutes } from "../../src/core/time.ts";
import { Brief } from "../../src/persona/brief.ts";
import { readPersona } from "../../src/persona/persona.ts";
import {
  affinity,
  answerFactor,
  faded,
  firstRelationships,
  type Interaction,
  MAX_NOTE_TEXT,
  MAX_NOTES,
  MAX_RELATIONSHIPS,
  MAX_STEP,
  meet,
  type Relationship,
  type Relationships,
  relationshipWith,
  STRANGER,
  standingWith,
} from "../../src/persona/relationship.ts";
import { tryOut } from "../support/fresh-seed.ts";

const FILE = "test/persona/relationship.test.ts";

const meetOften = (count: number, interaction: Interaction, from: Relationships = {}) =>
  Array.from({ length: count }).reduce<Relationships>(
    (all, _, i) => meet(all, "bob", interaction, i),
    from,
  );

const bobOf = (relationships: Relationships): Relationship =>
  relationshipWith(relationships, "bob", 0);

test("an acquaintance begins as in Puppet Engine v1: no feeling, a little known, no trust", () => {
  const met = meet({}, "bob", { kind: "read", step: { familiarity: 0 } }, 7);
  expect(met).toEqual({
    bob: { sentiment: 0, familiarity: 0.1, trust: 0, interactions: 0, lastAt: 7 },
  });
});

test("feelings from before the run come from the file, with notes and experiences", () => {
  const known = { sentiment: 0.5, familiarity: 0.4, trust: 0.2, notes: ["loud"] };
  const persona = readPersona({ name: "Ada", initialMemory: { relationships: { bob: known } } });
  expect(firstRelationships(persona)).toEqual({ bob: { ...known, interactions: 0, lastAt: 0 } });
});

describe("contacts", () => {
  test("of a kind sort make friends within a month, and reading alone does not", () => {
    const friend = bobOf(meetOften(40, { kind: "called", warmth: 0.8 }));
    expect(friend.sentiment).toBeGreaterThan(0.8);
    expect(friend.familiarity).toBeGreaterThan(0.5);
    expect(friend.trust).toBeGreaterThan(0.5);
    expect(friend.interactions).toBe(40);
    const known = bobOf(meetOften(40, { kind: "read", warmth: 0.2 }));
    expect(known.sentiment).toBeLessThan(0.2);
    expect(known).toMatchObject({ interactions: 0, trust: 0 });
  });

  test("of ten kind calls give no more trust than one insult takes", () => {
    const trusted = meetOften(
      10,
      { kind: "called", warmth: 0.5 },
      { bob: { ...STRANGER, trust: 0.5 } },
    );
    const hurt = meet(trusted, "bob", { kind: "called", warmth: -1 }, 20);
    expect(bobOf(hurt).trust).toBeLessThan(0.51);
    expect(bobOf(hurt).sentiment).toBeLessThan(bobOf(trusted).sentiment - 0.1);
  });

  test("that are passed over or refused cool a relationship down", () => {
    const start = { bob: { ...STRANGER, sentiment: 0.3, trust: 0.3 } };
    for (const kind of ["ignored", "refused"] as const) {
      expect(bobOf(meet(start, "bob", { kind }, 1)).sentiment).toBeLessThan(0.3);
    }
  });

  test("count less the nearer the feeling is to its end", () => {
    const gain = (sentiment: number) => {
      const before = { bob: { ...STRANGER, sentiment } };
      return bobOf(meet(before, "bob", { kind: "reposted" }, 0)).sentiment - sentiment;
    };
    expect(gain(0.9)).toBeLessThan(gain(0.5));
    expect(gain(0.5)).toBeLessThan(gain(0));
  });

  test("are judged by somebody else within the bounds of Puppet Engine v1", () => {
    const step = { sentiment: 9, familiarity: -1, trust: 9 };
    const met = bobOf(meet({}, "bob", { kind: "answered", step }, 0));
    expect(met).toMatchObject({ sentiment: 0.2, familiarity: 0.1, trust: 0.2 });
  });

  test("leave notes, the newest first, each once, a few short ones", () => {
    const notes = ["a", "b", "c", "d", "e", "a", `x\n${"y ".repeat(90)}`];
    const met = notes.reduce<Relationships>(
      (all, note) => meet(all, "bob", { kind: "answered", note, sharedExperience: "the storm" }, 0),
      {},
    );
    const bob = bobOf(met);
    expect(bob.notes).toHaveLength(MAX_NOTES);
    expect(bob.notes?.[0]).toMatch(/^x y/);
    expect(bob.notes?.[0]?.length).toBeLessThanOrEqual(MAX_NOTE_TEXT);
    expect(bob.notes?.slice(1)).toEqual(["a", "e", "d", "c"]);
    expect(bob.sharedExperiences).toEqual(["the storm"]);
  });

  test("with somebody whose id is a word of the language are contacts like any other", () => {
    for (const id of ["__proto__", "constructor", "toString"]) {
      expect(relationshipWith({}, id, 0)).toEqual(STRANGER);
      const met = meet({}, id, { kind: "called" }, 0);
      expect(relationshipWith(met, id, 0)).toMatchObject({ interactions: 1 });
    }
  });
});

describe("time without a contact", () => {
  const furious: Relationship = { ...STRANGER, sentiment: -0.9, familiarity: 0.8, trust: 0.6 };

  test("lets familiarity and what is extreme fade, by halves, and leaves the rest", () => {
    expect(faded(furious, days(28))).toMatchObject({ sentiment: -0.7, trust: 0.6 });
    expect(faded(furious, days(56))).toMatchObject({ familiarity: 0.4 });
    expect(faded({ ...furious, sentiment: 0.4 }, days(300)).sentiment).toBe(0.4);
  });

  test("is looked at when they meet again, and the same whether one looked in between", () => {
    const read: Interaction = { kind: "read", step: { familiarity: 0 } };
    const met = meet({ bob: furious }, "bob", read, days(28));
    expect(met.bob).toMatchObject({ sentiment: -0.7, lastAt: days(28) });
    const twice = meet(meet({ bob: furious }, "bob", read, days(14)), "bob", read, days(28));
    expect(twice.bob?.sentiment).toBeCloseTo(-0.7, 3);
  });
});

test("the least familiar gives way when there are too many, never the one just met", () => {
  const crowd: Relationships = Object.fromEntries(
    Array.from({ length: MAX_RELATIONSHIPS }, (_, i) => [
      `friend${i}`,
      { ...STRANGER, familiarity: 0.2 + i / 1000, lastAt: days(i === 3 ? 0 : 100) },
    ]),
  );
  const met = meet(crowd, "newcomer", { kind: "read" }, days(100));
  expect(Object.keys(met)).toHaveLength(MAX_RELATIONSHIPS);
  expect(met).toHaveProperty("newcomer");
  expect(met).not.toHaveProperty("friend3");
});

describe("what a relationship weighs", () => {
  const of = (sentiment: number, familiarity: number, trust: number): Relationship => ({
    ...STRANGER,
    ...{ sentiment, familiarity, trust },
  });

  test("grows with feeling, acquaintance and trust", () => {
    expect([of(1, 1, 1), STRANGER, of(-1, 1, 1)].map(affinity)).toEqual([1, 0.2, 0]);
    expect(affinity(of(0.2, 0.5, 0))).toBeGreaterThan(affinity(of(0.2, 0.1, 0)));
    expect([of(1, 1, 1), STRANGER, of(-1, 1, 0)].map(answerFactor)).toEqual([1.5, 1, 0.5]);
  });

  test("is told to whoever writes, in the form of a brief", () => {
    const met = meet({}, "bob", { kind: "called", warmth: 0.5, note: "kind" }, 0);
    const standing = standingWith(met, "bob", 0);
    expect(standing).toMatchObject({ with: "bob", interactions: 1, notes: ["kind"] });
    const brief = { task: "reply", mood: "neutral", standing };
    expect(Brief.safeParse(brief).success).toBe(true);
  });
});

const interactions = fc.array(
  fc.record({
    id: fc.constantFrom("bob", "cleo", "7", "__proto__"),
    pause: fc.integer({ min: 0, max: days(40) }),
    interaction: fc.record(
      {
        kind: fc.constantFrom(
          ...(["read", "called", "answered", "liked", "reposted"] as const),
          ...(["praised", "ignored", "refused"] as const),
        ),
        warmth: fc.double({ min: -1, max: 1, noNaN: true }),
        note: fc.string({ maxLength: 150 }),
      },
      { requiredKeys: ["kind"] },
    ),
  }),
  { maxLength: 60 },
);

function expectStep(before: Relationship, after: Relationship): void {
  for (const name of ["sentiment", "familiarity", "trust"] as const) {
    expect(Math.abs(after[name] - before[name])).toBeLessThanOrEqual(MAX_STEP[name] + 1e-4);
    expect(after[name]).toBeLessThanOrEqual(1);
    expect(after[name]).toBeGreaterThanOrEqual(name === "sentiment" ? -1 : 0);
  }
  expect(after.familiarity).toBeGreaterThanOrEqual(before.familiarity);
}

test("whatever comes to pass, each contact keeps to its bounds and all values to their ranges", async () => {
  await tryOut(FILE, 200, interactions, (contacts) => {
    let all: Relationships = {};
    let at = 0;
    for (const { id, pause, interaction } of contacts) {
      at += pause;
      const isNew = !Object.hasOwn(all, id);
      const before = relationshipWith(all, id, at);
      const start = isNew ? { ...before, familiarity: 0.1 } : before;
      all = meet(all, id, interaction, at);
      const after = relationshipWith(all, id, at);
      expectStep(start, after);
    }
    expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all);
    for (const known of Object.values(all).map(({ notes: _, ...rest }) => rest)) {
      expect(JSON.stringify(known).length).toBeLessThanOrEqual(100);
    }
  });
});

test("a month among 400 people leaves 150 relationships in at most 24 kB of JSON, and friends among them", () => {
  const kinds = ["read", "called", "answered", "liked", "ignored"] as const;
  let all: Relationships = {};
  for (let n = 0; n < 4000; n++) {
    const isFriend = n % 9 === 0;
    const id = isFriend ? `friend${n % 5}` : `passerby${drawInteger(n, "who", [0, 400])}`;
    const kind = pick(n, "kind", kinds) ?? "read";
    const warmth = isFriend ? 0.6 : draw(n, "warmth") * 2 - 1;
    all = meet(all, id, { kind, warmth }, n * minutes(11));
  }
  expect(Object.keys(all)).toHaveLength(MAX_RELATIONSHIPS);
  expect(JSON.stringify(all).length).toBeLessThan(24_000);
  const friends = Array.from({ length: 5 }, (_, i) =>
    relationshipWith(all, `friend${i}`, days(30)),
  );
  for (const friend of friends) {
    expect(friend.sentiment).toBeGreaterThan(0.5);
    expect(friend.familiarity).toBeGreaterThan(0.5);
  }
  const others = Object.entries(all).filter(([id]) => id.startsWith("passerby"));
  expect(new Set(others.map(([, { sentiment }]) => sentiment)).size).toBeGreaterThan(100);
});
