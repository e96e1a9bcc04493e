// Hosts that are broken on purpose: the check of host-equivalence.test.ts must find each of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "../../src/core/machine/internals.ts";
import { EventQueue } from "../../src/core/queue.ts";
import type { RunState } from "../../src/core/state.ts";
import { checkRun, checkSteps, type MachineCase, machineCases } from "../support/equivalence.ts";
import { freshSample } from "../support/fresh-seed.ts";
import { type HostParts, host, newTally } from "../support/host-check.ts";

/** A fault counts as found when the check fails within as many machines as one run of it tries. */
const CASES = 300;

/** The timer ids of the only agent's waiting entries, by rank. */
const timerIds = ({ queue }: RunState): ReadonlyMap<number, string> =>
  new Map(queue.waiting().map(({ rank, timer = "" }) => [rank, timer]));

/** Lets ids name the first timer that was set under them instead of the last. */
function nameFirst(state: RunState): void {
  const ids = timerIds(state);
  for (const agent of state.agents) {
    const named = new Set<string>();
    agent.timers = agent.timers.map((timer) => {
      const id = ids.get(timer.rank) ?? "";
      const isFirst = !named.has(id);
      named.add(id);
      return { ...timer, id: isFirst ? id : "" };
    });
  }
}

/** Lets `cancel` take all timers of an id. */
function cancelAll(state: RunState): void {
  const { queue } = state;
  queue.cancel = (handle) => {
    const ids = timerIds(state);
    for (const agent of state.agents) {
      const meant = agent.timers.find((timer) => timer.handle === handle);
      const same = agent.timers.filter(({ rank }) => ids.get(rank) === ids.get(meant?.rank ?? -1));
      for (const timer of same) EventQueue.prototype.cancel.call(queue, timer.handle);
      agent.timers = agent.timers.filter((timer) => !same.includes(timer));
    }
  };
}

type Check = (parts: HostParts, machineCase: MachineCase) => void;

const inSteps: Check = (parts, machineCase) =>
  checkSteps(parts, machineCase, { viaJson: true }, newTally());
const inRuns: Check = (parts, machineCase) => void checkRun(parts, machineCase, { viaJson: true });

const faults: readonly (readonly [fault: string, check: Check, broken: Partial<HostParts>])[] = [
  [
    "loses the order of the active states in a snapshot",
    inSteps,
    {
      thaw: (machine, state) => host.thaw(machine, { ...state, nodes: state.nodes.toSorted() }),
    },
  ],
  [
    "loses the running invocations in a snapshot",
    inSteps,
    { thaw: (machine, state) => host.thaw(machine, { ...state, children: [] }) },
  ],
  [
    "loses the history in a snapshot",
    inSteps,
    { thaw: (machine, state) => host.thaw(machine, { ...state, history: {} }) },
  ],
  [
    "keeps of the history only the first state of each",
    inSteps,
    {
      freeze: (snapshot) => {
        const state = host.freeze(snapshot);
        const first = Object.entries(state.history).map(([id, ids]) => [id, ids.slice(0, 1)]);
        return { ...state, history: Object.fromEntries(first) };
      },
    },
  ],
  [
    "does not stamp events that arise inside a step",
    inSteps,
    {
      prepare: (machine, name) => {
        const prepared = host.prepare(machine, name);
        const { getTransitionData } = partsOf(machine);
        prepared.parts.getTransitionData = getTransitionData;
        return prepared;
      },
    },
  ],
  [
    "cancels the first timer of an id instead of the last",
    inRuns,
    {
      step: (state, ports) => {
        nameFirst(state);
        return host.step(state, ports);
      },
    },
  ],
  [
    "cancels all timers of an id",
    inRuns,
    {
      step: (state, ports) => {
        cancelAll(state);
        return host.step(state, ports);
      },
    },
  ],
];

test.each(faults)("a host that %s is found", (_, check, broken) => {
  const { seed } = freshSample(CASES);
  const passes = (parts: HostParts, machineCase: MachineCase): boolean => {
    try {
      check(parts, machineCase);
      return true;
    } catch {
      return false;
    }
  };
  const found = fc
    .sample(machineCases, { numRuns: CASES, seed })
    .findIndex((one) => !passes({ ...host, ...broken }, one) && passes(host, one));
  expect(found, `within ${CASES} machines, seed ${seed}`).toBeGreaterThanOrEqual(0);
});
