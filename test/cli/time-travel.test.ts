// What a user sees of runs that are kept: run again, continue, replay, fork, compare, and go on after a crash.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { CHAT, puppet, puppets, type Result, root } from "./puppet.ts";

/** The chat of the fixtures as a user's own. */
const chatFolder = (change: (text: string) => string = (text) => text): string =>
  makeFolder({
    "scenarios/chat.ts": change(readFileSync(CHAT, "utf8")),
    "machines/chatter.ts": readFileSync(join(root, "test/fixtures/machines/chatter.ts"), "utf8"),
  });

/** Calls in one folder, one after another, in one process. */
const callIn = (cwd: string, ...calls: readonly string[]): Promise<readonly Result[]> =>
  puppets(calls.map((call) => ({ argv: call.split(" "), cwd })));

const jsonOf = (result: Result | undefined) => JSON.parse(result?.stdout ?? "");

test("a run is kept, and made again it must be the same", async () => {
  const cwd = chatFolder();
  const [first, again, other] = await callIn(
    cwd,
    "run chat --json",
    "run chat --json",
    "run chat --json --until 12h",
  );
  expect(jsonOf(first)).toMatchObject({ run: "chat-1" });
  expect(jsonOf(again)).toMatchObject({ run: "chat-1", digest: jsonOf(first).digest });
  expect(jsonOf(other)).toMatchObject({ run: "chat-1~2" });
});

