// The command `puppet`: reads the arguments and gives the exit code. Wrong input is told in one line.

import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { Command } from "commander";
import { z } from "zod";
import { addMachinesCommand } from "./machines.ts";
import { useLargeNursery } from "./nursery.ts";
import { installResolveHooks } from "./resolve-hooks.ts";
import { addRunCommand } from "./run.ts";
import { addScenariosCommand } from "./scenarios.ts";
import type { Session } from "./session.ts";
import { ownTerminal, type Terminal } from "./terminal.ts";
import { addTranscriptCommand } from "./transcript.ts";
import { exitCodeOf, tellError } from "./wrong-input.ts";

const EXAMPLES = `
Examples:
  puppet run small-town               a week in a small town, with a summary
  puppet run rumour --seed 7 --json   the same run every time, as JSON
  puppet transcript rumour --to 12h   what happened, line by line
  puppet scenarios                    what can be run
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
    .version(versionOfPackage(), "-V, --version", "print the version")
    .option("--debug", "show where an error comes from")
    .exitOverride()
    .configureHelp({ helpWidth: terminal.columns, showGlobalOptions: true })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} })
    .addHelpText("after", EXAMPLES);
  addRunCommand(program, session);
  addTranscriptCommand(program, session);
  addMachinesCommand(program, session);
  addScenariosCommand(program, session);
  return program;
}

function versionOfPackage(): string {
  const manifest = readFileSync(findPackageJSON(import.meta.url) ?? "", "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
