// puppet prompt: what a model would be told, word for word, for a text of a run.
import type { Command } from "commander";
import type { Agent } from "../core/agent.ts";
import { EngineError } from "../core/error.ts";
import { toId } from "../core/event.ts";
import { formatInstant } from "../core/time.ts";
import { llmComplete } from "../effects/llm-complete.ts";
import { Brief } from "../persona/brief.ts";
import { readPersona } from "../persona/persona.ts";
import { buildPrompt } from "../persona/prompt.ts";
import { promptPage } from "../report/prompt.ts";
import type { Past } from "../run/past.ts";
import { type Asked, effectsOf, requestAfter, requestAt, type Wanted } from "../run/request-at.ts";
import { agentIn, lookAt, type Sight } from "../run/state-at.ts";
import { jsonLine } from "./json.ts";
import { parseAt } from "./options.ts";
import { openPast, type StoreFlag, tellChanged, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet prompt ada --run rumour-1                  for Ada's last text
  puppet prompt ada --run rumour-1 --at 2d          for the one she was at, or the last one before
  puppet prompt ada --run rumour-1 --task reply     for her last answer
  puppet prompt ada --run rumour-1 --json

The simulation itself needs no model: its texts come from a grammar. This is what
a model would get in its place.`;

interface PromptFlags extends StoreFlag {
  readonly run: string;
  readonly at?: string;
  readonly task?: string;
  readonly json?: boolean;
}

/** Adds `prompt` to the program. */
export function addPromptCommand(program: Command, session: Session): void {
  const command = program
    .command("prompt")
    .summary("what a model would be told")
    .description("Prints what a model would be told for a text: both messages, settings, parts.")
    .argument("<AGENT>", "the id of an agent")
    .requiredOption("--run <id>", 'a run in the store; "puppet runs" lists them')
    .option("--at <time>", "the instant; the end of the run by default")
    .option("--task <name>", "only a text of this kind: post, reply, quote or thread")
    .option("--json", "print the prompt as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: PromptFlags) => print(id, flags, session));
}

async function print(
  id: string,
  { run, at, task, json, ...flags }: PromptFlags,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const isMeant = task === undefined ? undefined : isTask(parseTask(task));
  await using opened = await openPast(run, flags);
  tellChanged(session, opened);
  const { past, scenario } = opened;
  const sight = await lookAt(past, at === undefined ? undefined : parseAt(at, "--at", scenario));
  const agent = agentIn(sight.state, id);
  const wanted = { agent, effect: llmComplete.name, ...(isMeant && { isMeant }) };
  const asked = await requestAt(past, sight, wanted);
  if (asked === undefined) throw await nothingAsked(past, sight, wanted);
  const told = promptOf(agent, asked, sight);
  terminal.out(
    json ? jsonLine(told) : promptPage({ ...told, startAt: scenario.startAt }, terminal),
  );
}

function promptOf(agent: Agent, { entry, request, isPending }: Asked, { run, at }: Sight) {
  const id = toId(agent.address);
  const persona = readPersona(agent.input, `persona of "${id}"`);
  const brief = Brief.parse(request.input);
  return {
    run,
    agent: id,
    at,
    seq: entry.seq,
    askedAt: entry.at,
    pending: isPending,
    budget: persona.llm.promptTokens,
    brief,
    prompt: buildPrompt(persona, brief),
  };
}

const tasks: readonly string[] = Brief.shape.task.options;

/** @throws EngineError OPTION_INVALID */
function parseTask(text: string): string {
  if (tasks.includes(text)) return text;
  throw new EngineError("OPTION_INVALID", `--task "${text}"; give ${tasks.join(", ")}`);
}

const isTask =
  (task: string) =>
  (input: unknown): boolean =>
    typeof input === "object" && input !== null && "task" in input && input.task === task;

/** Ids that an error lists. */
const MAX_LISTED = 10;

/** Why there is no prompt, and where there is one. */
async function nothingAsked(past: Past, sight: Sight, wanted: Wanted): Promise<EngineError> {
  const { agent, effect, isMeant } = wanted;
  const who = `agent "${toId(agent.address)}" of "${past.run}"`;
  if (!effectsOf(agent).has(effect)) {
    const others = sight.state.agents.filter((other) => effectsOf(other).has(effect));
    const ids = others.slice(0, MAX_LISTED).map(({ address }) => toId(address));
    const wayOut = ids.length === 0 ? "no agent of the run does" : `${ids.join(", ")} do`;
    const problem = `${who} has the machine "${agent.machine.id}", which never asks for ${effect}`;
    return new EngineError("PROMPT_MISSING", `${problem}; ${wayOut}`);
  }
  const next = await requestAfter(past, sight, wanted);
  const what = isMeant === undefined ? "no text" : "no such text";
  const wayOut =
    next === undefined
      ? "nor does it later in the run"
      : `the next is at ${formatInstant(next.entry.at)}, --at ${next.entry.at}ms`;
  const problem = `${who} has asked for ${what} up to ${formatInstant(sight.at)}`;
  return new EngineError("PROMPT_MISSING", `${problem}; ${wayOut}`);
}
