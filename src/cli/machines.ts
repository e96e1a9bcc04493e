// puppet machines: which machines there are, and what each of them does.
import type { Command } from "commander";
import { effectOf } from "../core/effect.ts";
import { nodesOf, type partsOf } from "../core/machine/internals.ts";
import { prepareMachine } from "../core/machine/prepare.ts";
import { counted } from "../report/text.ts";
import { type Found, listFiles } from "./find.ts";
import { firstComment } from "./first-comment.ts";
import { jsonLine } from "./json.ts";
import { machineIn } from "./load.ts";
import type { Session } from "./session.ts";
import { type Item, printItems, type Refused } from "./table.ts";
import { errorLine, isEngineError } from "./wrong-input.ts";

interface MachineJson {
  readonly name: string;
  readonly file: string;
  readonly question: string;
  /** Without the root. */
  readonly states: number;
  /** What it takes from outside: neither timers nor replies. */
  readonly events: readonly string[];
  /** Names of the effects that it may invoke. */
  readonly effects: readonly string[];
}

const EXAMPLES = `
Machines lie in ./machines, one per file, and in the package. Yours hide those
of the same name.

Examples:
  puppet machines
  puppet machines --json`;

/** Adds `machines` to the program. */
export function addMachinesCommand(program: Command, session: Session): void {
  program
    .command("machines")
    .summary("list the machines")
    .description("Lists the machines: the question of each, its states, events and effects.")
    .option("--json", "print the list as one JSON value")
    .addHelpText("after", EXAMPLES)
    .action((flags: { readonly json?: boolean }) => list(flags, session));
}

async function list({ json }: { readonly json?: boolean }, { terminal }: Session): Promise<void> {
  const rows = await Promise.all(listFiles("machines").map(describe));
  if (json) terminal.out(jsonLine(rows));
  else printItems(terminal, rows.map(itemOf));
}

async function describe({ name, file }: Found): Promise<MachineJson | Refused> {
  try {
    const { parts } = prepareMachine(await machineIn(file), name);
    const { actors } = parts.implementations;
    return {
      name,
      file,
      question: firstComment(file),
      states: nodesOf(parts).filter((node) => node !== parts.root).length,
      events: eventsOf(parts),
      effects: [...new Set(Object.values(actors).flatMap((actor) => effectOf(actor)?.name ?? []))],
    };
  } catch (thrown) {
    if (!isEngineError(thrown)) throw thrown;
    return { name, file, error: errorLine(thrown) };
  }
}

function eventsOf(parts: ReturnType<typeof partsOf>): readonly string[] {
  const types = nodesOf(parts).flatMap((node) => [...node.transitions.keys()]);
  return [...new Set(types)].filter((type) => type !== "" && !type.startsWith("xstate.")).sort();
}

function itemOf(row: MachineJson | Refused): Item {
  const { name } = row;
  if ("error" in row) return { name, question: row.error, facts: [] };
  const { question, states, events, effects } = row;
  const facts = [
    counted(states, "state"),
    `takes ${events.join(", ") || "nothing"}`,
    `asks for ${effects.join(", ") || "nothing"}`,
  ];
  return { name, question, facts };
}
