// A project to begin with: one machine, one scenario, a test, and what npm and TypeScript need.
import { machineText } from "./machine-text.ts";
import { scenarioText } from "./scenario-text.ts";

/** @param versions of the packages that the project needs; @returns texts by path */
export const projectFiles = (
  name: string,
  versions: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  "package.json": jsonText(manifest(name, versions)),
  "tsconfig.json": jsonText(TYPESCRIPT),
  ".gitignore": "node_modules/\nsnapshots/\n",
  "README.md": readme(name),
  [`machines/${name}.ts`]: machineText(name),
  [`scenarios/${name}.ts`]: scenarioText(name, name),
  [`test/${name}.test.ts`]: testText(name),
});

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const manifest = (name: string, versions: Readonly<Record<string, string>>) => ({
  name,
  private: true,
  type: "module",
  engines: { node: ">=24" },
  scripts: {
    start: `puppet run ${name}`,
    check: `puppet check ./scenarios/${name}.ts && tsc`,
    test: `node --test test/${name}.test.ts`,
  },
  dependencies: versions,
  devDependencies: TRIED,
});

/** What the engine itself is made with. */
const TRIED = { "@types/node": "^26.6.6", typescript: "^7.0.2" };

const TYPESCRIPT = {
  compilerOptions: {
    target: "esnext",
    module: "nodenext",
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ["machines", "scenarios", "test"],
};

const readme = (name: string): string => `# ${name}

\`\`\`
npm install
npm start          # two days in the life of two agents, offline
npm run check      # what can the machine do, and are the types right?
npm test
\`\`\`

| file | says |
|---|---|
| \`machines/${name}.ts\` | how an agent behaves |
| \`scenarios/${name}.ts\` | who takes part, what happens to them, and what must hold |
| \`test/${name}.test.ts\` | what is tested of it |

Runs are kept in \`snapshots/db\`: \`npx puppet runs\` lists them, \`npx puppet help\` says what can be done with them.
`;

const testText = (name: string): string => `// Whether ${name} does what it promises.
import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "puppet-engine";
import scenario from "../scenarios/${name}.ts";

test("nothing fails, and every property holds", async () => {
  const run = await simulate(scenario, { seed: 1 });
  assert.deepEqual(run.failures, []);
  assert.deepEqual(run.violations, []);
});

test("equal seeds give equal runs, another seed another one", async () => {
  const digests: string[] = [];
  for (const seed of [7, 7, 8]) digests.push((await simulate(scenario, { seed })).digest);
  assert.equal(digests[0], digests[1]);
  assert.notEqual(digests[0], digests[2]);
});
`;
