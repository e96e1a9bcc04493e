// Holds full runs of the host, timers and replies included, to XState's own actor on an exact clock.
import { deepEqual } from "node:assert/strict";
import type { AnyMachineSnapshot } from "xstate";
import { xstateBackend } from "../../src/core/agent.ts";
import { type Entry, NORMAL_PRIORITY } from "../../src/core/event.ts";
import { produce } from "../../src/core/production.ts";
import { cast, defineScenario } from "../../src/core/scenario.ts";
import { firstState, type RunState } from "../../src/core/state.ts";
import type { Ports } from "../../src/core/step.ts";
import { type HostParts, overJson, textOf, viewOf } from "./host-check.ts";
import {
  answerTo,
  errorText,
  failureFor,
  type Line,
  MAX_LINES,
  type RunCheck,
  referenceRun,
} from "./xstate-run.ts";

/** Requests are answered as in the reference; nobody else is there. */
const portsOf = (state: RunState): Ports => ({
  deliver: () => undefined,
  send: ({ body, at, from, key, cause }) => {
    if (body.kind !== "request") return;
    const { id, effect, input } = body.request;
    const answer = answerTo(effect, input);
    const outcome = answer.isDone ? { kind: "done", reply: { n: answer.n } } : failureFor(answer);
    state.queue.push({
      kind: "reply",
      at: at + answer.latency,
      priority: NORMAL_PRIORITY,
      to: from,
      event: { type: "replied", ...outcome },
      key,
      cause,
      request: id,
    });
  },
});

function lineOf(entry: Entry, snapshot: AnyMachineSnapshot | undefined): Line {
  const { at, outcome, reason, requests, actions = [] } = entry;
  if (outcome === "dead") return { at, actions: [], view: errorText(reason) };
  const asked = requests.map(({ effect, input }) => textOf(["request", effect, input]));
  return {
    at,
    actions: [...asked, ...actions.map(textOf)],
    view: snapshot ? viewOf(snapshot) : "",
  };
}

/** The same run in the host: one agent, alone. */
export function hostRun(parts: HostParts, check: RunCheck): readonly Line[] {
  const { machine, input, events, until, viaJson } = check;
  const scenario = defineScenario({
    name: "one",
    until,
    agents: { one: cast(machine, input) },
    events,
  });
  const state = firstState(produce(scenario), xstateBackend(), 1);
  const ports = portsOf(state);
  const [agent] = state.agents;
  const lines: Line[] = [];
  while (lines.length < MAX_LINES && agent?.status === "active") {
    const at = state.queue.peekAt();
    if (at === undefined || at > until) break;
    const stepped = parts.step(state, ports);
    if (stepped === undefined || stepped.entry.outcome === "stale") continue;
    lines.push(lineOf(stepped.entry, agent.snapshot));
    if (viaJson && agent.snapshot) agent.snapshot = overJson(parts, agent.machine, agent.snapshot);
  }
  return lines;
}

export interface ComparedRun {
  readonly lines: number;
  readonly isOrphaned: boolean;
}

/** @throws AssertionError at the first difference */
export function compareRuns(parts: HostParts, check: RunCheck): ComparedRun {
  const { lines, isOrphaned } = referenceRun(check);
  const expected = lines.map(sorted);
  const all = hostRun(parts, check).map(sorted);
  const actual = isOrphaned ? all.slice(0, expected.length) : all;
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
    deepEqual(actual[i], expected[i], `entry ${i} of a run`);
  }
  return { lines: expected.length, isOrphaned };
}

/** The journal keeps requests and actions apart, so only the order within each of them is compared here. */
const sorted = ({ at, actions, view }: Line): Line => ({
  at,
  view,
  actions: [
    ...actions.filter((text) => text.startsWith("[")),
    ...actions.filter((text) => !text.startsWith("[")),
  ],
});
