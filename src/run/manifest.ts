// What a run is made from, and whether a kept run was made from the same.
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { z } from "zod";
import { EngineError } from "../core/error.ts";
import { canonical } from "../core/json.ts";
import type { Production, ProductionOptions } from "../core/production.ts";
import { formatInstant } from "../core/time.ts";
import type { Manifest, RunRecord, Store } from "../storage/store.ts";
import { machinesOf } from "./machine-record.ts";

/** Where the code of a run comes from. */
export interface Origin {
  /** How the scenario is found again: its name or path. */
  readonly source: string;
  /** Hash of the files that it was loaded from, 64 hex digits. */
  readonly code?: string;
}

export interface ManifestSpec extends Partial<Origin> {
  readonly run: string;
  readonly production: Production;
  readonly options: ProductionOptions;
  readonly seed: number;
  readonly until: number;
}

export function manifestOf({
  run,
  production,
  options,
  seed,
  until,
  ...origin
}: ManifestSpec): Manifest {
  const { scenario, params } = production;
  return {
    run,
    scenario: scenario.name,
    source: origin.source ?? scenario.name,
    seed,
    until,
    params,
    ...(options.agents !== undefined && { agents: options.agents }),
    engine: engineVersion(),
    machines: machinesOf(production),
    staging: stagingHash(production),
    ...(origin.code && { code: origin.code }),
    createdAt: Date.now(),
  };
}

/** As in the package's manifest. */
export function engineVersion(): string {
  const text = readFileSync(findPackageJSON(import.meta.url) ?? "", "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function stagingHash({ roles, follows, happenings, ...staging }: Production): string {
  const { events, news, random, world } = staging;
  const cast = roles.map(({ id, machine, input }) => [id, machine.id, input]);
  const followed = [...follows].map(([id, others]) => [id, [...others]]);
  const isOn = Object.values(happenings).some((settings) => settings !== undefined);
  const staged = [cast, followed, events, news, random, world, ...(isOn ? [happenings] : [])];
  return hash("sha256", canonical(staged), "hex");
}

/** Whether two runs have the same to be the same, entry for entry. */
export function isSameMaking(a: Manifest, b: Manifest): boolean {
  return canonical(essence(a)) === canonical(essence(b));
}

function essence({ run: _, source: __, createdAt: ___, machines, ...rest }: Manifest): unknown {
  const hashes = Object.entries(machines).map(([id, { hash, functions }]) => [id, hash, functions]);
  return { ...rest, machines: hashes };
}

/** What a store has of a run that is about to be made. */
export type Known =
  | { readonly kind: "new"; readonly run: string }
  | { readonly kind: "kept"; readonly record: RunRecord };

/** At most so many runs of one scenario and seed lie in a store. */
const MAX_VARIANTS = 9999;

/**
 * Looks for a run of the same making.
 * @throws EngineError RUN_UNKNOWN never: an id that is free is given instead
 */
export async function lookUp(store: Store, manifest: Manifest): Promise<Known> {
  const records = new Map((await store.runs()).map((record) => [record.manifest.run, record]));
  for (let variant = 1; variant <= MAX_VARIANTS; variant++) {
    const run = variant === 1 ? manifest.run : `${manifest.run}~${variant}`;
    const record = records.get(run);
    if (record === undefined) return { kind: "new", run };
    if (isSameMaking(record.manifest, manifest)) return { kind: "kept", record };
  }
  const problem = `${MAX_VARIANTS} runs "${manifest.run}" in ${store.place}`;
  throw new EngineError("STORE_UNWRITABLE", `${problem}; take some away with "puppet rm"`);
}

/** The id of the next fork of a run. */
export async function nextFork(store: Store, parent: string): Promise<string> {
  const ids = new Set((await store.runs()).map(({ manifest }) => manifest.run));
  let n = 1;
  while (ids.has(`${parent}.${n}`)) n++;
  return `${parent}.${n}`;
}

export function interrupted({ manifest: { run }, head }: RunRecord): EngineError {
  const wayOut = `continue it with --resume, or take it away with "puppet rm ${run}"`;
  return new EngineError(
    "RUN_INTERRUPTED",
    `"${run}" ended early, at ${formatInstant(head.at)}; ${wayOut}`,
  );
}
