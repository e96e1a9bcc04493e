// Erasing what a stranger said: it is gone from every run, every digest holds, and a replay names the gap.
import { describe, expect, test } from "vitest";
import { assign, setup } from "xstate";
import { perform } from "../../src/core/effect.ts";
import type { EventBody } from "../../src/core/event.ts";
import { cast, defineScenario, type OutsideEvent } from "../../src/core/scenario.ts";
import { hours } from "../../src/core/time.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import { chainAfter } from "../../src/run/digest.ts";
import { findSaid } from "../../src/run/forget.ts";
import { fork } from "../../src/run/fork.ts";
import { pack } from "../../src/run/pack.ts";
import { PackLine } from "../../src/run/pack-line.ts";
import { entriesOf } from "../../src/run/past.ts";
import { replay } from "../../src/run/replay.ts";
import { restore } from "../../src/run/restore.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openRun } from "../../src/run/stored-run.ts";
import { unpack } from "../../src/run/unpack.ts";
import type { Disk } from "../../src/storage/disk.ts";
import { memoryDisk } from "../../src/storage/memory-store.ts";
import { readBlocks } from "../../src/storage/read-blocks.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import { Texts } from "../../src/storage/texts.ts";

interface Heard extends EventBody {
  readonly type: "mentioned";
  readonly text: string;
}

/** Remembers what it hears, and quotes it in its posts. */
const echo = setup({
  types: { context: {} as { readonly heard: readonly string[] }, events: {} as Heard },
  actors: { post: perform(socialPost) },
}).createMachine({
  id: "echo",
  context: { heard: [] },
  initial: "listening",
  states: {
    listening: {
      after: { [hours(1)]: "posting" },
      on: {
        mentioned: {
          target: "posting",
          actions: assign({
            heard: ({ context, event }) => [event.text, ...context.heard].slice(0, 9),
          }),
        },
      },
    },
    posting: {
      invoke: {
        src: "post",
        input: ({ context }) => ({ text: `They say: ${context.heard.join(" / ") || "nothing"}` }),
        onDone: "listening",
        onError: "listening",
      },
    },
  },
});

const SECRET = 'My number is "555-0101",\ncall me 🙂';
const said = (at: number, text: string, from = "1823"): OutsideEvent => ({
  at,
  to: "ada",
  event: { type: "mentioned", stranger: true, from, name: "Jane Doe", text },
});

const scenario = (events: readonly OutsideEvent[]) =>
  defineScenario({
    name: "echoes",
    until: hours(200),
    agents: { ada: cast(echo, undefined), bob: cast(echo, undefined) },
    follows: { bob: ["ada"], ada: ["bob"] },
    events,
  });

const silent = scenario([]);
const spoken = scenario([
  said(hours(30), SECRET),
  said(hours(90), `She wrote: ${SECRET}!`, "77"),
  said(hours(150), "A plain remark, not to be forgotten"),
]);

async function played() {
  const disk = memoryDisk();
  const store = await openRunStore(disk);
  const run = await simulate(spoken, { store, snapshotEvery: hours(9) });
  return { disk, store, run };
}

/** All that is on a disk. */
async function textsOn(disk: Disk): Promise<string> {
  const texts = new Texts(disk);
  const found = await texts.list("r");
  return (await Promise.all(found.map((text) => texts.read(text)))).join("\n");
}

test("a run with strangers is the same in memory, in a store, restored, replayed and forked", async () => {
  const { store, run } = await played();
  expect((await simulate(spoken)).digest).toBe(run.digest);
  const past = await openRun(store, run.run, spoken);
  expect((await replay(past)).digest).toBe(run.digest);
  const instants = (await store.snapshots(run.run)).map(({ at }) => at);
  expect(instants.length).toBeGreaterThan(3);
  for (const at of instants) expect((await restore(past, { at })).digest).toBe(run.digest);
  for (const at of [hours(20), hours(60), hours(120)]) {
    const forked = await fork(past, { at });
    expect(forked.digest).toBe(run.digest);
    expect((await replay(await openRun(store, forked.run, spoken))).digest).toBe(run.digest);
    expect((await restore(forked, { at: hours(160) })).digest).toBe(run.digest);
    expect((await fork(forked, { at: hours(100) })).digest).toBe(run.digest);
  }
  const events = (await entriesOf(past)).map(({ event }) => event);
  expect(events).toEqual(run.journal.map(({ event }) => event));
});

