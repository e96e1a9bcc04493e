// puppet import: agents of Puppet Engine v1 become personas, with a report on every key.
import type { Command } from "commander";
import { importPath } from "../import/import-path.ts";
import { writePersonas } from "../import/write-personas.ts";
import { type AgentReport, importPage } from "./import-page.ts";
import { jsonLine } from "./json.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet import ../puppet-engine-v1 --out personas
  puppet import config/agents/ada.json --out personas --json
  puppet run --cast personas

PATH is an agent file, a memory file, a folder of them, or a checkout of v1.
Secrets stay where they are: a persona has names for the keystore instead.`;

interface ImportFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Adds `import` to the program. */
export function addImportCommand(program: Command, session: Session): void {
  program
    .command("import")
    .summary("make personas of v1 agents")
    .description("Makes personas of agents of Puppet Engine v1, and tells what became of each key.")
    .argument("<PATH>", "an agent file, a memory file, or a folder of them")
    .requiredOption("--out <folder>", "where the personas go, one file each")
    .option("--force", "write over files that are there already")
    .option("--json", "print the report as one JSON value")
    .addHelpText("after", EXAMPLES)
    .action((path: string, flags: ImportFlags) => importAgents(path, flags, session));
}

function importAgents(path: string, flags: ImportFlags, { terminal }: Session): void {
  const { out, force = false } = flags;
  const { agents, unneeded } = importPath(path);
  const files = new Map(writePersonas(out, agents, { force }).map(({ id, file }) => [id, file]));
  const reports = agents.map(
    ({ id, from, isActive, keys, secrets }): AgentReport => ({
      id,
      file: files.get(id) ?? "",
      from,
      isActive,
      keys,
      secrets,
    }),
  );
  const report = { out, agents: reports, unneeded };
  terminal.out(flags.json ? jsonLine(report) : importPage(report, terminal));
}
