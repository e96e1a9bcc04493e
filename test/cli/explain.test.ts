// What a user sees of `puppet explain`: why something happened in a run in the store.
import { join } from "node:path";
import { Command } from "commander";
import { expect, test } from "vitest";
import { addExplainCommand } from "../../src/cli/explain.ts";
import { WORLD } from "../../src/core/event.ts";
import { hours } from "../../src/core/time.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { makeFolder } from "../support/folder.ts";
import { shippedScenario } from "../support/golden.ts";
import { root } from "./puppet.ts";

interface Kept {
  readonly run: Run;
  /** Calls the command. @returns what goes to standard output */
  readonly explain: (...argv: readonly string[]) => Promise<string>;
}

async function keptRumour(): Promise<Kept> {
  const place = join(makeFolder(), "db");
  await using store = await openStore(place);
  const origin = { source: join(root, "scenarios/rumour.ts") };
  const scenario = await shippedScenario("rumour");
  const run = await simulate(scenario, { store, origin, until: hours(14) });
  const explain = async (...argv: readonly string[]): Promise<string> => {
    let shown = "";
    const out = (text: string): void => {
      shown += text;
    };
    const terminal = { out, err: () => {}, columns: 80, isColoured: false, isDrawable: false };
    const program = new Command("puppet").exitOverride();
    addExplainCommand(program, { terminal, exitCode: 0 });
    await program.parseAsync(["explain", "--store", place, ...argv], { from: "user" });
    return shown;
  };
  return { run, explain };
}

test("the page tells the first and the last links, --all every one, --json the same as one value", async () => {
  const { run, explain } = await keptRumour();
  const first = run.journal.find(({ to, event }) => to === WORLD && isAboutRumour(event.ask));
  const cause = await explain("rumour-1", `${first?.seq}`);
  expect(cause).toMatch(/^Why entry \d+ of rumour-1\n"/);
  expect(cause).toMatch(/\n#\d+ +d1 09:00:00.000 +ada +news topic=rumour "The old mill/);
  expect(cause).toMatch(/\n +because +isStruck \(true\)\n/);
  const post = run.journal.findLast(({ to, event }) => to === WORLD && isAsked(event.ask));
  const seq = `${post?.seq}`;
  const page = await explain("rumour-1", seq);
  const all = await explain("rumour-1", seq, "--all");
  const left = Number(/… (\d+) links? left out/.exec(page)?.[1]);
  const links = (text: string): number => text.match(/^#/gm)?.length ?? 0;
  expect(left).toBeGreaterThan(0);
  expect(links(all)).toBe(links(page) + left);
  const explained = JSON.parse(await explain("rumour-1", seq, "--json"));
  expect(Object.keys(explained)).toEqual(["run", "links", "omitted", "effects", "echoes"]);
  expect(explained.links.at(-1).entry).toEqual(post);
  expect(explained.omitted).toBe(left);
});

const isAsked = (ask: unknown): boolean => typeof ask === "object" && ask !== null;

const isAboutRumour = (ask: unknown): boolean =>
  typeof ask === "object" && ask !== null && "topic" in ask && ask.topic === "rumour";

test("what is no entry of the run is refused with the range", async () => {
  const { run, explain } = await keptRumour();
  const range = `of "rumour-1"; it has 0 to ${run.steps - 1}`;
  for (const [text, shown] of [
    ["99999", "99999"],
    ["1.5", '"1.5"'],
    ["latest", '"latest"'],
  ] as const) {
    await expect(explain("rumour-1", text)).rejects.toMatchObject({
      code: "ENTRY_UNKNOWN",
      message: `entry ${shown} ${range}`,
    });
  }
});
