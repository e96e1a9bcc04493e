// A scenario to begin with: two who follow each other, and a property that must hold.

/** The shipped machine, with which a scenario begins that is given no other. */
export const SHIPPED = "persona";

/** @param machine a name in ./machines, or SHIPPED */
export function scenarioText(name: string, machine: string): string {
  const isShipped = machine === SHIPPED;
  const source = isShipped ? `puppet-engine/machines/${SHIPPED}` : `../machines/${machine}.ts`;
  const [state, silent] = isShipped ? ["asleep", "activity.asleep"] : ["at rest", "resting"];
  const [ada, bo] = isShipped ? ['interests: ["bread"]', 'voice: "dry"'] : GREETINGS;
  return `// What do two have to say to each other in two days?
import { cast, days, defineScenario, hours, never } from "puppet-engine";
import machine from "${source}";

export default defineScenario({
  name: "${name}",
  question: "What do two have to say to each other in two days?",
  until: days(2),
  agents: {
    ada: cast(machine, { name: "Ada", ${ada} }),
    bo: cast(machine, { name: "Bo", ${bo} }),
  },
  follows: { ada: ["bo"], bo: ["ada"] },
  news: [{ at: hours(9), topic: "bread", headline: "The bakery opens an hour earlier" }],
  properties: {
    "nobody posts ${state}": never(
      (step) => step.isIn("${silent}") && step.asksFor("social.post"),
    ),
  },
});
`;
}

const GREETINGS = ['greets: "bo"', 'greets: "ada"'] as const;
