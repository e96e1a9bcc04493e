// Every command, in the groups in which the help lists them.
import type { Command } from "commander";
import { addCheckCommand } from "./check.ts";
import { addCompareCommand } from "./compare.ts";
import { addExplainCommand } from "./explain.ts";
import { addExportCommand } from "./export.ts";
import { addForgetCommand } from "./forget.ts";
import { addForkCommand } from "./fork.ts";
import { addImportCommand } from "./import.ts";
import { addMachinesCommand } from "./machines.ts";
import { addNewCommand } from "./new.ts";
import { addPackCommand } from "./pack.ts";
import { addPromptCommand } from "./prompt.ts";
import { addPruneCommand } from "./prune.ts";
import { addReplayCommand } from "./replay.ts";
import { addRestoreCommand } from "./restore.ts";
import { addRmCommand } from "./rm.ts";
import { addRunCommand } from "./run.ts";
import { addRunsCommand } from "./runs.ts";
import { addScenariosCommand } from "./scenarios.ts";
import type { Session } from "./session.ts";
import { addShowCommand } from "./show.ts";
import { addTranscriptCommand } from "./transcript.ts";
import { addUnpackCommand } from "./unpack.ts";
import { addVerifyCommand } from "./verify.ts";

type Add = (program: Command, session: Session) => void;

const groups: readonly (readonly [title: string, commands: readonly Add[]])[] = [
  ["Simulate:", [addRunCommand, addScenariosCommand, addMachinesCommand, addImportCommand]],
  ["Build:", [addNewCommand, addCheckCommand]],
  [
    "Look back:",
    [
      addRunsCommand,
      addShowCommand,
      addTranscriptCommand,
      addExplainCommand,
      addPromptCommand,
      addExportCommand,
    ],
  ],
  ["Go back:", [addRestoreCommand, addReplayCommand, addForkCommand, addCompareCommand]],
  [
    "Care for the store:",
    [
      addVerifyCommand,
      addRmCommand,
      addPruneCommand,
      addPackCommand,
      addUnpackCommand,
      addForgetCommand,
    ],
  ],
];

export function addCommands(program: Command, session: Session): void {
  for (const [title, commands] of groups) {
    program.commandsGroup(title);
    for (const add of commands) add(program, session);
  }
}
