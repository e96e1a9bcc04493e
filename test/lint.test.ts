// Planted breaches: what makes a run depend on its machine, or a folder on one above it, is refused.
import { beforeAll, describe, expect, test } from "vitest";
import { lint } from "./support/lint.ts";

const GLOBAL = "lint/style/noRestrictedGlobals";
const PROPERTY = "lint/nursery/noJsRestrictedProperties";
const PURE = "Pure code has no promises and no `**`: invoke an effect, or use core/math.ts.";
const LAYER =
  "This folder may not import that: see the table of folders in CONTRIBUTING.md and lint/layers.grit.";

const impure: readonly (readonly [source: string, rule: string])[] = [
  ["export const at = Date.now();", GLOBAL],
  ["export const at = new Date();", GLOBAL],
  ["export type At = Date;", GLOBAL],
  ["export const at = performance.now();", GLOBAL],
  ["export const at = Temporal.Now.instant();", GLOBAL],
  ["export const chance = Math.random();", GLOBAL],
  ["const M = Math;\nexport const chance = M.random();", GLOBAL],
  ["const { random } = Math;\nexport const chance = random();", GLOBAL],
  ["export const chance = globalThis.Math.random();", GLOBAL],
  ["export const id = crypto.randomUUID();", GLOBAL],
  ["export const power = Math.pow(2, 0.5);", GLOBAL],
  ["export const power = (x: number) => x ** 0.5;", PURE],
  ["export function power(x: number) {\n  let y = x;\n  y **= 0.5;\n  return y;\n}", PURE],
  ["setTimeout(() => {}, 1);", GLOBAL],
  ["setInterval(() => {}, 1);", GLOBAL],
  ["setImmediate(() => {});", GLOBAL],
  ["queueMicrotask(() => {});", GLOBAL],
  ["export const later = Promise.resolve(1);", GLOBAL],
  ["export async function later() {}", PURE],
  ["export const later = async () => 1;", PURE],
  ["export const later = { async post() {} };", PURE],
  ["export class Later {\n  static async post() {}\n}", PURE],
  ["export const later = await 1;", PURE],
  ['export const later = import("./queue.ts");', PURE],
  ['export const reply = fetch("http://localhost");', GLOBAL],
  ["export const seed = process.env.SEED;", GLOBAL],
  ["export const order = (a: string, b: string) => a.localeCompare(b);", PROPERTY],
  ['export const order = (a: string, b: string) => a["localeCompare"](b);', PROPERTY],
  ["export const order = new Intl.Collator().compare;", GLOBAL],
  ["export const text = (n: number) => n.toLocaleString();", PROPERTY],
  ["export const held = (x: object) => new WeakRef(x);", GLOBAL],
  ["export const freed = new FinalizationRegistry(() => {});", GLOBAL],
];

const pureFolders = ["src/core", "src/core/world", "src/persona", "src/effects", "machines"];

const imports: readonly (readonly [path: string, source: string])[] = [
  ["src/core", "node:fs"],
  ["src/core", "rxjs"],
  ["src/core", "puppet-engine"],
  ["src/core", "../index.ts"],
  ["src/core", "../run/simulate.ts"],
  ["src/core", "./../run/simulate.ts"],
  ["src/core/world", "../../run/simulate.ts"],
  ["src/persona", "../effects/social-post.ts"],
  ["src/effects", "../storage/store.ts"],
  ["src/effects", "node:crypto"],
  ["src/storage", "../run/simulate.ts"],
  ["src/storage", "level"],
  ["src/providers", "../run/live.ts"],
  ["src/providers", "twitter-api-v2"],
  ["src/providers", "@solana/web3.js"],
  ["src/providers", "openai"],
  ["src/gateway", "../providers/openai.ts"],
  ["src/chart", "../run/simulate.ts"],
  ["src/report", "../run/simulate.ts"],
  ["src/report", "hyparquet-writer"],
  ["src/run", "../cli/main.ts"],
  ["src/run", "../providers/openai.ts"],
  ["src/run", "rxjs"],
  ["src/run", "rxjs/operators"],
  ["src/cli", "../ui/page.ts"],
  ["src/cli", "../index.ts"],
  ["src/api", "../cli/main.ts"],
  ["src/ui", "../core/time.ts"],
  ["machines", "../src/core/time.ts"],
  ["machines", "../scenarios/small-town.ts"],
  ["machines", "node:fs"],
  ["scenarios", "../src/index.ts"],
  ["scenarios", "node:fs"],
];

