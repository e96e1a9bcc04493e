// Arguments that are refused.
import { CHAT, CROWD } from "./puppet.ts";

const run = (...options: readonly string[]) => ["run", CHAT, ...options];
const transcript = (...options: readonly string[]) => ["transcript", CHAT, ...options];

export const badArguments: readonly (readonly [
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
