// What differs between the machines of a run and those of now is told in words, one line for each difference.
import { describe, expect, test } from "vitest";
import { type AnyStateMachine, assign, createMachine } from "xstate";
import { perform } from "../../src/core/effect.ts";
import { prepareMachine } from "../../src/core/machine/prepare.ts";
import { produce } from "../../src/core/production.ts";
import { defineScenario } from "../../src/core/scenario.ts";
import { hours } from "../../src/core/time.ts";
import { socialRead } from "../../src/effects/social-read.ts";
import {
  checkMachines,
  compareMachines,
  machinesOf,
  recordMachine,
} from "../../src/run/machine-record.ts";

const OWL = {
  id: "owl",
  initial: "day",
  on: { named: { actions: "note" } },
  states: {
    day: {
      id: "asleep",
      entry: ["note", "count"],
      on: { called: [{ guard: "isLoud", target: "night" }, { target: "night.past" }], prodded: {} },
      after: { 1000: "night" },
    },
    night: {
      initial: "perched",
      states: {
        perched: { after: { aWhile: "hunting" }, tags: "quiet" },
        hunting: {
          invoke: { src: "look", input: { limit: 3 }, onDone: "perched", onError: "#asleep" },
        },
        past: { type: "history", history: "shallow" },
      },
    },
  },
};

const functions = {
  guards: { isLoud: () => true, isNear: () => true },
  actions: { note: () => undefined, count: assign({}) },
  delays: { aWhile: 50, aMoment: 5 },
};

function owl(config: object = OWL, changes: Partial<typeof functions> = {}): AnyStateMachine {
  const actors = { look: perform(socialRead), stare: perform(socialRead) };
  // A machine made from data has no type that could be written down.
  return createMachine(config as Parameters<typeof createMachine>[0], {
    ...functions,
    ...changes,
    actors,
  });
}

/** A copy with another value at a path; undefined takes it away. */
function changed(value: object, path: string, to: unknown): object {
  const copy = structuredClone(value);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place: object = copy;
  for (const key of keys) place = Reflect.get(place, key);
  if (to === undefined) Reflect.deleteProperty(place, last);
  else Reflect.set(place, last, to);
  return copy;
}

const record = (machine: AnyStateMachine) => recordMachine(prepareMachine(machine, "owl"));

function differences(before: AnyStateMachine, after: AnyStateMachine) {
  return compareMachines({ owl: record(before) }, { owl: record(after) });
}

