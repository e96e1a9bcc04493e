// What a user sees of `puppet run`: the summary, the JSON, the exit codes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ownTerminal } from "../../src/cli/terminal.ts";
import { makeFolder } from "../support/folder.ts";
import { type Call, CHAT, CROWD, puppet, puppets, type Result, root } from "./puppet.ts";

const KEYS = [
  "run",
  "scenario",
  "seed",
  "agents",
  "until",
  "steps",
  "posts",
  "digest",
  "handled",
  "unhandled",
  "deadLetters",
  "parked",
  "failures",
  "neverEntered",
  "violations",
  "metrics",
  "wallMs",
  "stepsPerSecond",
];
const HOUR = 3_600_000;

const run = (...argv: readonly string[]) => ["run", ...argv, "--store", "none"];

/** The calls of this file, made in one process; each test looks at its own. */
const calls = {
  json: { argv: run(CHAT, "--json") },
  jsonAgain: { argv: run(CHAT, "--json", "--seed", "1", "--backend", "xstate") },
  otherSeed: { argv: run(CHAT, "--json", "--seed", "-5") },
  shorter: { argv: run(CHAT, "--json", "--until", "6h") },
  instant: { argv: run(CHAT, "--json", "--until", "2026-01-05T06:00:00Z") },
  set: {
    argv: run(CHAT, "--json", "--set", "params.pause=1h", "--set", "params.loud=true"),
  },
  setNumber: {
    argv: run(CHAT, "--json", "--set", "params.pause=3600000", "--set", "params.loud=true"),
  },
  crowd: { argv: run(CROWD, "--json", "--agents", "9") },
  quiet: { argv: run(CHAT, "--quiet") },
  summary: { argv: run(CHAT) },
  coloured: { argv: run(CHAT), isColoured: true },
  drawn: { argv: run(CROWD, "--agents", "150"), isDrawable: true },
  drawnJson: { argv: run(CROWD, "--agents", "150", "--json"), isDrawable: true },
} satisfies Record<string, Call>;

let results: ReadonlyMap<string, Result>;
const resultOf = (name: keyof typeof calls): Result => {
  const result = results.get(name);
  if (result === undefined) throw new Error(`no call ${name}`);
  return result;
};
const jsonOf = (name: keyof typeof calls) => JSON.parse(resultOf(name).stdout);

beforeAll(async () => {
  const made = await puppets(Object.values(calls));
  results = new Map(
    Object.keys(calls).flatMap((name, i) => made.slice(i, i + 1).map((r) => [name, r])),
  );
});

