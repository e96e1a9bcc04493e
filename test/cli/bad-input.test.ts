// Every wrong input is told in one line on standard error, with its code and a way out, and exit code 2.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHAT, CROWD, puppet, puppets, type Result, root } from "./puppet.ts";

/** A scenario file with one agent, whose machine is an expression over what `xstate` exports. */
const scenario = (parts: {
  readonly machine?: string;
  readonly more?: string;
  readonly agents?: string;
}) => `
  import { cast, defineScenario, hours, perform, socialPost, draw } from "puppet-engine";
  import { and, assign, fromPromise, raise, sendTo, setup, spawnChild, stopChild } from "xstate";
  const cycle = {};
  cycle.self = { cycle };
  const machine = ${parts.machine ?? 'setup({}).createMachine({ id: "idler" })'};
  export default defineScenario({
    name: "bad",
    until: hours(1),
    agents: ${parts.agents ?? "{ ada: cast(machine, {}) }"},
    ${parts.more ?? ""}
  });`;

const machine = (config: string, parts = "") =>
  scenario({ machine: `setup({ ${parts} }).createMachine({ id: "m", ${config} })` });

const A_B = 'initial: "a", states: { a: { on: { go: "b" } }, b: {} }';

type Bad = readonly [name: string, file: string, code: string, says: string];

const badMachines: readonly Bad[] = [
  ["an unknown action", machine('entry: "wave"'), "MACHINE_INVALID", 'unknown action "wave"'],
  [
    "an unknown action in an unknown place",
    machine('initial: "a", states: { a: { on: { go: { target: "b", actions: "wave" } } }, b: {} }'),
    "MACHINE_INVALID",
    'at m.a on go: unknown action "wave"',
  ],
  [
    "an unknown guard",
    machine('on: { go: { guard: "isReady", actions: [] } }'),
    "MACHINE_INVALID",
    'unknown guard "isReady"',
  ],
  [
    "an unknown guard within another",
    machine('on: { go: { guard: and(["isReady"]), actions: [] } }'),
    "MACHINE_INVALID",
    'unknown guard "isReady"',
  ],
  [
    "an unknown actor",
    machine('invoke: { src: "post" }'),
    "MACHINE_INVALID",
    'unknown actor "post"',
  ],
  [
    "an unknown target",
    machine('initial: "a", states: { a: { on: { go: "nowhere" } } }'),
    "MACHINE_INVALID",
    "machine at m.a: unknown target: Child state 'nowhere' does not exist on 'm'",
  ],
  [
    "an undeclared delay",
    machine('initial: "a", states: { a: { after: { soon: "b" } }, b: {} }'),
    "MACHINE_INVALID",
    'undeclared delay "soon"',
  ],
  [
    "an undeclared delay of a raise",
    machine('entry: raise({ type: "go" }, { delay: "soon" })'),
    "MACHINE_INVALID",
    'undeclared delay "soon"',
  ],
  [
    "a delay that is no number",
    machine(A_B, "delays: { soon: NaN }"),
    "MACHINE_INVALID",
    'delay "soon" is NaN',
  ],
  [
    "an unnamed invoke",
    machine("invoke: { src: perform(socialPost) }"),
    "MACHINE_INVALID",
    "invoke of an unnamed actor",
  ],
  [
    "an actor that is no effect",
    machine('invoke: { src: "wait" }', "actors: { wait: fromPromise(async () => 1) }"),
    "MACHINE_INVALID",
    "actors.wait: not an effect",
  ],
  [
    "spawnChild",
    machine('entry: spawnChild("post")', "actors: { post: perform(socialPost) }"),
    "MACHINE_INVALID",
    "spawnChild; invoke an effect instead",
  ],
  [
    "sendTo",
    machine('on: { go: { actions: sendTo("bob", { type: "hi" }) } }'),
    "MACHINE_INVALID",
    "sendTo; reach other agents with tell()",
  ],
  [
    "stopChild",
    machine('exit: stopChild("post")'),
    "MACHINE_INVALID",
    "stopChild; leave the state",
  ],
  [
    "onSnapshot",
    machine(
      'invoke: { src: "post", onSnapshot: { actions: [] } }',
      "actors: { post: perform(socialPost) }",
    ),
    "MACHINE_INVALID",
    "onSnapshot; an effect has one reply",
  ],
  [
    "systemId",
    machine('invoke: { src: "post", systemId: "poster" }', "actors: { post: perform(socialPost) }"),
    "MACHINE_INVALID",
    "systemId; agents have addresses",
  ],
  [
    "a draw in an always guard",
    machine('always: { guard: ({ event }) => draw(event.key, "coin") < 0.5, actions: [] }'),
    "MACHINE_INVALID",
    "a draw in an always guard",
  ],
];