test("restore continues a run in its store, replay and fork give its digest again", async () => {
  const cwd = chatFolder();
  const results = await callIn(
    cwd,
    "run chat --json --until 1d",
    "replay chat-1 --json",
    "restore chat-1 --at 6h --json",
    "fork chat-1 --at 7h --json",
    "compare chat-1 chat-1.1 --json",
    "restore chat-1 --until 2d --json",
    "replay chat-1 --json",
    "run chat --json --until 2d --store none",
    "replay chat-1.1 --json",
  );
  expect(results.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(
    results.map(() => [0, ""]),
  );
  const [run, replayed, restored, forked, compared, longer, replayedLonger, whole, replayedFork] =
    results.map(jsonOf);
  for (const it of [replayed, restored, forked, replayedFork]) expect(it.digest).toBe(run.digest);
  expect(forked).toMatchObject({ run: "chat-1.1", parent: "chat-1", forkedAt: 7 * 3_600_000 });
  expect(compared.equal).toBe(true);
  for (const it of [longer, replayedLonger]) expect(it.digest).toBe(whole.digest);
});

test("a fork with another value is told from its parent by that entry", async () => {
  const cwd = chatFolder();
  const events = { at: "13h", to: "bob", event: { type: "rained" }, priority: "high" };
  const more = { at: "14h", to: "everyone", event: { type: "rained" } };
  const [, set, seeded, compared, page, , fed, told] = await puppets([
    { argv: ["run", "chat", "--quiet"], cwd },
    {
      argv: "fork chat-1 --at 6h --set agents.ada.context.left=99 --json".split(" "),
      cwd,
    },
    { argv: "fork chat-1 --at 6h --seed 9 --json".split(" "), cwd },
    { argv: "compare chat-1 chat-1.1 --json".split(" "), cwd },
    { argv: "compare chat-1 chat-1.2".split(" "), cwd },
    { argv: ["run", "chat", "--quiet"], cwd },
    {
      argv: [
        "fork",
        "chat-1",
        "--at",
        "12h",
        "--events",
        writeEvents(`${JSON.stringify(events)}\n${JSON.stringify(more)}`),
        "--json",
      ],
      cwd,
    },
    { argv: "transcript chat-1.3 --from 13h --to 14h".split(" "), cwd },
  ]);
  expect(jsonOf(set).run).toBe("chat-1.1");
  expect(jsonOf(seeded)).toMatchObject({ run: "chat-1.2", seed: 9 });
  expect(compared?.exitCode).toBe(1);
  expect(jsonOf(compared)).toMatchObject({
    equal: false,
    divergedAt: { at: 6 * 3_600_000 + 1, to: "agent:ada" },
  });
  expect(page?.exitCode).toBe(1);
  expect(page?.stdout).toContain("world      reseeded seed=9");
  expect(jsonOf(fed)).toMatchObject({ run: "chat-1.3", forkedAt: 12 * 3_600_000 });
  expect(told?.stdout).toMatch(/14:00:00\.000 +\d+ world +announced rained\n/);
});

const writeEvents = (text: string): string =>
  join(makeFolder({ "events.ndjson": text }), "events.ndjson");

test("an interrupted run is not begun anew by mistake, and goes on to the digest of the whole", async () => {
  const cwd = chatFolder((text) =>
    text
      .replace("days(2)", "days(400)")
      .replace("greeting }) => ({", 'greeting }) => (console.error("staged"), {'),
  );
  const stopped = await puppet(["run", "chat", "--json"], { cwd, stopAt: "staged" });
  expect(stopped.exitCode).toBe(130);
  const [refused, resumed, whole] = await callIn(
    cwd,
    "run chat --json",
    "run chat --json --resume",
    "run chat --json --store none",
  );
  expect(refused?.exitCode).toBe(2);
  expect(refused?.stderr).toMatch(/RUN_INTERRUPTED: "chat-1" ended early, at d\d+ .*--resume/);
  expect([resumed?.exitCode, resumed?.stderr]).toEqual([0, ""]);
  expect(jsonOf(resumed).run).toBe("chat-1");
  expect(jsonOf(resumed).digest).toBe(jsonOf(whole).digest);
  expect(jsonOf(resumed).steps).toBeGreaterThan(jsonOf(stopped).steps);
});

test("a scenario that has changed gives a run of its own, and the old one says why it cannot be replayed", async () => {
  const cwd = chatFolder();
  await callIn(cwd, "run chat --quiet");
  const changed = chatFolder((text) => text.replace("millimetres: 3", "millimetres: 4"));
  const [run, replayed] = await callIn(
    cwd,
    `run ${join(changed, "scenarios/chat.ts")} --json`,
    "replay chat-1 --quiet",
  );
  expect(jsonOf(run).run).toBe("chat-1~2");
  expect(replayed?.exitCode).toBe(0);
});

const wrong: readonly (readonly [what: string, call: string, code: string, text: string])[] = [
  ["an unknown run", "replay chat-11", "RUN_UNKNOWN", "did you mean chat-1?"],
  ["an instant beyond the end", "fork chat-1 --at 9d", "INSTANT_BEYOND_END", "which ends at"],
  ["no instant", "fork chat-1", "OPTION_INVALID", "--at"],
  ["an unknown agent", "fork chat-1 --at 1h --set agents.zoe.context.x=1", "SET_INVALID", "zoe"],
  ["an unknown key", "fork chat-1 --at 1h --set agents.ada.context.x=1", "SET_INVALID", 'no "x"'],
  [
    "a wrong type",
    "fork chat-1 --at 1h --set agents.ada.context.left=low",
    "SET_INVALID",
    "is a number",
  ],
  ["no value", "fork chat-1 --at 1h --set agents.ada", "SET_INVALID", "KEY=VALUE"],
  [
    "no file of events",
    "fork chat-1 --at 1h --events none.ndjson",
    "EVENTS_INVALID",
    "none.ndjson",
  ],
  ["no migration", "fork chat-1 --at 1h --migrate none.ts", "MIGRATION_INVALID", "none.ts"],
  ["a store that is not there", "replay chat-1 --store nowhere", "STORE_MISSING", "nowhere"],
  ["a folder that is no store", "run chat --store scenarios", "STORE_FOREIGN", "scenarios"],
  ["a pause of nothing", "run chat --snapshot-every 0s", "DURATION_INVALID", "0s"],
];

test("wrong input is told in one line, and the run stays as it is", async () => {
  const cwd = chatFolder();
  const [first, ...rest] = await callIn(
    cwd,
    "run chat --json",
    ...wrong.map(([, call]) => call),
    "replay chat-1 --json",
  );
  wrong.forEach(([what, , code, text], index) => {
    const result = rest[index];
    expect([what, result?.exitCode, result?.stdout]).toEqual([what, 2, ""]);
    expect(result?.stderr).toMatch(new RegExp(`^${code}: .*\n$`));
    expect(result?.stderr).toContain(text);
  });
  expect(jsonOf(rest.at(-1)).digest).toBe(jsonOf(first).digest);
});

test("a bad line of an events file is told by its number", async () => {
  const good = '{"at": "13h", "to": "bob", "event": {"type": "rained"}}';
  const files = ["{", '{"at": -1, "to": "bob", "event": {"type": "rained"}}', '{"to": "bob"}'];
  const cwd = chatFolder();
  const [, ...results] = await puppets([
    { argv: ["run", "chat", "--quiet"], cwd },
    ...files.map((bad) => ({
      argv: ["fork", "chat-1", "--at", "6h", "--events", writeEvents(`${good}\n\n${bad}\n`)],
      cwd,
    })),
  ]);
  for (const { exitCode, stderr } of results) {
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^EVENTS_INVALID: .*events\.ndjson:3[: ].*\n$/);
  }
});
