// puppet rm: takes runs away.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { formatBytes } from "../report/size.ts";
import { counted, wrapped } from "../report/text.ts";
import { familiesOf, forksFirst } from "../storage/lineage.ts";
import type { RunRecord } from "../storage/store.ts";
import { openExisting, type StoreFlag, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet rm rumour-2
  puppet rm rumour-1 rumour-1.1    a run and its fork

A fork needs the past of its parent: a parent goes only together with all of its
forks. What was taken away comes back only by running it again.`;

/** Adds `rm` to the program. */
export function addRmCommand(program: Command, session: Session): void {
  const command = program
    .command("rm")
    .summary("take runs away")
    .description("Takes runs away from the store.")
    .argument("<RUN...>", 'runs in the store; "puppet runs" lists them');
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((ids: readonly string[], flags: StoreFlag) => run(ids, flags, session));
}

async function run(ids: readonly string[], flags: StoreFlag, { terminal }: Session): Promise<void> {
  await using store = await openExisting(flags);
  for (const id of ids) await store.run(id);
  const records = familiesOf(await store.runs()).flatMap(forksFirst);
  const named = new Set(ids);
  for (const id of named) checkForks(id, named, records);
  const going = records.filter(({ manifest }) => named.has(manifest.run));
  for (const { manifest } of going) await store.remove(manifest.run);
  terminal.out(`${wrapped(freedLine(going, "freed"), terminal.columns).join("\n")}\n`);
}

/** @throws EngineError RUN_HAS_FORKS unless all forks of a run are named too */
function checkForks(id: string, named: ReadonlySet<string>, records: readonly RunRecord[]): void {
  const left = records
    .filter(({ manifest: { run, parent } }) => parent?.run === id && !named.has(run))
    .map(({ manifest }) => manifest.run);
  if (left.length === 0) return;
  const [forks, them] = left.length === 1 ? ["a fork", "it"] : ["forks", "them"];
  const problem = `"${id}" has ${forks}: ${left.join(", ")}`;
  throw new EngineError("RUN_HAS_FORKS", `${problem}; name ${them} too, or keep "${id}"`);
}

/** `2 runs, 316 KB freed: rumour-1.1, rumour-1` */
export function freedLine(records: readonly RunRecord[], freed: string): string {
  const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
  const names = records.map(({ manifest }) => manifest.run).join(", ");
  return `${counted(records.length, "run")}, ${formatBytes(bytes)} ${freed}: ${names}`;
}
