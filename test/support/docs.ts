// The documentation as a test sees it: pages with their code blocks and links, written out and run as printed.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { puppets } from "../cli/puppet.ts";

export const root = join(import.meta.dirname, "../..");

export interface Block {
  /** The line of its first line of text, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Where the reader puts it, from the first comment of the block or from behind its language. */
  readonly path: string | undefined;
  /** Whether it stands under the same heading as the block before. */
  readonly follows: boolean;
}

export interface Page {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The text without its code. */
  readonly prose: string;
}

/** @param paths of files and folders in the repository; of a folder all `.md` below it */
export function readPages(paths: readonly string[]): readonly Page[] {
  const files = paths.flatMap((path) =>
    path.endsWith(".md")
      ? [path]
      : readdirSync(join(root, path), { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".md"))
          .sort()
          .map((file) => `${path}/${file}`),
  );
  return files.map((path) => readPage(path, readFileSync(join(root, path), "utf8")));
}

const FENCE = /^```(\S*) ?(\S*)[^\n]*\n(.*?)^```$/gms;
const PATH = /^\/\/ ([\w./-]+\.\w+)\b/;

function readPage(path: string, text: string): Page {
  const blocks: Block[] = [];
  let end = -1;
  for (const match of text.matchAll(FENCE)) {
    const [whole, language = "", place = "", code = ""] = match;
    blocks.push({
      line: text.slice(0, match.index).split("\n").length + 1,
      language,
      text: code,
      path: PATH.exec(code)?.[1] ?? (place || undefined),
      follows: end >= 0 && !/^#/m.test(text.slice(end, match.index)),
    });
    end = match.index + whole.length;
  }
  return { path, text, blocks, prose: text.replaceAll(FENCE, "").replace(/`[^`\n]*`/g, "``") };
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf({ text }: Page): ReadonlySet<string> {
  const headings = text.replaceAll(FENCE, "").matchAll(/^#+ (.*)$/gm);
  return new Set(
    [...headings].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

export const linksOf = ({ prose }: Page): readonly string[] =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

/** A line of a `sh` block, or a program or a scenario that the page prints. */
export interface Job {
  readonly page: Page;
  readonly line: number;
  readonly cwd: string;
  readonly command: string;
}

export interface Result {
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Writes the files of a page. A page that prints a file twice has changed it: from there on it goes on in a copy.
 * @returns the folder in which each block is written or run
 */
export function writeFiles(page: Page, folder: string): ReadonlyMap<Block, string> {
  const files = new Map<string, string>();
  const folders = new Map<Block, string>();
  const slug = page.path.replace(/\.md$/, "").replaceAll("/", "-").toLowerCase();
  let stage = 1;
  for (const block of page.blocks) {
    const path = pathOf(block);
    if (path !== undefined) {
      if (files.has(path)) stage++;
      files.set(path, block.text);
      for (const [file, text] of files) writeText(join(folder, `${slug}-${stage}`, file), text);
    }
    folders.set(block, join(folder, `${slug}-${stage}`));
  }
  for (const cwd of folders.values()) mkdirSync(cwd, { recursive: true });
  return folders;
}

/** A block of TypeScript without a path is a program of its own. */
export function pathOf({ language, path, line }: Block): string | undefined {
  if (language === "ts") return path ?? `line-${line}.ts`;
  return language === "json" || language === "csv" ? path : undefined;
}

function writeText(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Runs commands: those of a folder in their order, several folders at a time. @returns what came of each */
export async function runAll(jobs: readonly Job[]): Promise<ReadonlyMap<Job, Result>> {
  const folders = [...Map.groupBy(jobs, ({ cwd }) => cwd).values()];
  const results: (readonly [Job, Result])[] = [];
  const work = async (): Promise<void> => {
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      results.push(...(await runInOrder(folder)));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return new Map(results);
}

type Ran = readonly (readonly [Job, Result])[];

async function runInOrder(jobs: readonly Job[]): Promise<Ran> {
  const results: (readonly [Job, Result])[] = [];
  for (let next = 0; next < jobs.length; next = results.length) {
    const rest = jobs.slice(next);
    const end = rest.findIndex(({ command }) => !PLAIN_CALL.test(command));
    const calls = end < 0 ? rest : rest.slice(0, end);
    results.push(
      ...(await (calls.length > 0 ? runInOneProcess(calls) : runInShell(rest.slice(0, 1)))),
    );
  }
  return results;
}

/** A call of the command that needs no shell to be read. */
const PLAIN_CALL = /^npx puppet [\w =./-]*$/;

/** Starting a process takes longer than most calls. */
async function runInOneProcess(jobs: readonly Job[]): Promise<Ran> {
  const calls = jobs.map(({ command, cwd }) => ({ argv: command.split(/ +/).slice(2), cwd }));
  const results = await puppets(calls);
  return results.map(({ exitCode, stdout, stderr }, index) => {
    const [job] = jobs.slice(index);
    if (job === undefined) throw new Error("there are more results than calls");
    return [job, { exitCode, output: stdout + stderr }];
  });
}

/** What a reader types, as it runs in this clone. */
const asRunHere = (command: string): string =>
  command
    .replaceAll("npx puppet", `"${process.execPath}" "${join(root, "bin/puppet.js")}"`)
    .replaceAll("npx node", `"${process.execPath}"`);

function runInShell([job]: readonly Job[]): Promise<Ran> {
  if (job === undefined) return Promise.resolve([]);
  const { command, cwd } = job;
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1", PATH: pathWithTools() };
    const child = spawn("/bin/sh", ["-c", `(${asRunHere(command)}) 2>&1`], { cwd, env });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve([[job, { exitCode, output }]]));
  });
}

const pathWithTools = (): string => `${join(root, "node_modules/.bin")}:${process.env.PATH}`;

/** A line that stands for any number of others. */
const LEFT_OUT = "…";

/** How well a run is packed, and how often it was faster to take a snapshot, differs from machine to machine. */
const withoutSizes = (text: string): string =>
  text.replace(/ +(?:size|[\d.]+ [KM]B)\b/g, " 0 KB").replace(/ +\d+ snapshots?/g, " 0 snapshots");

const linesOf = (text: string): readonly string[] =>
  withoutSizes(text)
    .trimEnd()
    .split("\n")
    .map((line) =>
      line
        .trimEnd()
        .replace(/\d+\.\d\d s, [\d,]+ per second/, "0.00 s, 0 per second")
        .replace(/"wallMs":[\d.]+,"stepsPerSecond":\d+/, '"wallMs":0,"stepsPerSecond":0'),
    );

/** Whether a page prints what came out: exactly, but for the time it took and for lines left out with `…`. */
export function isPrinted(printed: string, output: string): boolean {
  const lines = linesOf(output);
  const parts = linesOf(printed)
    .join("\n")
    .split(new RegExp(`^${LEFT_OUT}$`, "m"))
    .map((part) => part.split("\n").filter((line) => line !== ""));
  const shown = lines.filter((line) => line !== "");
  const last = parts.at(-1) ?? [];
  if (parts.length === 1) return last.join("\n") === shown.join("\n");
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const at = index === parts.length - 1 ? shown.length - part.length : indexOf(shown, part, from);
    const isHere = part.every((line, i) => shown[at + i] === line);
    if (!isHere || at < from || (index === 0 && at !== 0)) return false;
    from = at + part.length;
  }
  return true;
}

function indexOf(lines: readonly string[], part: readonly string[], from: number): number {
  for (let at = from; at + part.length <= lines.length; at++)
    if (part.every((line, i) => lines[at + i] === line)) return at;
  return -1;
}

/** The same excerpt of another output: as many lines before and behind what is left out. */
export function excerptLike(printed: string, output: string): string {
  const old = printed.trimEnd().split("\n");
  const lines = output.trimEnd().split("\n");
  const cut = old.indexOf(LEFT_OUT);
  if (cut < 0) return `${lines.join("\n")}\n`;
  const behind = old.length - 1 - old.lastIndexOf(LEFT_OUT);
  const tail = behind > 0 ? lines.slice(-behind) : [];
  return `${[...lines.slice(0, cut), LEFT_OUT, ...tail].join("\n")}\n`;
}
