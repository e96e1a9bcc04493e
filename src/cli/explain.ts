// puppet explain: why an entry came about, from the root of all causes to what followed from it.
import type { Command } from "commander";
import { explanation } from "../report/explanation.ts";
import { explain, unknownEntry } from "../run/explain.ts";
import type { Past } from "../run/past.ts";
import { jsonLine } from "./json.ts";
import { openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet explain rumour-1 307         why Ada wrote about the mill
  puppet explain rumour-1 307 --all   every link of the chain

"puppet transcript" shows the numbers of entries. Each link: what came, where it
led the agent and because of which guards, the agent's mood, what it asked for,
and which earlier entries had told it what it asks about.`;

interface ExplainFlags extends StoreFlag {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Adds `explain` to the program. */
export function addExplainCommand(program: Command, session: Session): void {
  withStore(
    program
      .command("explain")
      .summary("tell why something happened")
      .description("Tells the chain of causes behind an entry, and what the entry led to.")
      .argument("<RUN>", "the id of a run in the store")
      .argument("<SEQ>", "the number of an entry")
      .option("--all", "every link of the chain, not only the first and the last ones")
      .option("--json", "print the explanation as one JSON value"),
  )
    .addHelpText("after", EXAMPLES)
    .action((id: string, seq: string, flags: ExplainFlags) => print(id, seq, flags, session));
}

async function print(
  id: string,
  seq: string,
  { all, json, ...flags }: ExplainFlags,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  await using opened = await openPast(id, flags);
  tellChanged(session, opened);
  const { past } = opened;
  const last = all ? { last: past.steps } : {};
  const explained = await explain(past, parseSeq(seq, past), last);
  terminal.out(json ? jsonLine(explained) : explanation(explained, terminal));
}

/** @throws EngineError ENTRY_UNKNOWN */
function parseSeq(text: string, past: Past): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw unknownEntry(past, `"${text}"`);
}
