// Scenario files that are refused: what they export, what they throw, whom they name.
import { join } from "node:path";
import { type Bad, scenario } from "./bad-file.ts";
import { root } from "./puppet.ts";

const member = (id: string) =>
  `population: { size: 2, member: (index) => ({ id: ${id}, ...cast(machine, {}) }) },`;

const population = (graph: string) =>
  `population: cast.population({ size: 2, graph: ${graph}, archetypes: [{ name: "m", machine }] }),`;

export const badScenarios: readonly Bad[] = [
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
    "a population with more links than members",
    scenario({ more: population("barabasiAlbert({ links: 9 })") }).replace(
      "cast,",
      "barabasiAlbert, cast,",
    ),
    "POPULATION_INVALID",
    "links is 9 among 2 members; give less than there are",
  ],
  [
    "an edge list with nobody in it",
    scenario({ more: population('edgeList("follower,followed\\nada,bob")') }).replace(
      "cast,",
      "cast, edgeList,",
    ),
    "EDGES_INVALID",
    'line 2 of the edge list: "ada" is nobody; members are 1 to 2, or ids such as m-00001',
  ],
  [
    "a metric that throws",
    scenario({ more: 'metrics: { luck: () => { throw new Error("none"); } },' }),
    "SCENARIO_THROWS",
    'throws in metric "luck": none',
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
    "an event for several of whom one is nobody",
    scenario({ more: 'events: [{ at: 1, to: ["ada", "zoe"], event: { type: "hi" } }],' }),
    "EVENT_UNKNOWN_AGENT",
    'event for "zoe", but the cast is ada',
  ],
  [
    "a priority that there is not",
    scenario({
      more: 'events: [{ at: 1, to: "ada", priority: "urgent", event: { type: "hi" } }],',
    }),
    "EVENT_INVALID",
    'priority "urgent"; there are critical, high, normal, low',
  ],
  [
    "a happening that there is not",
    scenario({ more: "happenings: { weather: true }," }),
    "SCENARIO_INVALID",
    'scenario "bad": happenings: Unrecognized key: "weather"',
  ],
  [
    "a happening in a pause of no length",
    scenario({ more: "happenings: { news: { every: 0 } }," }),
    "SCENARIO_INVALID",
    'scenario "bad": happenings.news.every: ',
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
    "an agent that leaves before it joins",
    scenario({ agents: "{ ada: cast(machine, {}, { joinsAt: hours(2), leavesAt: hours(1) }) }" }),
    "STAY_INVALID",
    '"ada" leaves at d1 01:00:00.000, but joins at d1 02:00:00.000',
  ],
  [
    "a join of who is there",
    scenario({
      agents: "{ ada: cast(machine, {}, { joinsAt: 7 }) }",
      more: 'events: [{ at: 8, to: "ada", event: { type: "joined" } }],',
    }),
    "STAY_INVALID",
    '"ada" joins twice',
  ],
  [
    "a stay at no instant",
    scenario({ agents: '{ ada: cast(machine, {}, { joinsAt: "5h" }) }' }),
    "SCENARIO_INVALID",
    "an event at 5h",
  ],
  [
    "a change of persona without one",
    scenario({ more: 'events: [{ at: 8, to: "ada", event: { type: "persona-changed" } }],' }),
    "EVENT_INVALID",
    "has no persona",
  ],
  [
    "a follow of nobody",
    scenario({ more: 'follows: { ada: ["bob"] },' }),
    "SCENARIO_UNKNOWN_AGENT",
    '"ada" follows "bob"',
  ],
];
