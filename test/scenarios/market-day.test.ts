// The scenario `market-day`: a rumour moves the hand that hears of it, and its correction does not stop it.
import { expect, test } from "vitest";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { shippedScenario } from "../support/golden.ts";

const SEEDS = [1, 2, 3, 4, 5];

/** Over some seeds, purchases of the token before the rumour, until its correction and after it. */
async function purchases(rumour: boolean, trader: string): Promise<readonly number[]> {
  const scenario = await shippedScenario("market-day");
  const runs: Run[] = [];
  for (const seed of SEEDS) runs.push(await simulate(scenario, { seed, params: { rumour } }));
  return [0, 1, 2].map((part) =>
    runs.reduce((sum, { metrics }) => sum + ([metrics[trader]].flat()[part] ?? 0), 0),
  );
}

test("the trader who reads the desk buys what the rumour is about, and the other follows later", async () => {
  const ines = [
    await purchases(true, "inesAndTheRumour"),
    await purchases(false, "inesAndTheRumour"),
  ];
  const tarik = [
    await purchases(true, "tarikAndTheRumour"),
    await purchases(false, "tarikAndTheRumour"),
  ];
  expect([ines[0]?.[0], tarik[0]?.[0]]).toEqual([ines[1]?.[0], tarik[1]?.[0]]);
  expect(ines[0]?.[1]).toBeGreaterThan(3 * (ines[1]?.[1] ?? 0));
  expect(tarik[0]?.[2]).toBeGreaterThan(2 * (tarik[1]?.[2] ?? 0));
});
