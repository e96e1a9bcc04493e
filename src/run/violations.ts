// Holds the steps of a run against the properties of its scenario.
import type { AnyMachineSnapshot } from "xstate";
import { guarded } from "../core/casting.ts";
import { type Request, toId } from "../core/event.ts";
import { agentStep, type Property, type Violation } from "../core/property.ts";
import type { RunState } from "../core/state.ts";
import type { Step } from "../core/step.ts";

export interface PropertyWatch {
  /** To be called after every step. @throws EngineError SCENARIO_THROWS when a property does */
  readonly see: (step: Step) => void;
  /** The first of each property and agent, in the order in which they came. */
  readonly violations: () => readonly Violation[];
}

/** @returns undefined where the scenario names no properties */
export function watchProperties(state: RunState): PropertyWatch | undefined {
  const { scenario } = state.production;
  const named = Object.entries(scenario.properties);
  if (named.length === 0) return undefined;
  const standing = new Map<string, readonly (readonly [name: string, Property])[]>();
  const before = new Map<string, AnyMachineSnapshot | undefined>(
    state.agents.map(({ address, snapshot }) => [address, snapshot]),
  );
  /** Requests without a reply; one that is never answered stays. */
  const asked = new Map<string, Request>();
  const found = new Map<string, Violation>();
  const see = ({ entry, agent }: Step): void => {
    if (agent?.snapshot === undefined) return;
    const { address, snapshot } = agent;
    const id = toId(address);
    const answered = asked.get(entry.request ?? "");
    const change = { before: before.get(address), after: snapshot };
    const step = agentStep({ entry, agent: id, answered, ...change });
    before.set(address, snapshot);
    asked.delete(entry.request ?? "");
    for (const request of entry.requests) asked.set(request.id, request);
    const next = (standing.get(address) ?? named).map(([name, property]) => {
      const place = `property "${name}"`;
      const { after, breach } = guarded(scenario, place, () => property.next(step));
      if (breach !== undefined) {
        const { seq, at } = entry;
        const first = found.get(`${name} ${id}`) ?? { seq, at, reason: breach, count: 0 };
        const count = first.count + 1;
        found.set(`${name} ${id}`, { ...first, property: name, agent: id, count });
      }
      return [name, after] as const;
    });
    standing.set(address, next);
  };
  return { see, violations: () => [...found.values()] };
}
