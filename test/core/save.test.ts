// A state that has gone through JSON goes on as if nothing had been: in every shipped scenario, at every 10th entry.
import { expect, test } from "vitest";
import { xstateBackend } from "../../src/core/agent.ts";
import type { Entry } from "../../src/core/event.ts";
import { type Production, produce } from "../../src/core/production.ts";
import { loadState, type SavedState, saveState } from "../../src/core/save.ts";
import { firstState, type RunState } from "../../src/core/state.ts";
import { type Ports, step } from "../../src/core/step.ts";
import { simulateReply } from "../../src/run/simulated-reply.ts";
import { makeStage } from "../../src/run/stage.ts";
import { scenarioNames, shippedScenario } from "../support/golden.ts";

const EVERY = 10;
/** Entries that are compared behind each point; by induction that proves the whole. */
const AHEAD = 15;
/** Entries of a scenario that are looked at. */
const FIRST = 3000;

function portsOf(state: RunState): Ports {
  return makeStage(state, (outgoing) =>
    outgoing.body.kind === "request" ? simulateReply(state, outgoing, outgoing.body) : undefined,
  ).ports;
}

function nextEntry(state: RunState, ports: Ports): Entry | undefined {
  while (state.queue.size > 0) {
    const entry = step(state, ports)?.entry;
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function continued(production: Production, text: string): readonly (Entry | undefined)[] {
  const saved: SavedState = JSON.parse(text);
  const state = loadState(production, xstateBackend(), saved);
  expect(JSON.stringify(saveState(state)) === text, "save(load(x)) equals x").toBe(true);
  const ports = portsOf(state);
  return Array.from({ length: AHEAD }, () => nextEntry(state, ports));
}

test.each(scenarioNames())("%s restored from any point goes on entry for entry", async (name) => {
  const production = produce(await shippedScenario(name));
  const state = firstState(production, xstateBackend(), 11);
  const ports = portsOf(state);
  const journal: Entry[] = [];
  const points: { readonly seq: number; readonly text: string }[] = [];
  while (journal.length < FIRST) {
    const entry = nextEntry(state, ports);
    if (entry === undefined) break;
    journal.push(entry);
    if (journal.length % EVERY === 0)
      points.push({ seq: journal.length, text: JSON.stringify(saveState(state)) });
  }
  for (const { seq, text } of points) {
    const expected = journal.slice(seq, seq + AHEAD);
    expect(continued(production, text).slice(0, expected.length)).toEqual(expected);
  }
  expect(points.length).toBeGreaterThan(100);
});
