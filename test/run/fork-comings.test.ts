// Forks in which agents join, leave or become others, and in which newcomers arrive.
import { describe, expect, test } from "vitest";
import type { EventBody } from "../../src/core/event.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { days, hours, minutes } from "../../src/core/time.ts";
import { compare } from "../../src/run/compare.ts";
import { explain } from "../../src/run/explain.ts";
import { fork } from "../../src/run/fork.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { stateAt } from "../../src/run/state-at.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { verifyRun } from "../../src/run/verify.ts";
import { memoryStore } from "../../src/storage/memory-store.ts";
import guest from "../support/guest.ts";

const at = (hour: number, to: string, event: EventBody) => ({ at: hours(hour), to, event });

const party = defineScenario({
  name: "party",
  until: hours(12),
  agents: {
    ada: cast(guest, { name: "Ada" }),
    bob: cast(guest, { name: "Bob" }, { leavesAt: hours(8) }),
    cleo: cast(guest, { name: "Cleo" }, { joinsAt: hours(6) }),
    dan: cast(guest, { name: "Dan" }, { leavesAt: hours(1) }),
  },
  follows: { ada: ["bob", "cleo"], cleo: ["ada"] },
  events: Array.from({ length: 20 }, (_, n) =>
    at(0.5 + n / 2, n % 2 ? "ada" : "bob", { type: "said", text: `@cleo @bob @zoe ${n}` }),
  ),
  random: [{ name: "luck", every: minutes(20), event: { type: "waved" } }],
});

/** The same in memory and in a store. */
const inBoth = async () => {
  const store = await memoryStore();
  return [
    await simulate(party),
    await simulate(party, { store, snapshotEvery: minutes(30) }),
  ] as const;
};

const zoe = {
  type: "joined",
  machineOf: "ada",
  persona: { name: "Zoe", interests: ["tea"] },
  follows: ["ada"],
  followers: { bob: 0.5 },
};

test.each([
  ["an agent leaves that would have stayed", at(5.1, "ada", { type: "left" }), "ada"],
  ["an agent leaves earlier", at(5.1, "bob", { type: "left" }), "bob"],
  ["an agent joins earlier", at(5.1, "cleo", { type: "joined" }), "cleo"],
  [
    "an agent becomes another",
    at(5.1, "ada", { type: "persona-changed", persona: { name: "Eve" } }),
    "ada",
  ],
  ["a newcomer arrives", at(5.1, "zoe", zoe), "zoe"],
])(
  "a fork in which %s differs first there, and can be gone back to anywhere",
  async (_, event, id) => {
    for (const run of await inBoth()) {
      const forked = await fork(run, { at: hours(4), events: [event] });
      expect((await compare(run, forked)).divergedAt).toMatchObject({
        at: hours(5.1),
        to: `agent:${id}`,
      });
      expect(forked.failures).toEqual([]);
      const past = forked.kept ? await openRun(forked.kept.store, forked.run, party) : forked;
      expect((await replay(past)).digest).toBe(forked.digest);
      for (const instant of [hours(2), hours(4), hours(4.6), hours(5), hours(7), hours(11)]) {
        expect((await restore(past, { at: instant })).digest, `${instant}`).toBe(forked.digest);
        // Before its own beginning a fork is its parent.
        if (instant < hours(4)) continue;
        expect((await fork(past, { at: instant })).digest, `${instant}`).toBe(forked.digest);
      }
      if (forked.kept) {
        expect(await verifyRun(forked.kept.store, forked.run)).toMatchObject({ problems: [] });
      }
    }
  },
);

test("who joins earlier in a fork is there already when it would have joined", async () => {
  const event = at(5.1, "cleo", { type: "joined" });
  const forked = await fork(await simulate(party), { at: hours(4), events: [event] });
  const joins = forked.journal.filter(({ event: { type } }) => type === "joined");
  expect(joins.map(({ at: then, outcome, reason }) => [then, outcome, reason])).toEqual([
    [hours(5.1), "handled", undefined],
    [hours(6), "dead", "agent here already"],
  ]);
});