describe("a change to a machine is told in one line", () => {
  test.each([
    ["version", "2", "version 2, before none"],
    ["initial", "night", 'state "owl" has initial [owl.night], before [asleep]'],
    ["on.named.actions", [], 'state "owl" takes "named" without actions, before doing [note]'],
    ["on.named.reenter", true, 'state "owl" takes "named" reentering, before without reentering'],
    ["states.dusk", { initial: "red", states: { red: {} } }, 'state "owl.dusk" is new'],
    [
      "states.night.states.past.history",
      "deep",
      'state "owl.night.past" has history deep, before shallow',
    ],
    [
      "states.night.states.past.target",
      "hunting",
      'state "owl.night.past" has target hunting, before none',
    ],
    [
      "states.day.entry",
      ["count", "note"],
      'state "asleep" has entry [count, note], before [note, count]',
    ],
    ["states.day.exit", "note", 'state "asleep" has exit [note], before []'],
    [
      "states.day.on.called.0.guard",
      "isNear",
      'state "asleep" takes "called", choice 1, when isNear, before when isLoud',
    ],
    [
      "states.day.on.called.1.target",
      "night.hunting",
      'state "asleep" takes "called", choice 2, to owl.night.hunting, before to owl.night.past',
    ],
    [
      "states.day.on.called",
      [OWL.states.day.on.called[0]],
      'state "asleep" takes "called" [when isLoud to owl.night], before [when isLoud to owl.night, to owl.night.past]',
    ],
    ["states.day.on.prodded", undefined, 'state "asleep" has no "prodded" any more'],
    ["states.day.on.named", { target: "night" }, 'state "asleep" has "named" now'],
    [
      "states.day.on",
      { called: OWL.states.day.on.called, kicked: {} },
      'state "asleep" has "kicked" instead of "prodded"',
    ],
    ["states.day.after", { 2000: "night" }, 'state "asleep" has after 2000 instead of after 1000'],
    ["states.day.always", { guard: "isNear", actions: "note" }, 'state "asleep" has always now'],
    [
      "states.night.states.perched.after",
      { aMoment: "hunting" },
      'state "owl.night.perched" has after aMoment instead of after aWhile',
    ],
    [
      "states.night.states.perched.tags",
      ["loud"],
      'state "owl.night.perched" has tags [loud], before [quiet]',
    ],
    [
      "states.night.states.hunting.invoke.src",
      "stare",
      'state "owl.night.hunting" has invoke [stare (social.read) as 0.owl.night.hunting with {"limit":3}], before [look (social.read) as 0.owl.night.hunting with {"limit":3}]',
    ],
    [
      "states.night.states.hunting.invoke.onDone",
      "past",
      'state "owl.night.hunting" onDone of 0.owl.night.hunting to owl.night.past, before to owl.night.perched',
    ],
    [
      "states.night.states.hunting.invoke.input",
      { limit: 4 },
      'state "owl.night.hunting" has invoke [look (social.read) as 0.owl.night.hunting with {"limit":4}], before [look (social.read) as 0.owl.night.hunting with {"limit":3}]',
    ],
  ])("%s", (path, to, line) => {
    const after = owl(changed(OWL, path, to));
    expect(differences(owl(), after).differs).toEqual([`owl: ${line}`]);
    expect(record(after).hash).not.toBe(record(owl()).hash);
  });

  test("which takes a state away", () => {
    const before = owl(changed(OWL, "states.dusk", {}));
    expect(differences(before, owl()).differs).toEqual(['owl: state "owl.dusk" is gone']);
  });

  test("which gives a state another name and leaves its id", () => {
    const { day, night } = OWL.states;
    const after = owl({ ...OWL, initial: "noon", states: { noon: day, night } });
    expect(differences(owl(), after).differs).toEqual([
      'owl: state "asleep" has key noon, before day',
    ]);
  });

  test("which moves a state", () => {
    const dusk = { id: "dusk" };
    const before = owl(changed(OWL, "states.dusk", dusk));
    const after = owl(changed(OWL, "states.night.states.dusk", dusk));
    expect(differences(before, after).differs).toEqual([
      'owl: state "owl" has states [asleep, owl.night], before [asleep, dusk, owl.night]',
      expect.stringMatching(/^owl: state "owl\.night" has states \[dusk, /),
    ]);
  });
});

describe("a change to a function", () => {
  test("is told, and leaves the structure as it was", () => {
    const { guards, actions } = functions;
    const after = owl(OWL, {
      guards: { ...guards, isLoud: () => false },
      actions: { ...actions, count: assign({ n: () => 1 }) },
      delays: { aWhile: 60, aMoment: 5 },
    });
    expect(differences(owl(), after)).toEqual({
      differs: [],
      functions: [
        "owl: action count has changed",
        "owl: delay aWhile has changed",
        "owl: guard isLoud has changed",
      ],
    });
  });

  test("is told with its place where it has no name", () => {
    const before = owl(changed(OWL, "on.named.actions", () => 1));
    const after = owl(changed(OWL, "on.named.actions", () => 2));
    expect(differences(before, after).functions).toEqual([
      "owl: inline function of owl on named has changed",
    ]);
    expect(differences(owl(), after).functions).toEqual([
      "owl: inline function of owl on named is new",
    ]);
  });
});

describe("the machines of a cast", () => {
  const productionOf = (machines: Readonly<Record<string, AnyStateMachine>>) =>
    produce(
      defineScenario({
        name: "hoots",
        until: hours(1),
        agents: Object.fromEntries(
          Object.entries(machines).map(([id, machine]) => [id, { machine, input: null }]),
        ),
      }),
    );

  test("are known by id, and a second one of the same id by its number", () => {
    const other = owl(changed(OWL, "version", "2"));
    const records = machinesOf(productionOf({ cy: owl(), bo: other, al: owl(), di: owl() }));
    expect(Object.keys(records)).toEqual(["owl", "owl#2"]);
    expect(records.owl).toEqual(record(owl()));
    expect(records["owl#2"]).toEqual(record(other));
  });

  test("differ when one is not cast any more, or was not before", () => {
    const alone = machinesOf(productionOf({ al: owl() }));
    const two = machinesOf(productionOf({ al: owl(), bo: owl({ id: "mouse" }) }));
    expect(compareMachines(two, alone).differs).toEqual(['machine "mouse" is not cast any more']);
    expect(compareMachines(alone, two).differs).toEqual(['machine "mouse" was not cast before']);
  });
});

describe("of many differences", () => {
  test("the first twenty are told, and how many there are more", () => {
    const states = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`s${n}`, {}]));
    const { differs } = differences(owl(), owl({ ...OWL, states: { ...OWL.states, ...states } }));
    expect(differs).toHaveLength(21);
    expect(differs[0]).toBe('owl: state "owl.s0" is new');
    expect(differs[20]).toBe("and 10 more");
  });
});

describe("a run made with other machines", () => {
  const before = { owl: record(owl()) };

  test("is refused with what differs and the way out", () => {
    const after = { owl: record(owl(changed(OWL, "initial", "night"))) };
    expect(() => checkMachines("hoots-1", before, after)).toThrow(
      expect.objectContaining({
        code: "MACHINE_DIFFERS",
        message:
          '"hoots-1" was made with other machines: owl: state "owl" has initial [owl.night], before [asleep]; go back to them, or make its state fit with --migrate FILE',
      }),
    );
  });

  test("is not refused when only functions have changed", () => {
    const after = { owl: record(owl(OWL, { delays: { aWhile: 60, aMoment: 5 } })) };
    expect(checkMachines("hoots-1", before, after)).toEqual(["owl: delay aWhile has changed"]);
  });
});