const LINE = "  console.log(x);\n";
const careless: readonly (readonly [rule: string, text: string])[] = [
  ["complexity/noExcessiveLinesPerFunction", `export function f(x: number) {\n${LINE.repeat(51)}}`],
  [
    "complexity/noExcessiveCognitiveComplexity",
    `export function f(x: number) {\n${"if (x) {".repeat(5)}${"}".repeat(5)}}`,
  ],
  ["suspicious/noExplicitAny", "export const f = (x: any) => x;"],
  ["style/noNonNullAssertion", "export const f = (x: string | undefined) => x!;"],
  ["style/noDefaultExport", "export default 1;"],
  ["style/noEnum", "export enum Mood {\n  calm,\n}"],
  ["performance/noBarrelFile", 'export { x } from "./x.ts";\nexport { y } from "./y.ts";'],
  ["nursery/noFloatingPromises", "const f = async () => 1;\nf();"],
  ["nursery/noMisusedPromises", "const f = async () => true;\nif (f()) console.log(1);"],
  [
    "nursery/useExhaustiveSwitchCases",
    'export function f(x: "a" | "b") {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n}',
  ],
];

const forms: readonly ((source: string) => string)[] = [
  (source) => `import { x } from "${source}";\nexport const y = x;`,
  (source) => `import type { X } from "${source}";\nexport type Y = X;`,
  (source) => `import "${source}";`,
  (source) => `export { x } from "${source}";`,
  (source) => `export type Y = import("${source}").X;`,
  (source) => `export const load = () => import("${source}");`,
];

const allowed: readonly (readonly [path: string, text: string])[] = [
  ["src/core/a.ts", 'import { z } from "zod";\nexport const y = z.string();'],
  ["src/core/b.ts", 'import { setup } from "xstate";\nexport const y = structuredClone(setup);'],
  [
    "src/core/c.ts",
    'import { x } from "./world/feed.ts";\nexport const y = { Date: x, at: x.Math };',
  ],
  [
    "src/core/world/d.ts",
    'import { x } from "../time.ts";\nexport const y = `await ** Date`.at(x);',
  ],
  ["src/core/math.ts", "export const { floor } = Math;"],
  ["src/effects/language/e.ts", 'import { x } from "../../core/time.ts";\nexport const y = x;'],
  ["src/storage/level-store.ts", 'import { Level } from "level";\nexport const y = Level;'],
  [
    "src/report/write-parquet.ts",
    'import { x } from "hyparquet-writer";\nexport const y = import(x);',
  ],
  ["src/providers/openai.ts", 'import { OpenAI } from "openai";\nexport const y = OpenAI;'],
  ["src/run/stage.ts", 'import { Subject } from "rxjs";\nexport const y = Subject;'],
  ["src/run/f.ts", 'import { x } from "../core/time.ts";\nexport const y = Date.now() * x;'],
  ["src/cli/g.ts", 'import { x } from "../run/simulate.ts";\nexport const y = import(x);'],
  ["src/index.ts", 'export { days } from "./core/time.ts";'],
  ["machines/h.ts", 'import { setup } from "xstate";\nexport default setup({});'],
  ["scenarios/i.ts", 'import persona from "../machines/persona.ts";\nexport default persona;'],
  ["test/run/j.test.ts", 'import { of } from "rxjs";\nexport const y = of(1);'],
];

const carelessPath = (i: number) => `src/run/careless-${i}.ts`;
const impurePath = (folder: string, i: number) => `${folder}/impure-${i}.ts`;
const importPath = (folder: string, i: number, form: number) => `${folder}/import-${i}-${form}.ts`;

let refused: Record<string, readonly string[]> = {};

beforeAll(() => {
  refused = lint(
    Object.fromEntries([
      ...allowed,
      ...careless.map(([, text], i) => [carelessPath(i), text] as const),
      ...pureFolders.flatMap((folder) =>
        impure.map(([text], i) => [impurePath(folder, i), text] as const),
      ),
      ...imports.flatMap(([folder, source], i) =>
        forms.map((form, f) => [importPath(folder, i, f), form(source)] as const),
      ),
    ]),
  );
});

describe("refused in every pure folder is", () => {
  test.each(impure.map(([text, rule], i) => ({ text, rule, i })))("$text", ({ text, rule, i }) => {
    for (const folder of pureFolders)
      expect(refused[impurePath(folder, i)], `${folder}: ${text}`).toContain(rule);
  });
});

describe("refused in every form is", () => {
  test.each(imports.map(([folder, source], i) => ({ folder, source, i })))(
    "an import of $source in $folder",
    ({ folder, source, i }) => {
      for (const [f, form] of forms.entries())
        expect(refused[importPath(folder, i, f)], form(source)).toContain(LAYER);
    },
  );
});

describe("refused everywhere is", () => {
  test.each(careless.map(([rule, text], i) => ({ rule, text, i })))(
    "$rule",
    ({ rule, text, i }) => {
      expect(refused[carelessPath(i)], text).toContain(`lint/${rule}`);
    },
  );
});

describe("accepted is", () => {
  test.each(allowed)("%s", (path, text) => {
    expect(refused[path], text).toEqual([]);
  });
});
