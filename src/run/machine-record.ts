// A machine as a run keeps it, so that a later one can be compared with it, and what a run does when they differ.
import { hash } from "node:crypto";
import { EngineError } from "../core/error.ts";
import type { PreparedMachine } from "../core/machine/prepare.ts";
import { functionsOf, structureOf } from "../core/machine/structure.ts";
import type { Production } from "../core/production.ts";
import type { MachineRecord } from "../storage/store.ts";
import { differencesOf } from "./structure-differences.ts";

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** Structure and functions with their hashes; about a millisecond and 20 kB for a machine of 26 states. */
export function recordMachine(machine: PreparedMachine): MachineRecord {
  const structure = JSON.stringify(structureOf(machine));
  const functions = Object.entries(functionsOf(machine)).map(([name, text]) => [
    name,
    sha256(text),
  ]);
  return { hash: sha256(structure), structure, functions: Object.fromEntries(functions) };
}

type Records = Readonly<Record<string, MachineRecord>>;

/** The machines of a cast by id; of different ones with one id the second is `ID#2`, by the order of their agents. */
export function machinesOf({ roles }: Production): Record<string, MachineRecord> {
  const records = new Map<string, MachineRecord>();
  for (const machine of new Set(roles.map((role) => role.machine))) {
    const record = recordMachine(machine);
    let id = machine.id;
    for (let n = 2; !isSame(records.get(id) ?? record, record); n++) id = `${machine.id}#${n}`;
    records.set(id, record);
  }
  return Object.fromEntries(records);
}

const isSame = (a: MachineRecord, b: MachineRecord): boolean =>
  a.hash === b.hash && changedFunctions(a, b).length === 0;

/** In words, for people; of many only the first are named. */
export interface MachineDifferences {
  /** For these a snapshot made with the one does not fit the other. */
  readonly differs: readonly string[];
  /** These were written anew: a run may go on in another way. */
  readonly functions: readonly string[];
}

const MAX_NAMED = 20;

/** What differs between the machines of two casts, by their ids. */
export function compareMachines(before: Records, after: Records): MachineDifferences {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const all = ids.map((id) => compareOne(id, before[id], after[id]));
  return {
    differs: firstOf(all.flatMap(({ differs }) => differs)),
    functions: firstOf(all.flatMap(({ functions }) => functions)),
  };
}

const firstOf = (items: readonly string[]): readonly string[] =>
  items.length <= MAX_NAMED
    ? items
    : [...items.slice(0, MAX_NAMED), `and ${items.length - MAX_NAMED} more`];

function compareOne(
  id: string,
  before: MachineRecord | undefined,
  after: MachineRecord | undefined,
): MachineDifferences {
  if (before === undefined || after === undefined) {
    const problem = before === undefined ? "was not cast before" : "is not cast any more";
    return { differs: [`machine "${id}" ${problem}`], functions: [] };
  }
  const named = (items: readonly string[]) => items.map((item) => `${id}: ${item}`);
  return {
    differs:
      before.hash === after.hash ? [] : named(differencesOf(before.structure, after.structure)),
    functions: named(changedFunctions(before, after)),
  };
}

function changedFunctions(before: MachineRecord, after: MachineRecord): readonly string[] {
  const places = [
    ...new Set([...Object.keys(before.functions), ...Object.keys(after.functions)]),
  ].sort();
  return places
    .filter((place) => before.functions[place] !== after.functions[place])
    .map((place) => {
      const [, kind = "", name = ""] =
        /^(?:(guard|action|delay)s|inline)\.(.*)$/s.exec(place) ?? [];
      const shown = kind ? `${kind} ${name}` : name ? `inline function of ${name}` : place;
      if (before.functions[place] === undefined) return `${shown} is new`;
      return after.functions[place] === undefined ? `${shown} is gone` : `${shown} has changed`;
    });
}

/**
 * Refuses to go on with other machines than those with which a run was made.
 * @returns the functions that have changed, in words
 * @throws EngineError MACHINE_DIFFERS with what differs
 */
export function checkMachines(run: string, before: Records, after: Records): readonly string[] {
  const { differs, functions } = compareMachines(before, after);
  if (differs.length === 0) return functions;
  const problem = `"${run}" was made with other machines: ${differs.join("; ")}`;
  const wayOut = "go back to them, or make its state fit with --migrate FILE";
  throw new EngineError("MACHINE_DIFFERS", `${problem}; ${wayOut}`);
}
