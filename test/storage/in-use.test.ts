// Two commands want one store: the second is refused at once, and told who has it, until the first is gone.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "../../src/storage/level-store.ts";
import { puppet, root } from "../cli/puppet.ts";
import { makeFolder } from "../support/folder.ts";

const LONG = "200d";
/** Milliseconds. A refusal takes a few of them. */
const AT_ONCE = 1000;

/** A command that has the store and is far from its end. */
async function startOwner(place: string): Promise<ChildProcess> {
  const args = ["run", "small-town", "--until", LONG, "--store", place, "--quiet"];
  const owner = spawn(process.execPath, [join(root, "bin/puppet.js"), ...args], {
    stdio: "ignore",
  });
  onTestFinished(() => void owner.kill("SIGKILL"));
  const known = (): string => readFileSync(join(place, "anchor.json"), "utf8");
  await vi.waitFor(() => expect(known()).toContain("small-town-1"), { timeout: 30_000 });
  return owner;
}

test("a store that a command has is refused to others at once, until that command is gone", async () => {
  const place = join(makeFolder(), "db");
  const owner = await startOwner(place);
  const command = `puppet.js run small-town --until ${LONG} --store ${place} --quiet`;
  const who = `is in use by process ${owner.pid} (${command}) since `;
  const startedAt = performance.now();
  await expect(openStore(place)).rejects.toThrow(who);
  expect(performance.now() - startedAt).toBeLessThan(AT_ONCE);
  const refused = await puppet(["runs", "--store", place]);
  expect(refused.stderr.split("\n")).toEqual([
    expect.stringContaining(`STORE_IN_USE: ${place} ${who}`),
    "",
  ]);
  expect([refused.exitCode, refused.stdout]).toEqual([2, ""]);
  owner.kill("SIGKILL");
  await once(owner, "exit");
  const { exitCode, stdout, stderr } = await puppet(["runs", "--store", place, "--json"]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toContain('"run":"small-town-1"');
  expect(existsSync(join(place, "lock.json"))).toBe(false);
});
