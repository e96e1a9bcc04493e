// A scenario as users have them: two machines of their own, a file that these import, and a folder with files of its own.

/** The text of each file by its path. */
export const market = {
  "machines/parts/wares.ts": 'export default ["pears", "chairs"] as const;\n',
  "machines/seller.ts": `// What sells? Praises its wares, one after another.
import { hours, perform, socialPost } from "puppet-engine";
import { assign, setup } from "xstate";
import wares from "./parts/wares.ts";

interface Seller {
  readonly name: string;
  readonly prices: Readonly<Record<string, number>>;
}

export default setup({
  types: { input: {} as Seller, context: {} as Seller & { readonly cried: number } },
  actors: { cry: perform(socialPost) },
  actions: { count: assign({ cried: ({ context }) => context.cried + 1 }) },
}).createMachine({
  id: "seller",
  context: ({ input }) => ({ ...input, cried: 0 }),
  initial: "waiting",
  states: {
    waiting: { after: { [hours(1)]: "crying" } },
    crying: {
      entry: "count",
      invoke: {
        src: "cry",
        input: ({ context: { name, prices, cried } }) => {
          const ware = wares[cried % wares.length] ?? "";
          return { text: \`@\${name}: \${ware} for \${prices[ware]}!\`, topic: ware };
        },
        onDone: "waiting",
        onError: "waiting",
      },
    },
  },
});
`,
  "machines/visitor.ts": `// Who stops? Likes what it is told.
import { type Mentioned, perform, socialReact } from "puppet-engine";
import { setup } from "xstate";

export default setup({
  types: { events: {} as Mentioned },
  actors: { like: perform(socialReact) },
}).createMachine({
  id: "visitor",
  initial: "strolling",
  states: {
    strolling: { on: { mentioned: "liking" } },
    liking: {
      invoke: {
        src: "like",
        input: ({ event }) => ({ kind: "like", post: event.post }),
        onDone: "strolling",
        onError: "strolling",
      },
    },
  },
});
`,
  "scenarios/market.ts": `// Who sells more?
import { readFileSync } from "node:fs";
import { cast, defineScenario, hours } from "puppet-engine";
import seller from "../machines/seller.ts";
import visitor from "../machines/visitor.ts";
import prices from "./market/prices.json" with { type: "json" };

const names = readFileSync(new URL("./market/names.txt", import.meta.url), "utf8").trim();

export default defineScenario({
  name: "market",
  until: hours(40),
  agents: {
    ...Object.fromEntries(names.split(" ").map((name) => [name, cast(seller, { name: "ida", prices })])),
    ida: cast(visitor, {}),
  },
  follows: { ida: names.split(" ") },
});
`,
  "scenarios/market/names.txt": "max mia mo\n",
  "scenarios/market/prices.json": '{ "pears": 3, "chairs": 70 }\n',
};
