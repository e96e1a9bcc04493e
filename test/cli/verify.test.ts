// What a user is told about the integrity of a store.
import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../src/storage/level-store.ts";
import { commitOf } from "../support/stored-commit.ts";
import { callIn, chatFolder } from "./chat-folder.ts";

/** A folder with chat-1 and a fork. */
async function keptChat(): Promise<string> {
  const cwd = chatFolder();
  await callIn(cwd, "run chat --quiet --until 6d", "fork chat-1 --at 7h --seed 3 --quiet");
  return cwd;
}

/** Writes a run of a folder's store once more as `chat-9`, with another entry in its first block. */
async function forge(cwd: string): Promise<void> {
  await using store = await openStore(join(cwd, "snapshots/db"));
  const { manifest, blocks, ...rest } = await commitOf(store, "chat-1");
  const [block, ...others] = blocks;
  if (block === undefined) throw new Error("a run of one block at least");
  const lines = block.lines.map((line, i) => (i === 9 ? line.replace("agent:", "agent:x") : line));
  await store.commit({
    ...rest,
    manifest: { ...manifest, run: "chat-9" },
    blocks: [{ ...block, lines }, ...others],
  });
}

test("a whole store is told run by run", async () => {
  const cwd = await keptChat();
  const [all, one, json] = await callIn(cwd, "verify", "verify chat-1.1", "verify chat-1 --json");
  expect(all).toMatchObject({ exitCode: 0, stderr: "" });
  expect(all?.stdout).toMatch(
    /^chat-1 +\d+ entries +\d+ snapshots? +whole\nchat-1\.1 +\d+ entries +\d+ snapshots? +whole\n\n2 runs in snapshots\/db, all whole\.\n$/,
  );
  expect(one?.stdout).toBe(all?.stdout);
  const { ok, runs } = JSON.parse(json?.stdout ?? "");
  expect(ok).toBe(true);
  expect(runs).toEqual([
    {
      run: "chat-1",
      entries: runs[0].whole,
      whole: runs[0].entries,
      snapshots: expect.any(Number),
      problems: [],
    },
  ]);
});

test("a run that does not fit its digests is told with the place, and the exit code is 1", async () => {
  const cwd = await keptChat();
  await forge(cwd);
  const [all, one, json, other] = await callIn(
    cwd,
    "verify",
    "verify chat-9",
    "verify chat-9 --json",
    "verify chat-1",
  );
  const told =
    /chat-9 .* damaged\n {4}the block with entries 0 to 255 has another digest\n {4}whole before entry 0\n\n/;
  expect(all).toMatchObject({ exitCode: 1, stderr: "" });
  expect(all?.stdout).toMatch(told);
  expect(all?.stdout).toMatch(/\n1 of 3 runs in snapshots\/db is damaged\.\n$/);
  expect(one?.exitCode).toBe(1);
  expect(one?.stdout).toMatch(told);
  expect(json?.exitCode).toBe(1);
  expect(JSON.parse(json?.stdout ?? "")).toMatchObject({
    ok: false,
    runs: [
      { run: "chat-9", whole: 0, problems: ["the block with entries 0 to 255 has another digest"] },
    ],
  });
  expect(other?.exitCode).toBe(0);
});

test("a store that cannot be opened for damage is told in one line, with exit code 1", async () => {
  const cwd = await keptChat();
  const folder = join(cwd, "snapshots/db/level");
  for (const file of readdirSync(folder))
    if (file.endsWith(".log")) truncateSync(join(folder, file), 0);
  for (const file of readdirSync(folder))
    if (file.endsWith(".ldb")) truncateSync(join(folder, file), 0);
  const [verified, shown] = await callIn(cwd, "verify", "show chat-1");
  expect(verified).toMatchObject({ exitCode: 1, stdout: "" });
  expect(verified?.stderr).toMatch(/^STORE_DAMAGED: snapshots\/db .*\n$/);
  expect(shown).toMatchObject({ exitCode: 2, stderr: verified?.stderr });
});

test("what is not there is wrong input", async () => {
  const [noStore, , noRun] = await callIn(
    chatFolder(),
    "verify",
    "run chat --quiet",
    "verify chat-3",
  );
  expect([noStore?.exitCode, noStore?.stderr.split(":")[0]]).toEqual([2, "STORE_MISSING"]);
  expect([noRun?.exitCode, noRun?.stderr.split(":")[0]]).toEqual([2, "RUN_UNKNOWN"]);
});
