// What a user sees of a run at an instant.
import { expect, test } from "vitest";
import { callIn, chatFolder } from "./chat-folder.ts";

test("a run is shown with its agents, what they wrote last and what comes next", async () => {
  const [, shown] = await callIn(chatFolder(), "run chat --quiet", "show chat-1 --at 9h");
  expect(shown).toMatchObject({ exitCode: 0, stderr: "" });
  expect(shown?.stdout.split("\n\n").map((section) => section.split("\n").slice(0, 4))).toEqual([
    ["chat-1 at d1 09:00 (2026-01-05T09:00Z)", "Does a small talk stay the same talk?"],
    ["65 of 241 entries, 15 posts, 3 agents, the run ends at d3 00:00"],
    [
      "Next",
      '  d1 09:00:00.120  cleo  reply refused: "post: Invalid input: expected string,…',
      "  d1 09:03:10.343  ada   after untilNext in activity.idle",
      "  d1 09:33:49.328  bob   after aWhile in mood.elated",
    ],
    [
      "Agents",
      "        activity  mood     next in       posted",
      "  ada   idle      neutral   3m 10s   2h 56m ago",
      "  bob   idle      elated   33m 49s  57m 14s ago",
    ],
    [
      "Latest posts",
      "  d1 08:02  bob  ♥ 1",
      "            Bob says hello, @bob and @cleo",
      "  d1 06:03  ada  ♥ 1",
    ],
  ]);
});

test("an agent has a page of its own", async () => {
  const [, shown] = await callIn(
    chatFolder(),
    "run chat --quiet",
    "show chat-1 --at 9h --agent bob",
  );
  expect(shown).toEqual({
    exitCode: 0,
    stderr: "",
    stdout: `\
Bob (bob) in chat-1 at d1 09:00 (2026-01-05T09:00Z)
machine chatter, active, 7 posts

States
  mood      elated
  activity  idle

Waits for
  d1 09:33:49.328  after aWhile in mood.elated
  d1 13:02:46.106  after untilNext in activity.idle

In mind
  name   "Bob"
  every  18,000,000
  likes  false
  left   0

Latest posts
  d1 08:02  bob  ♥ 1
            Bob says hello, @bob and @cleo
  d1 03:02  bob to ada
            Bob answers, with "quotes" and a line break
  d1 03:02  bob to ada
            Bob answers, with "quotes" and a line break
  d1 03:01  bob to ada
            Bob answers, with "quotes" and a line break
  d1 03:01  bob to ada
            Bob answers, with "quotes" and a line break
`,
  });
});

test("as JSON the state has agents and world, and nothing else", async () => {
  const [, all, one, iso, end] = await callIn(
    chatFolder(),
    "run chat --quiet",
    "show chat-1 --at 9h --json",
    "show chat-1 --at 9h --json --agent ada",
    "show chat-1 --at 2026-01-05T09:00Z --json",
    "show chat-1 --json",
  );
  const state = JSON.parse(all?.stdout ?? "");
  const ada = {
    value: { mood: "neutral", activity: "idle" },
    context: { name: "Ada", every: 10_800_000, likes: false, left: 0 },
    status: "active",
  };
  expect(Object.keys(state)).toEqual(["run", "at", "agents", "world"]);
  expect(Object.keys(state.agents)).toEqual(["ada", "bob", "cleo"]);
  expect(Object.keys(state.world)).toEqual(["posts", "follows", "engagement"]);
  expect(state).toMatchObject({ run: "chat-1", at: 32_400_000, agents: { ada } });
  expect(JSON.parse(one?.stdout ?? "")).toEqual({ ...state, agents: { ada } });
  expect(iso).toEqual(all);
  expect(JSON.parse(end?.stdout ?? "").at).toBe(2 * 86_400_000);
});

const WRONG: readonly (readonly [call: string, code: string, message: string])[] = [
  ["chat-1 --agent adda", "SCENARIO_UNKNOWN_AGENT", 'agent "adda" of "chat"; did you mean ada?'],
  ["chat-1 --agent nobody", "SCENARIO_UNKNOWN_AGENT", "the cast is ada, bob, cleo"],
  ["chat-1 --agent adda --json", "SCENARIO_UNKNOWN_AGENT", "did you mean ada?"],
  ["chat-1 --at 3d", "INSTANT_BEYOND_END", 'in "chat-1", which ends at d3 00:00:00.000'],
  ["chat-1 --at noon", "DURATION_INVALID", '--at "noon"'],
  ["chat-1 --at 2025-12-01T00:00Z", "UNTIL_INVALID", "the run begins at"],
  ["chat-2", "RUN_UNKNOWN", "did you mean chat-1?"],
  ["chat-1 --store elsewhere", "STORE_MISSING", "elsewhere"],
];

test("wrong input is told in one line, with the way out", async () => {
  const calls = WRONG.map(([call]) => `show ${call}`);
  const [, ...results] = await callIn(chatFolder(), "run chat --quiet", ...calls);
  results.forEach(({ exitCode, stdout, stderr }, i) => {
    const [, code = "", message = ""] = WRONG[i] ?? [];
    expect([calls[i], exitCode, stdout]).toEqual([calls[i], 2, ""]);
    expect(stderr).toMatch(new RegExp(`^${code}: .*\n$`));
    expect(stderr).toContain(message);
  });
});
