// The command `puppet`: reads the arguments and gives the exit code. Wrong input is told in one line.
import { Command } from "commander";
import { engineVersion } from "../run/manifest.ts";
import { addCommands } from "./commands.ts";
import { useLargeNursery } from "./nursery.ts";
import { installResolveHooks } from "./resolve-hooks.ts";
import type { Session } from "./session.ts";
import { ownTerminal, type Terminal } from "./terminal.ts";
import { exitCodeOf, tellError } from "./wrong-input.ts";

const EXAMPLES = `
Examples:
  puppet run small-town               a week in a small town, with a summary
  puppet run rumour --seed 7 --json   the same run every time, as JSON
  puppet runs                         what was run
  puppet show rumour-7 --at 12h       how it was at noon
  puppet fork rumour-7 --at 12h --seed 8
                                      another afternoon
  puppet scenarios                    what can be run
  puppet new project town             something of your own to begin with
  puppet help run                     the options of a command`;

/**
 * Runs one command.
 * @param argv the arguments behind the name of the program
 * @returns 0: done; 1: what was asked does not hold; 2: wrong input; 130: ended by Ctrl-C
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal = ownTerminal(),
): Promise<number> {
  useLargeNursery();
  installResolveHooks();
  const session: Session = { terminal, exitCode: 0 };
  try {
    const given = argv.length === 0 ? ["--help"] : argv;
    await programOf(session).parseAsync(given, { from: "user" });
  } catch (thrown) {
    tellError(terminal, thrown, { isDebug: argv.includes("--debug") });
    session.exitCode = exitCodeOf(thrown);
  }
  return session.exitCode;
}

function programOf(session: Session): Command {
  const { terminal } = session;
  const program = new Command("puppet")
    .description("Runs persona agents: deterministic simulations, offline.")
    .version(engineVersion(), "-V, --version", "print the version")
    .option("--debug", "show where an error comes from")
    .exitOverride()
    .configureHelp({ helpWidth: terminal.columns, showGlobalOptions: true })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} })
    .addHelpText("after", EXAMPLES);
  addCommands(program, session);
  return program;
}
