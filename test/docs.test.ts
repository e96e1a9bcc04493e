// The documentation is true: its code compiles and runs, its commands print what it says, its links lead somewhere.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorCodes } from "../src/core/error.ts";
import * as api from "../src/index.ts";
import {
  anchorsOf,
  type Block,
  excerptLike,
  isPrinted,
  type Job,
  linksOf,
  type Page,
  pathOf,
  type Result,
  readPages,
  root,
  runAll,
  writeFiles,
} from "./support/docs.ts";

/** What a reader types once, on their own machine. */
const NOT_RUN: readonly string[] = [
  "npm ci",
  "npm start",
  "npm test",
  "npm ci && npm start",
  "npm ci && npm test",
  "npm pack",
  "npm install ./puppet-engine-2.0.0-alpha.1.tgz",
  "mkdir my-town && cd my-town",
];
const IS_RUN = /^(?:npx puppet|npx node|npm run) /;
const A_DAY = "1d";
const MINUTES = 180_000;

const pages = readPages(["README.md", "docs"]);
const linked = [...pages, ...readPages(["CHANGELOG.md", "CONTRIBUTING.md"])];
const pageAt = (path: string): Page => {
  const page = linked.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`there is no ${path}`);
  return page;
};

/** `DOCS=write npx vitest run test/docs.test.ts` prints what comes out now into the pages. */
const isWriting = process.env.DOCS === "write";

/** Inside the repository, so that imports are found; ignored by git and by the linter. */
mkdirSync(join(root, "coverage"), { recursive: true });
const folder = mkdtempSync(join(root, "coverage/docs-"));
const folders = new Map(pages.flatMap((page) => [...writeFiles(page, folder)]));
const folderOf = (block: Block): string => folders.get(block) ?? folder;

interface BlockJob extends Job {
  readonly block: Block;
  readonly isTyped: boolean;
}

/** The commands of a block, and with `isTyped` false the blocks that run without being typed. */
function jobsOf(page: Page): readonly BlockJob[] {
  const typed = page.blocks.filter(({ language }) => language === "sh").flatMap(commandsOf(page));
  const code = page.blocks.filter(({ language }) => language === "ts");
  const files = code.flatMap((block) => {
    const path = pathOf(block) ?? "";
    const place = { page, line: block.line, cwd: folderOf(block), block, isTyped: false };
    if (path.startsWith("scenarios/"))
      return [{ ...place, command: `npx puppet run ./${path} --until ${A_DAY} --json` }];
    if (path.startsWith("machines/")) return [{ ...place, command: LIST_MACHINES }];
    const isTyped = typed.some(({ command }) => command.includes(path));
    return isTyped ? [] : [{ ...place, command: `${NODE} ${path}` }];
  });
  return [...typed, ...files];
}

const LIST_MACHINES = "npx puppet machines --json";
/** How a program of a reader finds the engine in a clone. */
const NODE = "npx node --conditions=puppet-engine-source";

const commandsOf = (page: Page) => (block: Block) =>
  block.text
    .split("\n")
    .map((text, index) => ({ command: text.trim(), line: block.line + index }))
    .filter(({ command }) => command !== "" && !command.startsWith("#"))
    .filter(({ command }) => !NOT_RUN.includes(command))
    .map(({ command, line }) => ({
      page,
      line,
      cwd: folderOf(block),
      command,
      block,
      isTyped: true,
    }));

const jobs = pages.flatMap(jobsOf);
let results: ReadonlyMap<Job, Result> = new Map();

beforeAll(async () => {
  results = await runAll(jobs.filter(({ command }) => IS_RUN.test(command)));
  if (isWriting) for (const page of pages) writeOutputs(page);
}, MINUTES);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the commands of a `sh` block print, when a block of text behind it shows that. */
function outputsOf(page: Page): readonly (readonly [shown: Block, output: string])[] {
  return page.blocks.flatMap((shown, index) => {
    const typed = page.blocks[index - 1];
    if (shown.language !== "text" || !shown.follows || typed?.language !== "sh") return [];
    const own = jobs.filter(({ block, isTyped }) => isTyped && block === typed);
    return [[shown, own.map((job) => results.get(job)?.output ?? "").join("")] as const];
  });
}

/** An excerpt keeps its size: as many lines before and behind what it leaves out. */
function writeOutputs(page: Page): void {
  const lines = page.text.split("\n");
  for (const [shown, output] of [...outputsOf(page)].reverse()) {
    if (isPrinted(shown.text, output)) continue;
    const length = shown.text.split("\n").length - 1;
    lines.splice(shown.line - 1, length, ...excerptLike(shown.text, output).trimEnd().split("\n"));
  }
  writeFileSync(join(root, page.path), lines.join("\n"));
}

/** A command ends well unless the page shows its error; in printed scenarios and machines nothing goes wrong. */
function expectDone(job: BlockJob, { exitCode, output }: Result): void {
  const { page, line, command, isTyped } = job;
  const place = `${page.path}:${line}: ${command}\n${output.slice(0, 2000)}`;
  expect(exitCode, place).toBe(showsError(job) ? 2 : 0);
  if (isTyped) return;
  if (command.startsWith(LIST_MACHINES)) expect(output, place).not.toContain('"error":');
  if (command.startsWith("npx puppet run"))
    expect(JSON.parse(output), place).toMatchObject({ failures: [], deadLetters: 0, parked: 0 });
}

function showsError({ page, block, isTyped }: BlockJob): boolean {
  const next = page.blocks[page.blocks.indexOf(block) + 1];
  return isTyped && next?.follows === true && /^[A-Z_]{4,}: /m.test(next.text);
}

