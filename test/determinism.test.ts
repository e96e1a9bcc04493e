// The laws of a run: the same seed gives the same digest, whatever the machine around it is set to.
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simulate } from "../src/run/simulate.ts";
import { shippedScenario } from "./support/golden.ts";

const puppet = join(import.meta.dirname, "../bin/puppet.js");

function digestOf(seed: number, env: Record<string, string> = {}, cwd = process.cwd()): string {
  const args = [
    puppet,
    "run",
    "small-town",
    "--seed",
    String(seed),
    "--until",
    "2d",
    "--store",
    "none",
    "--json",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const parsed: unknown = JSON.parse(stdout || JSON.stringify(stderr));
  return typeof parsed === "object" && parsed !== null && "digest" in parsed
    ? String(parsed.digest)
    : String(parsed);
}

test("a run has the same digest in another zone, locale and folder, and with another seed another one", () => {
  const digest = digestOf(7);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const elsewhere = { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
  expect(digestOf(7, elsewhere, tmpdir())).toBe(digest);
  expect(digestOf(8)).not.toBe(digest);
});

test("a shorter run is the beginning of a longer one", async () => {
  const scenario = await shippedScenario("quiet-week");
  const long = await simulate(scenario, { seed: 5 });
  const short = await simulate(scenario, { seed: 5, until: 2 * 86_400_000 });
  expect(short.journal).toEqual(long.journal.slice(0, short.journal.length));
  expect(long.journal[short.journal.length]?.at).toBeGreaterThan(short.until);
});

test("a run needs no clock, no chance and no network", async () => {
  const scenario = await shippedScenario("quiet-week");
  const { digest } = await simulate(scenario, { seed: 5 });
  const { random } = Math;
  const { now } = Date;
  const fetchBefore = globalThis.fetch;
  const refuse = (): never => {
    throw new Error("a simulation reached for the outside");
  };
  Object.assign(Math, { random: refuse });
  Object.assign(Date, { now: refuse });
  globalThis.fetch = refuse;
  try {
    expect((await simulate(scenario, { seed: 5 })).digest).toBe(digest);
  } finally {
    Object.assign(Math, { random });
    Object.assign(Date, { now });
    globalThis.fetch = fetchBefore;
  }
});