describe("--json", () => {
  test("prints one JSON value and nothing else", () => {
    const { stdout, stderr, exitCode } = resultOf("json");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")).toHaveLength(2);
    expect(Object.keys(jsonOf("json"))).toEqual(KEYS);
  });

  test("tells numbers as numbers and the rest as it is promised", () => {
    const json = jsonOf("json");
    expect(json).toMatchObject({
      run: "chat-1",
      scenario: "chat",
      seed: 1,
      agents: 3,
      until: 48 * HOUR,
    });
    expect(json.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(json.posts).toBeGreaterThan(10);
    expect(json.handled + json.unhandled + json.deadLetters + json.parked).toBe(json.steps);
    expect(json.failures).toEqual([]);
    expect(json.neverEntered).toEqual(["chatter.mood.gloomy"]);
    expect(json.metrics.asked).toBeGreaterThan(10);
    expect(json.metrics.perHalfDay).toHaveLength(4);
  });

  test("gives equal digests for equal seeds, and others for others", () => {
    expect(jsonOf("jsonAgain").digest).toBe(jsonOf("json").digest);
    expect(jsonOf("otherSeed").digest).not.toBe(jsonOf("json").digest);
    expect(jsonOf("otherSeed")).toMatchObject({ run: "chat--5", seed: -5 });
  });

  test("--until takes durations and instants", () => {
    expect(jsonOf("shorter").until).toBe(6 * HOUR);
    expect(jsonOf("instant").digest).toBe(jsonOf("shorter").digest);
  });

  test("--set reads each value as its parameter is declared, durations too", () => {
    expect(jsonOf("set").posts).toBeGreaterThan(jsonOf("json").posts);
    expect(jsonOf("setNumber").digest).toBe(jsonOf("set").digest);
  });

  test("--agents sets the size of a population", () => {
    expect(jsonOf("crowd").agents).toBe(9);
  });
});

describe("the summary", () => {
  test("tells what happened and what to type next", () => {
    const { stdout, stderr, exitCode } = resultOf("summary");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("chat\nDoes a small talk stay the same talk?\n");
    expect(stdout).toContain("2 days, Mon 5 Jan 2026 to Tue 6 Jan 2026, 3 agents, seed 1\n");
    for (const title of ["Who wrote", "Who talked to whom", "A conversation", "Moods", "Metrics"]) {
      expect(stdout).toContain(`\n${title}\n`);
    }
    expect(stdout).toMatch(/\nStates never entered\n {2}chatter\.mood\.gloomy\n/);
    expect(stdout).toMatch(/\nEvents that met no transition\n(?: {2}.*\n)* {2}rained +1 /);
    expect(stdout).toContain(`\ndigest ${jsonOf("json").digest}\n`);
    expect(stdout).toContain(`\nNext\n  npx puppet transcript ${CHAT} --seed 1 --to 1d\n`);
  });

  test("is plain text of at most 80 columns when it is no terminal", () => {
    const { stdout } = resultOf("summary");
    const lines = stdout.split("\n").filter((line) => !line.includes(CHAT));
    expect(lines.filter((line) => [...line].length > 80 || line.endsWith(" "))).toEqual([]);
    expect(stdout).not.toContain("\u001b");
  });

  test("is the same in colour", () => {
    const { stdout } = resultOf("coloured");
    expect(stdout).toContain("\u001b[1mchat\u001b[0m\n");
    const timing = /entries in .*/;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    const plain = stdout.replace(/\u001b\[\d+m/g, "").replace(timing, "");
    expect(plain).toBe(resultOf("summary").stdout.replace(timing, ""));
  });

  test("shrinks to one line with --quiet", () => {
    const { steps, posts, digest } = jsonOf("json");
    expect(resultOf("quiet").stdout).toBe(
      `chat-1: ${steps} entries, ${posts} posts, digest ${digest}\n`,
    );
  });
});

test("progress is drawn on a terminal and taken away, and never with --json", () => {
  const { stderr } = resultOf("drawn");
  expect(stderr).toMatch(/\d+ % {2}d1 \d\d:\d\d:\d\d {2}[\d,]+ entries/);
  expect(stderr.endsWith("\r\u001b[2K")).toBe(true);
  expect(resultOf("drawnJson").stderr).toBe("");
});

describe("colour", () => {
  const isColoured = (isTTY: boolean, env: Readonly<Record<string, string>>): boolean => {
    for (const name of ["NO_COLOR", "TERM"]) vi.stubEnv(name, env[name] ?? "");
    const before = process.stdout.isTTY;
    process.stdout.isTTY = isTTY;
    try {
      return ownTerminal().isColoured;
    } finally {
      process.stdout.isTTY = before;
      vi.unstubAllEnvs();
    }
  };

  test("is for terminals, unless NO_COLOR or TERM say otherwise", () => {
    expect(isColoured(true, { TERM: "xterm" })).toBe(true);
    expect(isColoured(false, { TERM: "xterm" })).toBe(false);
    expect(isColoured(true, { TERM: "xterm", NO_COLOR: "1" })).toBe(false);
    expect(isColoured(true, { TERM: "dumb" })).toBe(false);
  });
});

describe("the real command", () => {
  test("runs a scenario by its path from any folder", async () => {
    const result = await puppet(["run", CHAT, "--json"], { cwd: makeFolder() });
    expect([result.exitCode, result.stderr]).toEqual([0, ""]);
    expect(JSON.parse(result.stdout).digest).toBe(jsonOf("json").digest);
  });

  test("finds the user's own scenarios by name, before those of the package", async () => {
    const text = readFileSync(CHAT, "utf8").replace('"chat"', '"rumour"');
    const folder = makeFolder({
      "scenarios/rumour.ts": text,
      "machines/chatter.ts": readFileSync(join(root, "test/fixtures/machines/chatter.ts"), "utf8"),
    });
    const result = await puppet(["run", "rumour", "--quiet"], { cwd: folder });
    expect(result.stdout).toMatch(/^rumour-1: .* digest [0-9a-f]{64}\n$/);
    expect(JSON.parse((await puppet(run(CHAT, "--json"))).stdout).steps).toBe(
      Number(/: (\d+) entries/.exec(result.stdout)?.[1]),
    );
  });

  test("Ctrl-C ends the run with what it has and exit code 130", async () => {
    const text = readFileSync(CROWD, "utf8")
      .replace("../machines", join(root, "test/fixtures/machines"))
      .replace("days(1)", "days(36000)")
      .replace(
        "population: {",
        'stage: () => { console.error("staged"); return {}; },\n  population: {',
      );
    const folder = makeFolder({ "endless.ts": text });
    const result = await puppet(["run", "endless.ts"], { cwd: folder, stopAt: "staged" });
    expect(result.exitCode).toBe(130);
    expect(result.stdout).toMatch(/\nStopped at d\d+ .* of 36000d\.\n/);
    expect(result.stdout).toMatch(/\ndigest [0-9a-f]{64}\n/);
    expect(result.stderr).toContain('"puppet restore crowd-1" goes on');
    const json = await puppet(run("endless.ts", "--json"), { cwd: folder, stopAt: "staged" });
    expect(json.exitCode).toBe(130);
    expect(JSON.parse(json.stdout).until).toBeLessThan(36_000 * 24 * HOUR);
  });

  test("a context that throws parks its agents, and the run goes on", async () => {
    const folder = makeFolder({
      "fragile.ts": `import { cast, defineScenario, hours } from "puppet-engine";
        import { setup } from "xstate";
        const machine = setup({}).createMachine({
          id: "fragile",
          context: ({ input }) => {
            if (input.name === "Ada") throw new Error("not me");
            return {};
          },
        });
        export default defineScenario({
          name: "fragile",
          until: hours(1),
          agents: { ada: cast(machine, { name: "Ada" }), bob: cast(machine, { name: "Bob" }) },
        });`,
    });
    const { exitCode, stdout } = await puppet(["run", "fragile.ts", "--json"], { cwd: folder });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      deadLetters: 4,
      failures: [{ agent: "ada", reason: "not me", count: 4 }],
    });
  });
});