describe("the code in the documentation", () => {
  test("compiles as strictly as the engine", { timeout: MINUTES }, () => {
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.json"),
        include: ["**/*.ts"],
        // A project that a page makes is a package of its own; test/cli/new.test.ts compiles one.
        exclude: ["*/village"],
      }),
    );
    const tsc = join(root, "node_modules/.bin/tsc");
    const { stdout, stderr } = spawnSync(tsc, ["--project", folder], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout + stderr).toBe("");
  });

  test("is what lies in the repository, where it prints a shipped file", () => {
    const behindTitle = (text: string): string => text.slice(text.indexOf("\n")).trim();
    const shipped = pages
      .flatMap(({ blocks }) => blocks)
      .filter(({ path }) => path !== undefined && existsSync(join(root, path)));
    for (const { path = "", text } of shipped)
      expect(behindTitle(text)).toBe(behindTitle(readFileSync(join(root, path), "utf8")));
  });

  test("says with every command whether it is run here", () => {
    const unknown = jobs.filter(({ command }) => !IS_RUN.test(command));
    expect(unknown.map(({ page, line, command }) => `${page.path}:${line}: ${command}`)).toEqual(
      [],
    );
  });

  test.each(pages.filter((page) => jobsOf(page).length > 0))("runs in $path", (page) => {
    for (const job of jobs.filter((candidate) => candidate.page === page))
      expectDone(job, results.get(job) ?? { exitCode: -1, output: "it was not run" });
  });

  test.each(pages.filter((page) => outputsOf(page).length > 0))(
    "prints what $path shows",
    (page) => {
      for (const [shown, output] of outputsOf(page)) {
        const place = `${page.path}:${shown.line} (DOCS=write writes it)\n${output}`;
        const printed = isWriting ? excerptLike(shown.text, output) : shown.text;
        expect(isPrinted(printed, output), place).toBe(true);
      }
    },
  );
});

describe("the links in the documentation", () => {
  test.each(linked)("of $path lead to pages and headings", (page) => {
    for (const link of linksOf(page).filter((target) => !/^https?:/.test(target))) {
      const [file = "", anchor] = link.split("#");
      const path = file === "" ? page.path : normalize(join(dirname(page.path), file));
      expect(existsSync(join(root, path)), `${page.path}: ${link}`).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(pageAt(path)), `${page.path}: ${link}`).toContain(anchor);
    }
  });

  test("of docs/README.md lead to every page", () => {
    const index = linksOf(pageAt("docs/README.md")).map((link) => `docs/${link}`);
    const below = pages.map(({ path }) => path).filter((path) => /^docs\/.*\//.test(path));
    expect(below.filter((path) => !index.includes(path))).toEqual([]);
  });
});

describe("the reference", () => {
  test.each(errorCodes)("has a section for the error %s", (code) => {
    expect(anchorsOf(pageAt("docs/reference/errors.md"))).toContain(code.toLowerCase());
  });

  test("names every export of the library", () => {
    const source = readFileSync(join(root, "src/index.ts"), "utf8");
    const lists = [...source.matchAll(/^export (?:type )?\{([^}]*)\}/gm)];
    const named = lists.flatMap(
      ([, list = ""]) => list.replace(/\btype /g, "").match(/\w+/g) ?? [],
    );
    const spaces = [...source.matchAll(/^export \* as (\w+)/gm)].map(([, name = ""]) => name);
    const within = Object.entries(api)
      .filter(([name]) => spaces.includes(name))
      .flatMap(([name, members]) => Object.keys(members).map((member) => `${name}.${member}`));
    expect(within.length).toBeGreaterThan(spaces.length);
    expect(named.length).toBeGreaterThan(Object.keys(api).length / 2);
    const { text } = pageAt("docs/reference/api.md");
    const isNamed = (name: string): boolean => new RegExp(`\`${name}\\b`).test(text);
    expect([...named, ...within].filter((name) => !isNamed(name))).toEqual([]);
  });

  test("names tests of what Puppet Engine v1 got wrong that there are, by file and by name", () => {
    const { text } = pageAt("docs/reference/puppet-engine-v1.md");
    const files = new Set(text.match(/test\/[\w/.-]+\.ts/g));
    expect(files.size).toBeGreaterThan(20);
    const gone = [...files].filter((file) => !existsSync(join(root, file)));
    expect(gone).toEqual([]);
    const rows = [...text.matchAll(/^\| .* \| `([a-z0][^`]{20,})` \| `(test\/[^`]+)`/gm)];
    expect(rows.length).toBeGreaterThan(10);
    const unnamed = rows.filter(
      ([, name = "", file = ""]) => !readFileSync(join(root, file), "utf8").includes(name),
    );
    expect(unnamed.map(([, name]) => name)).toEqual([]);
  });

  test("names every key of a persona with its default", () => {
    const { text } = pageAt("docs/reference/personas.md");
    const { name: _, ...defaults } = api.readPersona({
      name: "A",
      initialMemory: { relationships: { ID: {} } },
    });
    const missing = leavesOf(defaults).filter(
      ([key, value]) =>
        !text.includes(`\n| \`${key}\` | `) || !rowOf(text, key).includes(`| \`${value}\` |`),
    );
    expect(missing).toEqual([]);
  });
});

const rowOf = (text: string, key: string): string =>
  text.split("\n").find((line) => line.startsWith(`| \`${key}\` |`)) ?? "";

/** Dotted keys of what is no object, with their values as JSON. */
function leavesOf(value: object, path = ""): readonly (readonly [key: string, json: string])[] {
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    typeof field === "object" && field !== null && !Array.isArray(field)
      ? leavesOf(field, `${path}${key}.`)
      : [[`${path}${key}`, JSON.stringify(field)] as const],
  );
}
