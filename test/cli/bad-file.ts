// A scenario file in which one thing is wrong.

/** Its name, its text, and what it is refused with. */
export type Bad = readonly [name: string, file: string, code: string, says: string];

/** A scenario file with one agent, whose machine is an expression over what `xstate` exports. */
export const scenario = (parts: {
  readonly machine?: string;
  readonly more?: string;
  readonly agents?: string;
}) => `
  import { cast, defineScenario, hours, perform, socialPost, draw } from "puppet-engine";
  import { and, assign, fromPromise, raise, sendTo, setup, spawnChild, stopChild } from "xstate";
  const cycle = {};
  cycle.self = { cycle };
  const machine = ${parts.machine ?? 'setup({}).createMachine({ id: "idler" })'};
  export default defineScenario({
    name: "bad",
    until: hours(1),
    agents: ${parts.agents ?? "{ ada: cast(machine, {}) }"},
    ${parts.more ?? ""}
  });`;