test("what a stranger said stands once in the store, and once erased nowhere", async () => {
  const { disk, store, run } = await played();
  const quoted = `She wrote: ${SECRET}!`;
  expect((await textsOn(disk)).split("555-0101").length - 1).toBe([SECRET, quoted].length);
  const found = await findSaid(store, run.run, { by: "text", value: SECRET });
  expect(new Set(found.texts.values())).toEqual(new Set([SECRET, quoted]));
  expect(found.entries).toBeGreaterThan(10);
  expect(found.snapshots).toBeGreaterThan(2);
  await store.forget(new Set(found.texts.keys()));
  expect(await textsOn(disk)).not.toContain("555-0101");
  expect(await textsOn(disk)).toContain("A plain remark");
  expect((await findSaid(store, run.run, { by: "text", value: SECRET })).texts.size).toBe(0);
  for await (const { before, lines, states, after } of readBlocks(store, run.run)) {
    expect(chainAfter(before, lines, states)).toBe(after);
  }
  const past = await openRun(store, run.run, spoken);
  await expect(replay(past)).rejects.toThrow(/entry \d+ of "echoes-1" .*2 erased texts/);
  const heard = (await entriesOf(past)).filter(({ event }) => event.stranger);
  expect(heard.map(({ event }) => event.text)).toEqual([
    expect.stringMatching(/^\[erased [0-9a-f]{12}\]$/),
    expect.stringMatching(/^\[erased [0-9a-f]{12}\]$/),
    "A plain remark, not to be forgotten",
  ]);
});

describe("a fork with a stranger's event", () => {
  async function forked() {
    const disk = memoryDisk();
    const store = await openRunStore(disk);
    const run = await simulate(silent, { store });
    const toAll = { ...said(hours(70), SECRET), to: "everyone" };
    const events = [toAll, said(hours(300), `late: ${SECRET}`)];
    return { disk, store, fed: await fork(run, { at: hours(60), events }) };
  }

  test("replays to its digest when the text was erased, and goes on to say it no more", async () => {
    const { disk, store, fed } = await forked();
    const { texts } = await findSaid(store, fed.run, { by: "text", value: "555-0101" });
    await store.forget(new Set(texts.keys()));
    expect(await textsOn(disk)).not.toContain("555-0101");
    const past = await openRun(store, fed.run, silent);
    expect((await replay(past)).digest).toBe(fed.digest);
    for (const at of [hours(65), hours(100)]) {
      expect((await restore(past, { at })).digest).toBe(fed.digest);
    }
    const longer = await restore(past, { until: hours(310) });
    expect((await replay(await openRun(store, fed.run, silent))).digest).toBe(longer.digest);
    expect(longer.journal.findLast(({ event }) => event.stranger)?.event.text).toMatch(/^\[erased/);
  });

  test("is found by its author, and goes along in a pack", async () => {
    const { store, fed } = await forked();
    const { texts } = await findSaid(store, fed.run, { by: "from", value: "1823" });
    expect(new Set(texts.values())).toEqual(new Set([SECRET, "Jane Doe", `late: ${SECRET}`]));
    expect((await findSaid(store, fed.run, { by: "post", value: "1" })).texts.size).toBe(0);
    const other = await openRunStore(memoryDisk());
    async function* lines() {
      for await (const line of pack(store, fed.run, { sources: [], scenario: "a.ts" })) {
        yield PackLine.parse(JSON.parse(line));
      }
    }
    await unpack(other, lines(), "a.ts");
    expect((await replay(await openRun(other, fed.run, silent))).digest).toBe(fed.digest);
    expect(await other.strangers(fed.run)).toEqual(await store.strangers(fed.run));
  });
});
