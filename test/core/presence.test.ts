// Agents that join, leave and become others during a run: what they and the others notice of it.
import { describe, expect, test } from "vitest";
import type { Entry, EventBody } from "../../src/core/event.ts";
import {
  type CastMember,
  cast,
  defineScenario,
  type OutsideEvent,
  type Staging,
  type Stay,
} from "../../src/core/scenario.ts";
import { hours, minutes } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { stateAt } from "../../src/run/state-at.ts";
import guest from "../support/guest.ts";
import { townspeople } from "../support/townspeople.ts";

const member = (name: string, stay = {}): CastMember => cast(guest, { name }, stay);

const party = (agents: Record<string, CastMember>, staging: Staging = {}) =>
  simulate(defineScenario({ name: "party", until: hours(6), ...staging, agents }));

const at = (hour: number, to: string, event: EventBody) => ({ at: hours(hour), to, event });

const entriesFor = (journal: readonly Entry[], id: string): readonly Entry[] =>
  journal.filter(({ to }) => to === `agent:${id}`);

/** What an agent has heard by the end. */
const heardBy = (run: Awaited<ReturnType<typeof party>>, id: string): readonly string[] =>
  run.state.byAddress.get(`agent:${id}`)?.snapshot?.context.heard ?? [];

describe("an agent that joins later", () => {
  test("starts at that instant, before all else of it, with the chance of its start at the beginning", async () => {
    const late = await party(
      { ada: member("Ada"), bob: member("Bob", { joinsAt: hours(2) }) },
      { events: [{ ...at(2, "bob", { type: "waved" }), priority: "critical" }] },
    );
    const [joined, waved] = entriesFor(late.journal, "bob");
    expect(joined).toMatchObject({
      at: hours(2),
      event: { type: "joined" },
      outcome: "handled",
    });
    expect(waved).toMatchObject({ at: hours(2), event: { type: "waved" }, outcome: "handled" });
    const early = await party({ ada: member("Ada"), bob: member("Bob") });
    expect(entriesFor(early.journal, "bob")[0]).toMatchObject({ at: 0, key: joined?.key });
  });

  test("is the same whether its cast or an event says so", async () => {
    const ada = member("Ada");
    const stay = { joinsAt: hours(2), leavesAt: hours(3) };
    const events = [at(2, "bob", { type: "joined" }), at(3, "bob", { type: "left" })];
    const byCast = await party({ ada, bob: member("Bob", stay) });
    const byEvents = await party({ ada, bob: member("Bob") }, { events });
    expect(byCast.digest).toBe(byEvents.digest);
  });

  test("takes nothing before: what is sent to it is a dead letter that says why", async () => {
    const run = await party(
      { ada: member("Ada"), bob: member("Bob", { joinsAt: hours(2) }) },
      {
        events: [
          at(1, "bob", { type: "waved" }),
          at(1, "ada", { type: "called", to: "bob", say: "waved" }),
        ],
      },
    );
    const before = entriesFor(run.journal, "bob").filter((entry) => entry.at < hours(2));
    expect(before.map(({ event }) => event.type)).toEqual(["waved", "waved"]);
    expect(new Set(before.map(({ outcome, reason }) => `${outcome}: ${reason}`))).toEqual(
      new Set(["dead: agent not here yet"]),
    );
    expect(heardBy(run, "bob")).toEqual([]);
    expect(run.failures).toEqual([]);
  });

  test("reads from then on what those wrote whom it follows, and is read by its followers", async () => {
    const run = await party(
      { ada: member("Ada"), bob: member("Bob", { joinsAt: hours(2) }) },
      {
        follows: { bob: ["ada"], ada: ["bob"] },
        events: [
          at(1, "ada", { type: "said", text: "early" }),
          at(3, "bob", { type: "said", text: "late" }),
          at(4, "bob", { type: "read" }),
          at(4, "ada", { type: "read" }),
        ],
      },
    );
    expect(heardBy(run, "bob")).toEqual(["early"]);
    expect(heardBy(run, "ada")).toEqual(["late"]);
  });

  test("that would join after the end is not here yet when it comes", async () => {
    const run = await party({ ada: member("Ada"), bob: member("Bob", { joinsAt: hours(9) }) });
    expect(entriesFor(run.journal, "bob")).toEqual([]);
    const { agents } = await stateAt(run);
    expect(agents.bob).toEqual({ value: null, context: null, status: "absent" });
  });
});

