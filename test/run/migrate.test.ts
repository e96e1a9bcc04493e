// A run goes on with a machine that has changed, by the migration that the documentation prints.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { xstateBackend } from "../../src/core/agent.ts";
import type { AgentState } from "../../src/core/agent-state.ts";
import { isMachine } from "../../src/core/machine/internals.ts";
import { type Production, produce } from "../../src/core/production.ts";
import { loadState, type SavedState, saveState } from "../../src/core/save.ts";
import { defineScenario } from "../../src/core/scenario.ts";
import { firstState, type RunState } from "../../src/core/state.ts";
import { step } from "../../src/core/step.ts";
import { hours } from "../../src/core/time.ts";
import { checkFit } from "../../src/run/check-fit.ts";
import { checkMachines, compareMachines, machinesOf } from "../../src/run/machine-record.ts";
import { type Migrate, migrateState } from "../../src/run/migrate.ts";
import { simulateReply } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import { readPages, root, writeFiles } from "../support/docs.ts";

mkdirSync(join(root, "coverage"), { recursive: true });
/** Inside the repository, so that imports are found. */
const folder = mkdtempSync(join(root, "coverage/migrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [page] = readPages(["docs/how-to/change-a-machine.md"]);
if (page === undefined) throw new Error("the page is gone");
const blocks = [...writeFiles(page, folder)].filter(([{ path }]) => path !== undefined);

/** The default export of the nth file that the page prints. */
async function printed(nth: number): Promise<unknown> {
  const [block, place] = blocks[nth] ?? [];
  const loaded: object = await import(join(place ?? "", block?.path ?? ""));
  return z.looseObject({ default: z.unknown() }).parse({ ...loaded }).default;
}

async function productionWith(nth: number): Promise<Production> {
  const machine = await printed(nth);
  if (!isMachine(machine)) throw new Error("the page prints no machine");
  const agents = { bea: { machine, input: null }, ben: { machine, input: null } };
  return produce(defineScenario({ name: "bakery", until: hours(24), agents }));
}

const isMigrate = (value: unknown): value is Migrate => typeof value === "function";

let before: Production;
let after: Production;
let migrate: Migrate;
/** The state after each entry of a day. */
const states: SavedState[] = [];
let posts: readonly object[] = [];

beforeAll(async () => {
  before = await productionWith(0);
  after = await productionWith(1);
  const exported = await printed(2);
  if (!isMigrate(exported)) throw new Error("the page prints no migration");
  migrate = exported;
  posts = goOn(firstState(before, xstateBackend(), 7), (state) => states.push(saveState(state)));
});

/** Plays a state on to the end of the day. @returns the posts of the whole day */
function goOn(state: RunState, look?: (state: RunState) => void): readonly object[] {
  const { ports } = makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  );
  for (let at = state.queue.peekAt(); at !== undefined && at <= hours(24); ) {
    step(state, ports);
    look?.(state);
    at = state.queue.peekAt();
  }
  expect(state.counts.unhandled + state.counts.deadLetters).toBe(0);
  return [...state.world.posts.byId.values()];
}

const aState = (): SavedState => {
  const state = states[5];
  if (state === undefined) throw new Error("the run was too short");
  return state;
};

describe("the printed example", () => {
  test("prints what differs", () => {
    const { differs } = compareMachines(machinesOf(before), machinesOf(after));
    expect(page?.text).toContain(`\n\`\`\`\n${differs.join("\n")}\n\`\`\`\n`);
  });

  test("prints the state of an agent", () => {
    const json = page?.blocks.find(({ language }) => language === "json")?.text ?? "";
    expect(states.map(({ agents }) => agents[0])).toContainEqual(JSON.parse(json));
  });

  test("goes on from every entry as if the machine had always been the new one", () => {
    for (const state of states) {
      const migrated = migrateState(migrate, state);
      checkFit(after, migrated);
      expect(goOn(loadState(after, xstateBackend(), migrated))).toEqual(posts);
    }
    expect(states.length).toBeGreaterThan(40);
    expect(posts.length).toBeGreaterThan(10);
  });

  test("is the one in the reference, with the error that it cures", () => {
    const [errors] = readPages(["docs/reference/errors.md"]);
    const texts = errors?.blocks.map(({ text }) => text);
    expect(texts).toContain(blocks[2]?.[0].text);
    const [error = ""] = texts?.filter((text) => text.startsWith("MACHINE_DIFFERS: ")) ?? [];
    expect(() => checkMachines("bakery-1", machinesOf(before), machinesOf(after))).toThrow(
      error.slice("MACHINE_DIFFERS: ".length).trim(),
    );
  });

  test("leaves the state that it gets as it was", () => {
    const text = JSON.stringify(aState());
    migrateState(migrate, aState());
    expect(JSON.stringify(aState()) === text).toBe(true);
  });
});

/** A state with something else for its first agent. */
const withAgent = (change: (agent: AgentState) => object): Migrate => {
  const made = (state: SavedState): object => ({
    ...state,
    agents: state.agents.map((agent, index) =>
      index === 0 ? { ...agent, ...change(agent) } : agent,
    ),
  });
  // What users' functions give has the types that they say.
  return made as Migrate;
};

const TIMER = "xstate.after.10800000.baker.resting";
const inSnapshot = (fields: object): Migrate =>
  withAgent(({ snapshot }) => ({ snapshot: { ...snapshot, ...fields } }));

describe("a migration is refused that", () => {
  test.each<[string, unknown, string]>([
    ["returns nothing", () => undefined, "undefined; return the whole state"],
    [
      "returns a part",
      ({ agents }: SavedState) => ({ agents }),
      'no "seedKey"; return the whole state',
    ],
    [
      "raises the version",
      (state: SavedState) => ({ ...state, version: 2 }),
      "version 2; leave it at 1, the engine's own",
    ],
    [
      "leaves an agent out",
      (state: SavedState) => ({ ...state, agents: state.agents.slice(1) }),
      "agent:ben at agents[0]; that is the place of agent:bea",
    ],
    [
      "adds one",
      (state: SavedState) => ({ ...state, agents: [...state.agents, { agent: "agent:cy" }] }),
      "agent:cy at agents[2]; that is the place of nobody",
    ],
    [
      "gives what is no JSON",
      inSnapshot({ context: { since: new Date(0) } }),
      "a Date in snapshot.context.since of agent:bea; keep plain JSON",
    ],
  ])("%s", (_, wrong, problem) => {
    if (!isMigrate(wrong)) throw new Error("no function");
    expect(() => migrateState(wrong, aState())).toThrow(
      expect.objectContaining({
        code: "MIGRATION_INVALID",
        message: `the migration gives ${problem}`,
      }),
    );
  });

  test("throws", () => {
    const throws: Migrate = () => {
      throw new Error("no luck");
    };
    expect(() => migrateState(throws, aState())).toThrow(
      expect.objectContaining({
        code: "MIGRATION_THROWS",
        message: "the migration throws: no luck",
      }),
    );
  });

  test.each<[string, Migrate, string]>([
    ["the states by key", inSnapshot({ value: "resting" }), '"baker.resting" in snapshot.value'],
    [
      "the states by id",
      inSnapshot({ nodes: ["baker.resting"] }),
      '"baker.resting" in snapshot.nodes',
    ],
    ["a past", inSnapshot({ history: { past: ["baker"] } }), '"past" in snapshot.history'],
    ["an invoke", inSnapshot({ children: ["0.resting"] }), '"0.resting" in snapshot.children'],
    ["a request", withAgent(() => ({ flights: [{ child: "0" }] })), '"0" in flights'],
    ["a timer", withAgent(() => ({ timers: [[TIMER, 7]] })), `"${TIMER}" in timers`],
    ["the queue", (state) => ({ ...state, queue: aState().queue }), `"${TIMER}" in the queue`],
  ])("forgets %s", (_, forget, problem) => {
    const migrated = migrateState((state) => forget(migrate(state)), aState());
    expect(() => checkFit(after, migrated)).toThrow(
      expect.objectContaining({
        code: "MIGRATION_INVALID",
        message: `the migration leaves ${problem} of agent:bea, which machine "baker" does not have`,
      }),
    );
  });
});
