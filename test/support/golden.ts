// The golden transcript of a scenario: what happens in it with seed 1, readable as a diff.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Scenario } from "../../src/core/scenario.ts";
import { transcriptLine } from "../../src/report/transcript.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";

const root = join(import.meta.dirname, "../..");
/** Entries that a golden file shows; its digest is that of the whole run. */
const MAX_LINES = 2000;

const namesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();

export const scenarioNames = (): readonly string[] => namesIn("scenarios");
export const machineNames = (): readonly string[] => namesIn("machines");

const Module = z.looseObject({ default: z.unknown() });

export async function defaultOf(folder: string, name: string): Promise<unknown> {
  return Module.parse({ ...(await import(`../../${folder}/${name}.ts`)) }).default;
}

/** A shipped scenario by name. */
export async function shippedScenario(name: string): Promise<Scenario> {
  return (await defaultOf("scenarios", name)) as Scenario;
}

export async function goldenTranscript(name: string): Promise<string> {
  return transcriptOf(await simulate(await shippedScenario(name), { seed: 1 }));
}

/** At most MAX_LINES entries, then what was left out, the metrics and the digest of the whole run. */
export function transcriptOf(run: Run): string {
  const shown = run.journal.slice(0, MAX_LINES).map(transcriptLine);
  const left = run.journal.length - shown.length;
  const metrics = Object.entries(run.metrics).map(([key, value]) => `${key} ${value}`);
  const tail = [
    ...(left > 0 ? [`… ${left} more`] : []),
    ...metrics,
    `never entered: ${run.neverEntered.join(", ") || "none"}`,
    `digest ${run.digest}`,
  ];
  return `${[...shown, ...tail].join("\n")}\n`;
}