test.each([
  ["has not joined yet", { joinsAt: hours(4) }],
  ["has left", { leavesAt: hours(1) }],
])("who %s is reached by no mention, no news and no random event", async (_, stay) => {
  const run = await party(
    { ada: member("Ada"), bob: member("Bob", stay), cleo: member("Cleo") },
    {
      events: [at(2, "ada", { type: "said", text: "@bob @cleo look" })],
      news: [{ at: hours(1.5), topic: "Bob", headline: "a party" }],
      random: [{ name: "luck", every: minutes(5), event: { type: "waved" } }],
    },
  );
  const isAway = (entry: Entry): boolean =>
    "joinsAt" in stay ? entry.at < hours(4) : entry.at > hours(1) + 1;
  expect(entriesFor(run.journal, "bob").filter(isAway)).toEqual([]);
  expect(heardBy(run, "cleo")).toContain("mentioned");
  const due = run.journal.filter(({ event }) => event.agent === "agent:bob");
  expect(due.filter(isAway).length).toBeLessThanOrEqual("joinsAt" in stay ? 0 : 1);
  const wavesHere = entriesFor(run.journal, "bob").filter(({ event }) => event.type === "waved");
  expect(wavesHere.length).toBeGreaterThan(3);
});

describe("an agent that leaves", () => {
  test("waits for nothing any more, and what comes to it is a dead letter that says why", async () => {
    const run = await party(
      { ada: member("Ada"), bob: member("Bob", { leavesAt: hours(2) }) },
      {
        events: [
          at(3, "bob", { type: "waved" }),
          at(3, "ada", { type: "called", to: "bob", say: "waved" }),
        ],
      },
    );
    const bob = run.state.byAddress.get("agent:bob");
    expect(bob).toMatchObject({ status: "left", timers: [], flights: [] });
    const after = entriesFor(run.journal, "bob").filter((entry) => entry.at >= hours(2));
    expect(after.map(({ event, outcome, reason }) => [event.type, outcome, reason])).toEqual([
      ["left", "handled", undefined],
      ["waved", "dead", "agent left"],
      ["waved", "dead", "agent left"],
    ]);
    expect(run.state.queue.waiting().filter(({ to }) => to === "agent:bob")).toEqual([]);
  });

  test("is gone before all else of that instant, and posts what it was about to", async () => {
    const said = { ...at(1, "bob", { type: "said", text: "goodbye" }) };
    const run = await party(
      { bob: member("Bob", { leavesAt: hours(1) + 1 }) },
      { events: [said, { ...said, at: hours(1) + 1, priority: "critical" as const }] },
    );
    expect(run.posts.map(({ text }) => text)).toEqual(["goodbye"]);
    const after = entriesFor(run.journal, "bob").filter((entry) => entry.at > hours(1));
    expect(after.map(({ outcome }) => outcome)).toEqual(["handled", "dead", "stale"]);
  });

  test("leaves though it is paused after a failure, and is not restarted", async () => {
    const run = await party(
      { bob: member("Bob", { leavesAt: hours(1) + 10 }) },
      { events: [at(1, "bob", { type: "tripped" })] },
    );
    const after = entriesFor(run.journal, "bob").filter((entry) => entry.at >= hours(1));
    expect(
      after.map(({ at: then, event, outcome }) => [then - hours(1), event.type, outcome]),
    ).toEqual([
      [0, "tripped", "dead"],
      [10, "left", "handled"],
      [1000, "restarted", "stale"],
    ]);
    expect(run.state.byAddress.get("agent:bob")?.status).toBe("left");
  });

  test("leaves by an event from outside, not by the message of another that says so", async () => {
    const run = await party(
      { ada: member("Ada"), bob: member("Bob") },
      { events: [at(1, "ada", { type: "called", to: "bob", say: "left" })] },
    );
    expect(run.state.byAddress.get("agent:bob")?.status).toBe("active");
    expect(heardBy(run, "bob")).toEqual(["left"]);
  });
});

describe("an agent that becomes another", () => {
  const anew = { type: "persona-changed", persona: { name: "Rob", interests: ["tea"] } };

  test("is told, and is that one for its effects and for the world", async () => {
    const run = await party(
      { ada: member("Ada"), bob: member("Bob") },
      {
        events: [
          at(1, "bob", { type: "looked" }),
          at(2, "bob", anew),
          at(3, "bob", { type: "looked" }),
        ],
      },
    );
    const bob = run.state.byAddress.get("agent:bob");
    expect(bob?.snapshot?.context).toMatchObject({
      name: "Rob",
      heard: ["I am Bob", "I am Rob"],
    });
    expect(run.state.world.accounts.get("agent:bob")).toMatchObject({
      name: "Rob",
      interests: ["tea"],
    });
  });

  test("is another though its machine takes no notice", async () => {
    const idler = cast(townspeople.idler, { name: "Ivo", pace: 1, friends: [], interests: [] });
    const run = await party({ ivo: idler }, { events: [at(1, "ivo", anew)] });
    expect(run.journal.at(-1)).toMatchObject({ event: anew, outcome: "handled" });
    expect(run.state.world.accounts.get("agent:ivo")?.name).toBe("Rob");
  });

  test("stays who it is when its machine fails on the event, which does not come again", async () => {
    const nobody = { type: "persona-changed", persona: { name: "Nobody" } };
    const run = await party(
      { bob: member("Bob") },
      { events: [at(1, "bob", nobody), at(2, "bob", { type: "looked" })] },
    );
    expect(run.failures).toMatchObject([{ agent: "bob", reason: "nobody is nobody", count: 1 }]);
    expect(heardBy(run, "bob")).toEqual(["I am Bob"]);
  });
});

