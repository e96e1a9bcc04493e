// The page of an agent shows what it remembers and wants: age, importance and who said it.
import { expect, test } from "vitest";
import { assign, setup } from "xstate";
import { cast, defineScenario, hours } from "../../src/index.ts";
import { advance, firstGoals } from "../../src/persona/goals.ts";
import { firstMemories, remember } from "../../src/persona/memory.ts";
import { readPersona } from "../../src/persona/persona.ts";
import { agentPage } from "../../src/report/agent.ts";
import { simulate } from "../../src/run/simulate.ts";
import { lookAt } from "../../src/run/state-at.ts";

interface Said {
  readonly type: "said";
  readonly at: number;
  readonly from: string;
  readonly text: string;
  readonly importance: number;
}

const first = (input: unknown) => {
  const persona = readPersona(input);
  return { memories: firstMemories(persona), goals: firstGoals(persona) };
};

/** Remembers everything that is said to it, and is a little further on by each. */
const rememberer = setup({
  types: { context: {} as ReturnType<typeof first>, events: {} as Said },
}).createMachine({
  id: "rememberer",
  context: ({ input }) => first(input),
  on: {
    said: {
      actions: assign({
        memories: ({ context, event: { at, from, text, importance } }) => {
          const item = { kind: "interaction" as const, text, at, importance, valence: 0, from };
          return remember(context.memories, item, 60);
        },
        goals: ({ context, event }) => advance(context.goals, 0, 0.1, event.at),
      }),
    },
  },
});

async function pageAfter(
  said: readonly (readonly [hour: number, text: string, importance: number])[],
) {
  const scenario = defineScenario({
    name: "talk",
    until: hours(50),
    agents: {
      ada: cast(rememberer, {
        name: "Ada",
        goals: ["Finish the boat"],
        initialMemory: {
          coreMemories: ["I keep the lighthouse."],
          recentEvents: ["The lamp broke"],
        },
      }),
    },
    events: said.map(([hour, text, importance]) => ({
      at: hours(hour),
      to: "ada",
      event: { type: "said", from: "bob", text, importance },
    })),
  });
  const sight = await lookAt(await simulate(scenario));
  const ada = sight.state.byAddress.get("agent:ada");
  if (ada === undefined) throw new Error("ada is cast");
  return agentPage(sight, ada, { columns: 60, isColoured: false });
}

test("an agent remembers its core, what happened before, and what was said by whom, cut to the line", async () => {
  const page = await pageAfter([
    [1, "A whale lies in the harbour, and nobody knows whom to call", 0.9],
    [49.5, "Good evening", 0.3],
  ]);
  expect(page).toContain(`
Remembers
  always              I keep the lighthouse.
  before   0.70       The lamp broke
  2d ago   0.90  bob  A whale lies in the harbour, and nobo…
  30m ago  0.30  bob  Good evening

Wants
  progressed  █····  20%  Finish the boat
`);
  expect(page).not.toContain("In mind");
});

test("of many memories the most important and the latest are shown", async () => {
  const said = Array.from(
    { length: 20 },
    (_, n) => [n + 1, `word ${n}`, n === 7 ? 1 : 0.5] as const,
  );
  const page = await pageAfter(said);
  const shown = [...page.matchAll(/bob {2}(word \d+)/g)].map(([, text]) => text);
  expect(shown).toContain("word 7");
  expect(shown.slice(-4)).toEqual(["word 16", "word 17", "word 18", "word 19"]);
  expect(shown.length + 1).toBe(8);
  expect(page).toContain("\n  and 13 more memories\n");
});

test("goals and memories of another kind stay where the rest of the context is", async () => {
  const keeper = setup({}).createMachine({ id: "keeper", context: { goals: 3, memories: "none" } });
  const scenario = defineScenario({
    name: "match",
    until: 1000,
    agents: { eve: cast(keeper, {}) },
  });
  const sight = await lookAt(await simulate(scenario));
  const eve = sight.state.byAddress.get("agent:eve");
  if (eve === undefined) throw new Error("eve is cast");
  const page = agentPage(sight, eve, { columns: 60, isColoured: false });
  expect(page).toContain('\nIn mind\n  goals     3\n  memories  "none"\n');
});
