// puppet show: the state of a run at an instant.
import type { Command } from "commander";
import { agentPage } from "../report/agent.ts";
import { statePage } from "../report/state.ts";
import { agentIn, lookAt, toldOf } from "../run/state-at.ts";
import { jsonLine } from "./json.ts";
import { parseAt } from "./options.ts";
import { openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet show rumour-1                        at its end
  puppet show rumour-1 --at 1d                when a day had passed
  puppet show rumour-1 --at 1d --agent ada    one agent, and its mind
  puppet show rumour-1 --at 36h --json

val, aro and dom are the mood: valence in -1 to 1, arousal and dominance in 0 to
1. Everything up to and including that instant has happened.`;

interface ShowFlags extends StoreFlag {
  readonly at?: string;
  readonly agent?: string;
  readonly json?: boolean;
}

/** Adds `show` to the program. */
export function addShowCommand(program: Command, session: Session): void {
  const command = program
    .command("show")
    .summary("the state of a run at an instant")
    .description(
      "Shows the state of a run at an instant: its agents, what they wrote, what comes next.",
    )
    .argument("<RUN>", 'a run in the store; "puppet runs" lists them')
    .option("--at <time>", "the instant; the end of the run by default")
    .option("--agent <id>", "only this agent, on a page of its own")
    .option("--json", "print the state as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: ShowFlags) => show(id, flags, session));
}

async function show(
  id: string,
  { at, agent, json, ...flags }: ShowFlags,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  await using opened = await openPast(id, flags);
  tellChanged(session, opened);
  const { past, scenario } = opened;
  const sight = await lookAt(past, at === undefined ? undefined : parseAt(at, "--at", scenario));
  if (json) return terminal.out(jsonLine(toldOf(sight, agent)));
  const page =
    agent === undefined
      ? statePage(sight, past, terminal)
      : agentPage(sight, agentIn(sight.state, agent), terminal);
  terminal.out(page);
}
