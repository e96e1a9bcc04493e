// puppet new: a project, a machine or a scenario to begin with. Nothing that exists is written over.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { EngineError, messageOf } from "../core/error.ts";
import { ID } from "../core/scenario.ts";
import { styled } from "../report/text.ts";
import { machineText } from "./new/machine-text.ts";
import { projectFiles } from "./new/project-files.ts";
import { SHIPPED, scenarioText } from "./new/scenario-text.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet new project town              a folder with all that a project needs
  puppet new machine baker             ./machines/baker.ts
  puppet new scenario market           ./scenarios/market.ts, with personas
  puppet new scenario fair --machine baker
                                       with the machine in ./machines/baker.ts

Nothing that exists is written over, and nothing is installed.`;

interface NewFlags {
  readonly machine?: string;
}

/** What is made: texts by path from here, and what to type next. */
interface Made {
  readonly files: Readonly<Record<string, string>>;
  readonly next: readonly string[];
}

/** Adds `new` to the program. */
export function addNewCommand(program: Command, session: Session): void {
  program
    .command("new")
    .summary("begin a project, a machine or a scenario")
    .description("Writes a project, a machine or a scenario to begin with.")
    .argument("<KIND>", "project, machine or scenario")
    .argument("<NAME>", "what it is called")
    .option("--machine <NAME>", "for a scenario: a machine in ./machines")
    .addHelpText("after", EXAMPLES)
    .action((kind: string, name: string, flags: NewFlags) => make(kind, name, flags, session));
}

function make(kind: string, name: string, flags: NewFlags, { terminal }: Session): void {
  checkName(name);
  const { files, next } = filesOf(kind, name, flags);
  const paths = Object.keys(files);
  const taken = kind === "project" ? [name] : paths;
  for (const path of taken.filter((it) => existsSync(it))) {
    const wayOut = "nothing is written over; take another name, or move it away";
    throw new EngineError("FILE_EXISTS", `there is a "${path}" already; ${wayOut}`);
  }
  for (const [path, text] of Object.entries(files)) write(path, text);
  const made = paths.map((path) => `  ${relative(process.cwd(), resolve(path))}`);
  const title = styled(terminal, "bold", "Next");
  terminal.out([...made, "", title, ...next.map((line) => `  ${line}`), ""].join("\n"));
}

/** @throws EngineError OPTION_INVALID for another kind */
function filesOf(kind: string, name: string, { machine = SHIPPED }: NewFlags): Made {
  switch (kind) {
    case "project": {
      const files = Object.entries(projectFiles(name, versions()));
      return {
        files: Object.fromEntries(files.map(([path, text]) => [join(name, path), text])),
        next: [`cd ${name} && npm install`, "npm start", "npm run check && npm test"],
      };
    }
    case "machine":
      return {
        files: { [`machines/${name}.ts`]: machineText(name) },
        next: [`npx puppet check ${name}`, `npx puppet new scenario ${name} --machine ${name}`],
      };
    case "scenario":
      checkMachine(machine);
      return {
        files: { [`scenarios/${name}.ts`]: scenarioText(name, machine) },
        next: [`npx puppet run ${name}`, `npx puppet check ./scenarios/${name}.ts`],
      };
    default:
      throw new EngineError(
        "OPTION_INVALID",
        `"${kind}" is nothing to begin with; write project, machine or scenario`,
      );
  }
}

function checkName(name: string): void {
  if (ID.test(name)) return;
  const rule = "names are a-z, 0-9, _ and -, begin with a letter, have up to 64 characters";
  throw new EngineError("NAME_INVALID", `"${name}"; ${rule}`);
}

function checkMachine(machine: string): void {
  checkName(machine);
  if (machine === SHIPPED || existsSync(`machines/${machine}.ts`)) return;
  const wayOut = `"puppet new machine ${machine}" makes one`;
  throw new EngineError("MACHINE_UNKNOWN", `there is no ./machines/${machine}.ts; ${wayOut}`);
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (thrown) {
    throw new EngineError("FILE_UNWRITABLE", `${path} cannot be written: ${messageOf(thrown)}`);
  }
}

const Manifest = z.object({
  version: z.string(),
  dependencies: z.object({ xstate: z.string() }),
});

/** The engine's own version, and that of the only xstate whose machines it takes. */
function versions(): Readonly<Record<string, string>> {
  const text = readFileSync(findPackageJSON(import.meta.url) ?? "", "utf8");
  const { version, dependencies } = Manifest.parse(JSON.parse(text));
  return { "puppet-engine": version, xstate: dependencies.xstate };
}
