// puppet scenarios: which scenarios there are, and what each of them asks.
import type { Command } from "commander";
import { guarded } from "../core/casting.ts";
import type { Params } from "../core/scenario.ts";
import { formatDuration } from "../core/time.ts";
import { counted } from "../report/text.ts";
import { type Found, listFiles } from "./find.ts";
import { firstComment } from "./first-comment.ts";
import { jsonLine } from "./json.ts";
import { scenarioIn } from "./load.ts";
import type { Session } from "./session.ts";
import { type Item, printItems, type Refused } from "./table.ts";
import { errorLine, isEngineError } from "./wrong-input.ts";

interface ScenarioJson {
  readonly name: string;
  readonly file: string;
  readonly question: string;
  readonly agents: number;
  /** Whether `--agents` changes their number. */
  readonly isPopulation: boolean;
  /** Virtual milliseconds. */
  readonly until: number;
  readonly params: Params;
  readonly metrics: readonly string[];
}

const EXAMPLES = `
Scenarios lie in ./scenarios, one per file, and in the package. Yours hide those
of the same name.

Examples:
  puppet scenarios
  puppet scenarios --json`;

/** Adds `scenarios` to the program. */
export function addScenariosCommand(program: Command, session: Session): void {
  program
    .command("scenarios")
    .summary("list the scenarios")
    .description("Lists the scenarios: the question of each, its agents, length and metrics.")
    .option("--json", "print the list as one JSON value")
    .addHelpText("after", EXAMPLES)
    .action((flags: { readonly json?: boolean }) => list(flags, session));
}

async function list({ json }: { readonly json?: boolean }, { terminal }: Session): Promise<void> {
  const rows = await Promise.all(listFiles("scenarios").map(describe));
  if (json) terminal.out(jsonLine(rows));
  else printItems(terminal, rows.map(itemOf));
}

async function describe({ name, file }: Found): Promise<ScenarioJson | Refused> {
  try {
    const scenario = await scenarioIn(file);
    const { until, params, metrics } = scenario;
    const { agents = {}, population } = guarded(scenario, "stage()", () => scenario.stage(params));
    return {
      name,
      file,
      question: scenario.question || firstComment(file),
      agents: Object.keys(agents).length + (population?.size ?? 0),
      isPopulation: population !== undefined,
      until,
      params,
      metrics: Object.keys(metrics),
    };
  } catch (thrown) {
    if (!isEngineError(thrown)) throw thrown;
    return { name, file, error: errorLine(thrown) };
  }
}

function itemOf(row: ScenarioJson | Refused): Item {
  const { name } = row;
  if ("error" in row) return { name, question: row.error, facts: [] };
  const { question, agents, isPopulation, until, params, metrics } = row;
  const values = Object.entries(params).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const size = `${counted(agents, "agent")}${isPopulation ? " (--agents changes that)" : ""}`;
  const facts = [
    `${size}, ${formatDuration(until)}`,
    ...(values.length > 0 ? [`params ${values.join(", ")}`] : []),
    `metrics ${metrics.join(", ") || "none"}`,
  ];
  return { name, question, facts };
}
