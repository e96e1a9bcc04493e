// What a simulated reply may depend on, made up: for tests of effects.
import type { SimulationScope } from "../../src/core/effect.ts";
import { draw } from "../../src/core/random.ts";

export interface Asking {
  readonly key?: number;
  readonly seedKey?: number;
  readonly at?: number;
  readonly input?: unknown;
}

export const scopeOf = ({ key = 1, seedKey = 7, at = 0, input }: Asking = {}): SimulationScope => ({
  draw: (purpose) => draw(key, purpose),
  shared: (purpose) => draw(seedKey, purpose),
  at,
  agent: "agent:ada",
  input: input ?? { name: "Ada" },
});
