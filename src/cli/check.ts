// puppet check: what the host refuses in a machine, and what comes out when its behaviour is explored.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { DEFAULT_BOUNDS, examine } from "../explore/examine.ts";
import { examineScenario } from "../explore/examine-scenario.ts";
import type { Bounds } from "../explore/explore.ts";
import type { Examination } from "../explore/finding.ts";
import { counted, styled } from "../report/text.ts";
import { examinationPage } from "./check-page.ts";
import { writeCounterExamples } from "./counter-example.ts";
import { jsonLine } from "./json.ts";
import { type Loaded, loadEither, shownPath } from "./load.ts";
import { parseCount, parseJson } from "./options.ts";
import type { Session } from "./session.ts";
import { DOES_NOT_HOLD, isEngineError } from "./wrong-input.ts";

const EXAMPLES = `
Examples:
  puppet check ./machines/greeter.ts
  puppet check ./scenarios/rumour.ts            each machine of its cast, and
                                                the properties that it names
  puppet check persona --input '{"name":"Ada"}' what the machine is cast with
  puppet check persona --steps 200000 --json
  puppet check ./my/scenario.ts --write found   counter-examples as scenarios

Nothing is kept. Exit code 1 when something does not hold.`;

interface CheckFlags {
  readonly agent?: string;
  readonly input?: unknown;
  readonly seeds: number;
  readonly steps: number;
  readonly write?: string;
  readonly json?: boolean;
}

/** Adds `check` to the program. */
export function addCheckCommand(program: Command, session: Session): void {
  program
    .command("check")
    .summary("explore what a machine can do")
    .description("Checks a machine, or those of a scenario, by exploring what they can do.")
    .argument("<FILE>", "a machine or a scenario: a path or a name")
    .option("--agent <ID>", "whose part in a scenario; by default three of each machine")
    .option("--input <JSON>", "what a machine is cast with", parseJson("--input"))
    .option("--seeds <number>", "so many are tried", parseCount("--seeds"), DEFAULT_BOUNDS.seeds)
    .option("--steps <number>", "the most steps", parseCount("--steps"), DEFAULT_BOUNDS.steps)
    .option("--write <folder>", "write counter-examples as scenarios")
    .option("--json", "print the result as one JSON value")
    .addHelpText("after", EXAMPLES)
    .action((query: string, flags: CheckFlags) => check(query, flags, session));
}

const DEFAULT_INPUT = { name: "Ada" };

async function check(query: string, flags: CheckFlags, session: Session): Promise<void> {
  const { terminal } = session;
  const loaded = await loadEither(query);
  const { seeds, steps, input = DEFAULT_INPUT, json } = flags;
  const bounds = { seeds, steps, span: DEFAULT_BOUNDS.span };
  const examinations =
    loaded.kind === "scenario"
      ? examineScenario(loaded.scenario, { ...bounds, agent: flags.agent })
      : [examineMachine(loaded, input, bounds)];
  const findings = examinations.flatMap((examination) => examination.findings);
  if (findings.length > 0) session.exitCode = DOES_NOT_HOLD;
  const commands =
    flags.write === undefined ? [] : writeCounterExamples(findings, flags.write, { loaded, input });
  if (json) {
    const machines = examinations.map(({ tells: _, ...machine }) => machine);
    terminal.out(jsonLine({ ok: findings.length === 0, file: shownPath(loaded.file), machines }));
    return;
  }
  terminal.out(examinations.map((one) => `${examinationPage(one, terminal)}\n`).join(""));
  terminal.out(ending(findings.length, commands, session));
}

function ending(count: number, commands: readonly string[], { terminal }: Session): string {
  if (count === 0) return `${styled(terminal, "green", "Nothing was found that does not hold.")}\n`;
  const found = styled(terminal, "red", `${counted(count, "finding")}.`);
  return [found, ...commands.map((command) => `  ${command}`), ""].join("\n");
}

/** @throws EngineError with a way out where the machine does not take what it is given */
function examineMachine(
  { machine }: Extract<Loaded, { kind: "machine" }>,
  input: unknown,
  bounds: Bounds,
): Examination {
  const setting = { name: "check", start: "2026-01-05T00:00:00Z" };
  const options = { ...setting, ...bounds, properties: {}, sent: new Set<string>() };
  try {
    return examine([{ id: "ada", machine, input }], options);
  } catch (thrown) {
    if (!isEngineError(thrown)) throw thrown;
    const wayOut = `it was cast with ${JSON.stringify(input)}, which --input changes`;
    throw new EngineError(thrown.code, `${thrown.message}; ${wayOut}`, { cause: thrown });
  }
}