const badValues = [
  ["a Date", "new Date(0)", "context.x: a Date"],
  ["a Map", "new Map()", "context.x: a Map"],
  ["a function", "() => 1", "context.x: a function"],
  ["NaN", "Number.NaN", "context.x: NaN"],
  ["undefined", "undefined", "context.x: undefined"],
  ["a cycle", "cycle", "or a cycle does not survive JSON"],
] as const;

const badContexts: readonly Bad[] = badValues.flatMap(([name, value, says]): readonly Bad[] => [
  [`${name} in a context`, machine(`context: { x: ${value} }`), "CONTEXT_NOT_JSON", says],
  [
    `${name} in a context made by a function`,
    machine(`context: ({ input }) => ({ input, x: ${value} })`),
    "CONTEXT_NOT_JSON",
    says,
  ],
]);

const member = (id: string) =>
  `population: { size: 2, member: (index) => ({ id: ${id}, ...cast(machine, {}) }) },`;

const badScenarios: readonly Bad[] = [
  ["no default export", "export const x = 1;", "SCENARIO_NOT_A_SCENARIO", "has no default export"],
  ["another default export", "export default 7;", "SCENARIO_NOT_A_SCENARIO", "exports a number"],
  [
    "a machine as default export",
    'import { setup } from "xstate"; export default setup({}).createMachine({});',
    "SCENARIO_NOT_A_SCENARIO",
    "exports a machine, not a scenario",
  ],
  [
    "an error while it is loaded",
    '\nthrow new Error("no luck\\ntoday");',
    "SCENARIO_THROWS",
    "bad.ts:2:7 throws while it is loaded: no luck",
  ],
  ["something else thrown", 'throw "no luck";', "SCENARIO_THROWS", "no luck"],
  ["a mistake in its syntax", "export default {;", "SCENARIO_THROWS", "bad.ts"],
  [
    "an import of a file that is not there",
    'import "./nobody.ts";',
    "SCENARIO_THROWS",
    "Cannot find module",
  ],
  [
    "an import of no package",
    'import "./node_modules/nowhere/index.js";',
    "SCENARIO_THROWS",
    "Cannot find module",
  ],
  [
    "a call of the engine with nothing",
    'import { defineScenario } from "puppet-engine";\nexport default defineScenario();',
    "SCENARIO_THROWS",
    "bad.ts:2:16 throws while it is loaded: ",
  ],
  ["a bad name", scenario({}).replace('"bad"', '"Bad!"'), "SCENARIO_INVALID", 'scenario "Bad!"'],
  [
    "an end that is no duration",
    scenario({}).replace("hours(1)", '"1h"'),
    "SCENARIO_INVALID",
    "until is 1h",
  ],
  ["nobody in it", scenario({ agents: "{}" }), "SCENARIO_INVALID", "nobody is cast"],
  [
    "an agent without a machine",
    scenario({ agents: "{ ada: {} }" }),
    "SCENARIO_INVALID",
    'agent "ada" has no machine',
  ],
  [
    "a persona that is no JSON",
    scenario({ agents: "{ ada: cast(machine, { born: new Date(0) }) }" }),
    "SCENARIO_INVALID",
    "agents.ada.born is a Date",
  ],
  [
    "a stage that throws",
    scenario({ more: 'stage: () => { throw new Error("curtain"); },' }),
    "SCENARIO_THROWS",
    'scenario "bad" throws in stage(): curtain',
  ],
  [
    "a member that throws",
    scenario({ more: 'population: { size: 2, member: () => { throw new Error("late"); } },' }),
    "SCENARIO_THROWS",
    "population.member(0): late",
  ],
  [
    "a member without a machine",
    scenario({ more: 'population: { size: 2, member: () => ({ id: "bob" }) },' }),
    "SCENARIO_INVALID",
    'agent "bob" has no machine',
  ],
  [
    "a metric that throws",
    scenario({ more: 'metrics: { luck: () => { throw new Error("none"); } },' }),
    "SCENARIO_THROWS",
    'metric "luck" of "bad" throws: none',
  ],
  [
    "a machine of another copy of xstate",
    scenario({}).replace(
      '"xstate"',
      `"${join(root, "node_modules/xstate/dist/xstate.development.cjs.mjs")}"`,
    ),
    "MACHINE_FOREIGN_XSTATE",
    'agent "ada": machine "idler" was made by another copy of xstate',
  ],
  [
    "the same id twice",
    scenario({ more: member('"bob"') }),
    "AGENT_ID_DUPLICATE",
    '"bob" is cast twice',
  ],
  ["a / in an id", scenario({ more: member('"bob/1"') }), "AGENT_ID_INVALID", 'agent id "bob/1"'],
  [
    "__proto__ as an id",
    scenario({ agents: '{ ["__proto__"]: cast(machine, {}) }' }),
    "AGENT_ID_INVALID",
    'agent id "__proto__"',
  ],
  [
    "an id of 300 characters",
    scenario({ more: member('"x".repeat(300)') }),
    "AGENT_ID_INVALID",
    `agent id "${"x".repeat(80)}"`,
  ],
  [
    "an empty id",
    scenario({ agents: '{ "": cast(machine, {}) }' }),
    "AGENT_ID_INVALID",
    'agent id ""',
  ],
  ["an id that is no text", scenario({ more: member("7") }), "AGENT_ID_INVALID", 'agent id "7"'],
  ["an id of the world", scenario({ more: member('"world"') }), "AGENT_ID_INVALID", '"world"'],
  [
    "an id that steers the terminal",
    scenario({ more: member('"\\u001b[31mred"') }),
    "AGENT_ID_INVALID",
    'agent id "red"',
  ],
  [
    "an event for nobody",
    scenario({ more: 'events: [{ at: 1, to: "adda", event: { type: "hi" } }],' }),
    "EVENT_UNKNOWN_AGENT",
    'event for "adda", but the cast is ada',
  ],
  [
    "an event without a type",
    scenario({ more: 'events: [{ at: 1, to: "ada", event: {} }],' }),
    "EVENT_INVALID",
    "has no type",
  ],
  [
    "an event of the host's own",
    scenario({ more: 'events: [{ at: 1, to: "ada", event: { type: "xstate.init" } }],' }),
    "EVENT_INVALID",
    "reserved",
  ],
  [
    "an event at no instant",
    scenario({ more: 'events: [{ at: -1, to: "ada", event: { type: "hi" } }],' }),
    "SCENARIO_INVALID",
    "an event at -1",
  ],
  [
    "a follow of nobody",
    scenario({ more: 'follows: { ada: ["bob"] },' }),
    "SCENARIO_UNKNOWN_AGENT",
    '"ada" follows "bob"',
  ],
];