test("one event lets several agents leave, and what comes by itself comes to those who are there", async () => {
  const run = await party(
    {
      ada: member("Ada"),
      bob: member("Bob", { joinsAt: hours(3) }),
      cleo: member("Cleo"),
      dan: member("Dan"),
      eve: member("Eve"),
    },
    {
      events: [{ at: hours(4), to: ["ada", "cleo"], event: { type: "left" } }],
      happenings: {
        moods: { every: minutes(20) },
        interactions: { every: minutes(10) },
        news: { every: minutes(30) },
      },
    },
  );
  const gone = [...run.state.world.presence].filter(([, { isHere }]) => !isHere);
  expect(gone.map(([address]) => address).sort()).toEqual(["agent:ada", "agent:cleo"]);
  const away = (id: string, then: number): boolean =>
    id === "bob" ? then < hours(3) : (id === "ada" || id === "cleo") && then > hours(4) + 1;
  for (const { to, at: then, event, outcome } of run.journal) {
    const id = to.replace("agent:", "");
    if (event.type === "interaction-prompted") expect(away(String(event.target), then)).toBe(false);
    // News may be on its way for an hour.
    if (away(id, then)) expect([outcome, event.type]).toEqual(["dead", "news"]);
  }
  const moods = entriesFor(run.journal, "bob").filter(({ event }) => event.type === "mood-shifted");
  expect(moods.length).toBeGreaterThan(4);
  const prompted = run.journal.filter(({ event }) => event.target === "bob");
  expect(prompted.length).toBeGreaterThan(0);
});

describe("before anything happens", () => {
  const stays = (stay: Stay, events: readonly OutsideEvent[] = []) =>
    party({ ada: member("Ada"), bob: member("Bob", stay) }, { events });
  const joined = at(2, "bob", { type: "joined" });
  const left = at(3, "bob", { type: "left" });
  const anew = (hour: number) =>
    at(hour, "bob", { type: "persona-changed", persona: { name: "B" } });

  test.each([
    ["joins twice", { joinsAt: hours(1) }, [joined], /"bob" joins twice, at d1 02:00.* d1 01:00/],
    ["leaves twice", { leavesAt: hours(1) }, [left], /"bob" leaves twice/],
    ["leaves before it joins", { joinsAt: hours(4) }, [left], /leaves at d1 03:00.*, but joins at/],
    ["leaves as it joins", { joinsAt: hours(3) }, [left], /leaves at d1 03:00.*, but joins at/],
    ["becomes another before it joins", {}, [joined, anew(1)], /another persona at d1 01:00/],
    ["becomes another as it leaves", {}, [left, anew(3)], /another persona at d1 03:00/],
  ])("an agent that %s is refused", async (_, stay, events, message) => {
    const problem = { code: "STAY_INVALID", message: expect.stringMatching(message) };
    await expect(stays(stay, events)).rejects.toMatchObject(problem);
  });

  test.each([
    ["none", undefined, "EVENT_INVALID", /has no persona/],
    ["no JSON", { name: new Date(0) }, "EVENT_INVALID", /event.persona.name is a Date/],
    ["one that its machine refuses", { nom: "B" }, "PERSONA_INVALID", /without a name/],
  ])("a change of persona to %s is refused", async (_, persona, code, message) => {
    const event = { type: "persona-changed", ...(persona && { persona }) };
    const problem = { code, message: expect.stringMatching(message) };
    await expect(stays({}, [at(1, "bob", event)])).rejects.toMatchObject(problem);
  });

  test.each(["joined", "left", "persona-changed"])("%s for nobody is refused", async (type) => {
    const events = [at(1, "rob", { type, persona: { name: "Rob" } })];
    await expect(stays({}, events)).rejects.toMatchObject({ code: "EVENT_UNKNOWN_AGENT" });
  });

  test("nobody makes everyone leave, and everyone is told of anything else", async () => {
    const leaving = stays({}, [at(1, "everyone", { type: "left" })]);
    const problem = {
      code: "EVENT_INVALID",
      message: expect.stringContaining("everyone"),
    };
    await expect(leaving).rejects.toMatchObject(problem);
    const run = await stays({ joinsAt: hours(2) }, [at(1, "everyone", { type: "waved" })]);
    expect([heardBy(run, "ada"), heardBy(run, "bob")]).toEqual([["waved"], []]);
  });

  test("a stay at no instant is refused", async () => {
    const problem = { code: "SCENARIO_INVALID", message: expect.stringContaining("-1") };
    await expect(stays({ joinsAt: -1 })).rejects.toMatchObject(problem);
  });
});