describe("a newcomer", () => {
  test("follows and is followed as the event says, is mentioned, and has its luck", async () => {
    const events = [at(5, "zoe", zoe), at(7, "zoe", { type: "read" })];
    const forked = await fork(await simulate(party), { at: hours(4), events });
    expect(forked.agents).toEqual(["ada", "bob", "cleo", "dan", "zoe"]);
    const { agents, world } = await stateAt(forked);
    expect(agents.zoe).toMatchObject({ status: "active", context: { name: "Zoe" } });
    const heard = new Set(forked.state.byAddress.get("agent:zoe")?.snapshot?.context.heard);
    expect(heard.has("mentioned") && heard.has("waved")).toBe(true);
    expect([...heard].some((text) => String(text).startsWith("@cleo"))).toBe(true);
    expect(new Map(world.follows).get("agent:zoe")).toEqual([["agent:ada", 1]]);
    expect(new Map(world.follows).get("agent:bob")).toEqual([["agent:zoe", 0.5]]);
    expect(forked.state.world.accounts.get("agent:zoe")).toMatchObject({ interests: ["tea"] });
    const before = await stateAt(forked, hours(4.5));
    expect(before.agents.zoe).toEqual({ status: "absent", value: null, context: null });
    const earlier = await stateAt(forked, hours(2));
    expect(earlier.agents.zoe?.status).toBe("absent");
  });

  test("is known to forks of the fork, also when it leaves there, and explained", async () => {
    for (const run of await inBoth()) {
      const forked = await fork(run, { at: hours(4), events: [at(5, "zoe", zoe)] });
      const again = await fork(forked, {
        at: hours(6),
        events: [at(7, "zoe", { type: "left" }), at(8, "amy", { ...zoe, machineOf: "zoe" })],
      });
      expect((await stateAt(again)).agents).toMatchObject({
        zoe: { status: "left" },
        amy: { status: "active" },
      });
      const past = again.kept ? await openRun(again.kept.store, again.run, party) : again;
      expect((await replay(past)).digest).toBe(again.digest);
      expect((await restore(past, { at: hours(9) })).digest).toBe(again.digest);
      const joined = again.journal.find(({ event }) => event.machineOf === "ada");
      const { links } = await explain(past, joined?.seq ?? -1);
      expect(links).toMatchObject([{ origin: "start", entry: { to: "agent:zoe" } }]);
    }
  });
});

describe("a fork refuses", () => {
  const zoeWith = (fields: object) => at(5, "zoe", { ...zoe, ...fields });
  test.each([
    ["that who is there joins", at(5, "ada", { type: "joined" }), "STAY_INVALID", /there already/],
    ["a later join", at(7, "cleo", { type: "joined" }), "STAY_INVALID", /at d1 06:00.* already/],
    ["a later leave", at(9, "bob", { type: "left" }), "STAY_INVALID", /at d1 08:00.* already/],
    ["that who left leaves", at(5, "dan", { type: "left" }), "STAY_INVALID", /left already/],
    ["that who left joins", at(5, "dan", { type: "joined" }), "STAY_INVALID", /left already/],
    ["a leave before the join", at(5, "cleo", { type: "left" }), "STAY_INVALID", /but joins at/],
    [
      "another persona after the leave",
      at(9, "bob", { type: "persona-changed", persona: { name: "B" } }),
      "STAY_INVALID",
      /when it is not there/,
    ],
    [
      "a persona that its machine refuses",
      at(5, "ada", { type: "persona-changed", persona: {} }),
      "PERSONA_INVALID",
      /without a name/,
    ],
    ["somebody unknown", at(5, "zoe", { type: "joined" }), "EVENT_UNKNOWN_AGENT", /"zoe"/],
    [
      "an unknown machine",
      zoeWith({ machineOf: "adda" }),
      "EVENT_UNKNOWN_AGENT",
      /did you mean ada/,
    ],
    ["a newcomer without a persona", zoeWith({ persona: undefined }), "EVENT_INVALID", /persona/],
    ["a newcomer whose id is none", at(5, "Zoe!", zoe), "AGENT_ID_INVALID", /"Zoe!"/],
    ["unknown follows", zoeWith({ follows: ["abe"] }), "EVENT_UNKNOWN_AGENT", /"abe"/],
    ["follows of itself", zoeWith({ followers: ["zoe"] }), "EVENT_UNKNOWN_AGENT", /"zoe"/],
    ["bad weights", zoeWith({ follows: { ada: 2 } }), "EVENT_INVALID", /follows of "zoe"/],
  ])("%s", async (_, event, code, message) => {
    const refused = fork(await simulate(party), { at: hours(4), events: [event] });
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

test("an observer may send away, and the run says so in its journal", async () => {
  const run = await simulate(party, {
    until: days(0.25),
    observe: ({ agent, journal$ }) =>
      void journal$.subscribe(({ seq }) => seq === 30 && agent("ada").send({ type: "left" })),
  });
  expect(run.observerErrors).toEqual([]);
  expect(run.state.byAddress.get("agent:ada")?.status).toBe("left");
  expect(run.journal.filter(({ event }) => event.type === "left")).toHaveLength(2);
});