/** The line, held to its form. */
function lineOf(result: Result | undefined): string {
  const { exitCode, stdout, stderr = "" } = result ?? {};
  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^[A-Z]+(?:_[A-Z]+)+: [^\n]{8,600}\n$/);
  return stderr.trimEnd();
}

const run = (...options: readonly string[]) => ["run", CHAT, ...options];
const transcript = (...options: readonly string[]) => ["transcript", CHAT, ...options];

const badArguments: readonly (readonly [
  name: string,
  argv: readonly string[],
  code: string,
  says: string,
])[] = [
  ["a scenario that is not there", ["run", "rumuor"], "SCENARIO_UNKNOWN", "did you mean rumour?"],
  [
    "a scenario like no other",
    ["run", "zzzzzzzz"],
    "SCENARIO_UNKNOWN",
    'no scenario "zzzzzzzz" in ./scenarios or in the package; there are ',
  ],
  [
    "a path that is not there",
    ["run", "./nowhere/town.ts"],
    "SCENARIO_UNKNOWN",
    'no scenario at "./nowhere/town.ts" (from ',
  ],
  ["a folder", ["run", "./node_modules"], "SCENARIO_UNKNOWN", 'no scenario at "./node_modules"'],
  [
    "a file of another kind",
    ["run", "./package.json"],
    "SCENARIO_UNKNOWN",
    'no scenario at "./package.json"',
  ],
  ["no scenario", ["run"], "ARGUMENT_MISSING", '"puppet scenarios" lists them'],
  ["two scenarios", ["run", "a", "b"], "ARGUMENT_SURPLUS", 'too many arguments for "run": a, b'],
  ["an unknown command", ["rnu"], "COMMAND_UNKNOWN", 'unknown command "rnu"; did you mean run?'],
  [
    "a command like no other",
    ["zzz"],
    "COMMAND_UNKNOWN",
    'unknown command "zzz"; see "puppet help"',
  ],
  ["an unknown option", run("--sede", "3"), "OPTION_UNKNOWN", '"--sede"; did you mean --seed?'],
  ["an unknown option of the program", ["--verison"], "OPTION_UNKNOWN", "did you mean --version?"],
  [
    "an option without its value",
    run("--seed"),
    "OPTION_INVALID",
    '"--seed <integer>" needs a value',
  ],
  ["a back end of a later version", run("--backend", "compiled"), "OPTION_INVALID", "has xstate"],
  [
    "a seed that is a word",
    run("--seed", "lucky"),
    "SEED_INVALID",
    '--seed "lucky"; give an integer',
  ],
  ["a seed with a fraction", run("--seed", "1.5"), "SEED_INVALID", '--seed "1.5"'],
  ["a seed that is empty", run("--seed="), "SEED_INVALID", '--seed ""'],
  [
    "a seed beyond safe integers",
    run("--seed", "9007199254740992"),
    "SEED_INVALID",
    "9007199254740992",
  ],
  [
    "an end before the start",
    run("--until", "-3d"),
    "UNTIL_INVALID",
    '--until "-3d"; give 0s or more',
  ],
  [
    "an end that is no time",
    run("--until", "soon"),
    "DURATION_INVALID",
    '--until "soon"; write a duration',
  ],
  [
    "an end without a unit",
    run("--until", "100"),
    "DURATION_INVALID",
    '--until "100"; write a duration',
  ],
  [
    "an end in a million years",
    run("--until", "365250000d"),
    "UNTIL_INVALID",
    '--until "365250000d"; a run takes at most 36525d',
  ],
  [
    "an end before the scenario's start",
    run("--until", "2020-01-01T00:00Z"),
    "UNTIL_INVALID",
    "begins at",
  ],
  ["no agents", ["run", CROWD, "--agents", "0"], "AGENTS_INVALID", "0 agents; give 1 to 10000000"],
  ["too many agents", ["run", CROWD, "--agents", "99999999"], "AGENTS_INVALID", "99999999 agents"],
  ["a half agent", ["run", CROWD, "--agents", "0.5"], "AGENTS_INVALID", '--agents "0.5"'],
  [
    "more agents of a fixed cast",
    run("--agents", "7"),
    "SCENARIO_FIXED_CAST",
    "leave --agents out",
  ],
  [
    "an unknown parameter",
    run("--set", "params.puase=3"),
    "PARAM_INVALID",
    "did you mean params.pause?",
  ],
  [
    "a parameter like no other",
    run("--set", "params.x=3"),
    "PARAM_INVALID",
    '"chat" has no params.x; it has params.pause, params.loud, params.greeting',
  ],
  [
    "a parameter of every object",
    run("--set", "params.constructor=3"),
    "PARAM_INVALID",
    "no params.constructor",
  ],
  [
    "a word for a number",
    run("--set", "params.pause=long"),
    "PARAM_INVALID",
    "params.pause is a number",
  ],
  [
    "nothing for a number",
    run("--set", "params.pause="),
    "PARAM_INVALID",
    "params.pause is a number",
  ],
  ["a number for a truth", run("--set", "params.loud=1"), "PARAM_INVALID", "its default is false"],
  [
    "no name of a parameter",
    run("--set", "pause=3"),
    "PARAM_INVALID",
    "write --set params.NAME=VALUE",
  ],
  [
    "a transcript of nobody",
    transcript("--agent", "adda"),
    "SCENARIO_UNKNOWN_AGENT",
    '--agent "adda" of "chat"; did you mean ada?',
  ],
  [
    "a transcript that ends before it begins",
    transcript("--from", "2d", "--to", "1d"),
    "OPTION_INVALID",
    '--from "2d" lies behind the end',
  ],
  ["a transcript from no time", transcript("--from", "noon"), "DURATION_INVALID", '--from "noon"'],
];

