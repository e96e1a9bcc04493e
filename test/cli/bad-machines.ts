// Machines that are refused before a run begins: what they ask for, and contexts that are no JSON.
import { type Bad, scenario } from "./bad-file.ts";

const machine = (config: string, parts = "") =>
  scenario({ machine: `setup({ ${parts} }).createMachine({ id: "m", ${config} })` });

const A_B = 'initial: "a", states: { a: { on: { go: "b" } }, b: {} }';

export const badMachines: readonly Bad[] = [
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

export const badContexts: readonly Bad[] = badValues.flatMap(
  ([name, value, says]): readonly Bad[] => [
    [`${name} in a context`, machine(`context: { x: ${value} }`), "CONTEXT_NOT_JSON", says],
    [
      `${name} in a context made by a function`,
      machine(`context: ({ input }) => ({ input, x: ${value} })`),
      "CONTEXT_NOT_JSON",
      says,
    ],
  ],
);
