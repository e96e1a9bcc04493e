// What a persona costs: its events against those of a machine of a few states, and the size of its state.
import smallTown from "../../scenarios/small-town.ts";
import { agentState } from "../../src/core/agent-state.ts";
import { days } from "../../src/core/time.ts";
import { simulate } from "../../src/run/simulate.ts";
import { workload } from "./against-actors.ts";
import { median, ROUNDS } from "./measure.ts";
import type { Figure } from "./present.ts";

const UNTIL = days(2);

/** Both in turn; events of each kind per second, so the work is not the same. */
export async function personas(): Promise<readonly Figure[]> {
  const few = workload({ agents: 1000, events: 40_000 });
  const rates = { persona: [] as number[], few: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    globalThis.gc?.();
    const town = await simulate(smallTown, { until: UNTIL, journal: false });
    globalThis.gc?.();
    const plain = await simulate(few, { journal: false });
    // The first round warms up.
    if (round === 0) continue;
    rates.persona.push(town.stepsPerSecond);
    rates.few.push(plain.stepsPerSecond);
  }
  const [persona, other] = [median(rates.persona), median(rates.few)];
  const measured = [
    { name: "the machine persona, in small-town", perSecond: persona },
    { name: "a machine of a few states", perSecond: other },
  ];
  const name = "a persona's events / those of a machine of a few states (small-town, journal off)";
  const bytes = "bytes of a persona's state as JSON after two days of small-town";
  return [
    { id: "persona", name, ratio: persona / other, bar: "reported", measured, unit: "events/s" },
    {
      id: "personaBytes",
      name: bytes,
      ratio: await stateBytes(),
      bar: "reported",
      measured: [],
      unit: "",
    },
  ];
}

async function stateBytes(): Promise<number> {
  const { state } = await simulate(smallTown, { until: UNTIL, journal: false });
  const sizes = state.agents.map((agent) => JSON.stringify(agentState(agent)).length);
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
}