const badFiles = [...badMachines, ...badContexts, ...badScenarios];
let folder = "";
let fileResults: readonly Result[] = [];
let argumentResults: readonly Result[] = [];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "puppet-test-")));
  badFiles.forEach(([, text], index) => {
    writeFileSync(join(folder, `bad${index}.ts`), text);
  });
  fileResults = await puppets(
    badFiles.map((_, index) => ({ argv: ["run", `bad${index}.ts`], cwd: folder })),
  );
  argumentResults = await puppets(badArguments.map(([, argv]) => ({ argv })));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(badFiles.map(([name, , code, says], index) => [name, code, says, index] as const))(
  "a scenario with %s is refused",
  (_, code, says, index) => {
    const line = lineOf(fileResults[index]);
    expect(line).toContain(says.replace("bad.ts", `bad${index}.ts`));
    expect(line).toMatch(new RegExp(`^${code}: `));
  },
);

test.each(badArguments.map(([name, , code, says], index) => [name, code, says, index] as const))(
  "%s: refused",
  (_, code, says, index) => {
    const line = lineOf(argumentResults[index]);
    expect(line).toContain(says);
    expect(line).toMatch(new RegExp(`^${code}: `));
  },
);

test("the real command ends with exit code 2 and one line", async () => {
  const results = await Promise.all([
    puppet(["run", "rumuor"]),
    puppet(run("--seed", "lucky")),
    puppet(["rnu"]),
    puppet(["run", join(folder, "bad0.ts")]),
  ]);
  expect(results.map((result) => lineOf(result).split(":")[0])).toEqual([
    "SCENARIO_UNKNOWN",
    "SEED_INVALID",
    "COMMAND_UNKNOWN",
    "MACHINE_INVALID",
  ]);
});

test("--debug adds the stack", async () => {
  const { stderr, exitCode } = await puppet(["--debug", "run", "rumuor"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^SCENARIO_UNKNOWN: .*\n\s+at .*find\.ts/);
});
