// How runs are taken away: by name, and by age.
import { join } from "node:path";
import { expect, test } from "vitest";
import { days } from "../../src/core/time.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { commitOf } from "../support/stored-commit.ts";
import { callIn, chatFolder } from "./chat-folder.ts";

/** chat-1 with the forks chat-1.1 and chat-1.2, chat-1.1 with a fork of its own, and chat-2. */
async function keptChats(): Promise<string> {
  const cwd = chatFolder();
  await callIn(
    cwd,
    "run chat --quiet",
    "run chat --quiet --seed 2",
    "fork chat-1 --at 7h --seed 3 --quiet",
    "fork chat-1 --at 8h --seed 3 --quiet",
    "fork chat-1.1 --at 9h --seed 4 --quiet",
  );
  return cwd;
}

/** The ids of the runs in a folder's store. */
async function idsIn(cwd: string): Promise<readonly string[]> {
  await using store = await openStore(join(cwd, "snapshots/db"));
  return (await store.runs()).map(({ manifest }) => manifest.run);
}

test("runs are taken away, each behind its forks, in whatever order they are named", async () => {
  const cwd = await keptChats();
  const [removed] = await callIn(cwd, "rm chat-1.1 chat-1.1.1");
  expect(removed).toMatchObject({ exitCode: 0, stderr: "" });
  expect(removed?.stdout).toMatch(/^2 runs, [\d.]+ KB freed: chat-1\.1\.1, chat-1\.1\n$/);
  expect(await idsIn(cwd)).toEqual(["chat-1", "chat-1.2", "chat-2"]);
});

const REFUSED: readonly (readonly [call: string, error: string])[] = [
  [
    "rm chat-1",
    'RUN_HAS_FORKS: "chat-1" has forks: chat-1.1, chat-1.2; name them too, or keep "chat-1"',
  ],
  [
    "rm chat-2 chat-1 chat-1.2 chat-1.1",
    'RUN_HAS_FORKS: "chat-1.1" has a fork: chat-1.1.1; name it too, or keep "chat-1.1"',
  ],
  ["rm chat-2 chat-7", 'RUN_UNKNOWN: no run "chat-7" in snapshots/db; did you mean chat-1?'],
  ["rm", 'ARGUMENT_MISSING: no RUN is named; "puppet runs" lists them'],
  [
    "prune",
    'OPTION_INVALID: required option "--older-than <time>" not specified; see "puppet help"',
  ],
  ["prune --older-than soon", 'DURATION_INVALID: --older-than "soon"; write 12h or 30d'],
];

test("what cannot be taken away, and wrong input, take nothing away", async () => {
  const cwd = await keptChats();
  const before = await idsIn(cwd);
  const results = await callIn(cwd, ...REFUSED.map(([call]) => call));
  expect(results).toEqual(
    REFUSED.map(([, error]) => ({ exitCode: 2, stdout: "", stderr: `${error}\n` })),
  );
  expect(await idsIn(cwd)).toEqual(before);
});

/** The runs of a folder's store in another one, `aged`, saved so many days ago. */
async function age(cwd: string, ages: Readonly<Record<string, number>>): Promise<void> {
  await using store = await openStore(join(cwd, "snapshots/db"));
  await using aged = await openStore(join(cwd, "aged"));
  for (const [id, age] of Object.entries(ages)) {
    const { head, ...rest } = await commitOf(store, id);
    await aged.commit({ ...rest, head: { ...head, savedAt: Date.now() - days(age) - 60_000 } });
  }
}

test("old runs are taken away, but not those whose forks are younger", async () => {
  const cwd = await keptChats();
  await age(cwd, { "chat-1": 50, "chat-1.1": 40, "chat-1.1.1": 35, "chat-1.2": 10, "chat-2": 31 });
  const [none, preview, whole, pruned, again, runs] = await callIn(
    cwd,
    "prune --older-than 30d",
    "prune --older-than 30d --preview --store aged",
    "verify --store aged",
    "prune --older-than 30d --store aged",
    "prune --older-than 30d --store aged",
    "runs --json --store aged",
  );
  const told = (freed: string): RegExp =>
    new RegExp(
      `^3 runs, [\\d.]+ KB ${freed}: chat-1\\.1\\.1, chat-1\\.1, chat-2\\nKept, since their forks are younger: chat-1\\n$`,
    );
  const nothing = "No run in snapshots/db is older than 30d.\n";
  expect(none).toEqual({ exitCode: 0, stderr: "", stdout: nothing });
  expect(whole?.exitCode).toBe(0);
  expect(preview).toMatchObject({ exitCode: 0, stderr: "" });
  expect(preview?.stdout).toMatch(told("would be freed"));
  expect(pruned?.stdout).toMatch(told("freed"));
  expect(again?.stdout).toBe("Kept, since their forks are younger: chat-1\n");
  const left: readonly { readonly manifest: { readonly run: string } }[] = JSON.parse(
    runs?.stdout ?? "",
  );
  expect(left.map(({ manifest }) => manifest.run)).toEqual(["chat-1", "chat-1.2"]);
});
