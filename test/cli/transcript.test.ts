// What a user sees of `puppet transcript`: one line per entry, the same every time.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CHAT, puppets, root } from "./puppet.ts";

const calls = [
  [],
  ["--agent", "cleo"],
  ["--from", "9h", "--to", "10h"],
  ["--until", "9h"],
  ["--agent", "world", "--seed", "7"],
];
let transcripts: readonly (readonly string[])[] = [];

beforeAll(async () => {
  const results = await puppets(
    calls.map((options) => ({ argv: ["transcript", CHAT, ...options] })),
  );
  expect(results.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(
    calls.map(() => [0, ""]),
  );
  transcripts = results.map(({ stdout }) => stdout.trimEnd().split("\n"));
});

const lines = (call: number): readonly string[] => transcripts[call] ?? [];

describe("puppet transcript", () => {
  test("prints every entry, numbered from 0", () => {
    expect(lines(0).map((line) => Number(line.slice(17, 23)))).toEqual(lines(0).map((_, i) => i));
    expect(lines(0)[0]).toBe("d1 00:00:00.000       0 ada        started");
  });

  test("reads like a story", () => {
    const story = lines(0)
      .slice(3, 8)
      .map((line) => line.slice(24).replace(/…\d{6}/g, "…ID"));
    expect(story).toEqual([
      'ada        after untilNext in activity.idle  -> social.post topic=weather "Ada says hello, @bob and @cleo"',
      'world      asked by ada: post topic=weather "Ada says hello, @bob and @cleo"',
      "ada        reply posted …ID",
      'bob        mentioned by ada in post …ID "Ada says hello, @bob and @cleo"  -> social.post to …ID "Bob answers, with \\"quotes\\" and a line\\nbreak"',
      'world      asked by bob: reply to …ID "Bob answers, with \\"quotes\\" and a line\\nbreak"',
    ]);
  });

  test("marks what was not handled", () => {
    expect(lines(0).filter((line) => line.includes("rained"))).toEqual([
      expect.stringMatching(/^d1 10:00:00\.000 +\d+ ada {8}rained millimetres=3 {2}\[unhandled\]$/),
    ]);
  });

  test("--agent shows what reaches one agent, or the world", () => {
    expect(lines(1)).toEqual(lines(0).filter((line) => line.slice(24).startsWith("cleo ")));
    expect(lines(4).every((line) => line.slice(24).startsWith("world "))).toBe(true);
  });

  test("--from and --to cut a piece out, and --until ends the run", () => {
    const hour = lines(0).filter(
      (line) => line.startsWith("d1 09:") || line.startsWith("d1 10:00:00.000"),
    );
    expect(lines(2)).toEqual(hour);
    expect(lines(3)).toEqual(lines(0).slice(0, lines(3).length));
    expect(lines(3).length).toBeLessThan(lines(0).length);
  });

  test("ends quietly when its reader has seen enough", () => {
    const command = `"${process.execPath}" "${join(root, "bin/puppet.js")}" transcript "${CHAT}" | head -n 1`;
    expect(execFileSync("sh", ["-c", command], { encoding: "utf8" })).toBe(`${lines(0)[0]}\n`);
  });
});
