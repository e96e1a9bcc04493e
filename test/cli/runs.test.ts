// What a user sees of the runs in a store.
import { expect, test } from "vitest";
import { callIn, chatFolder } from "./chat-folder.ts";

/** Sizes and ages are those of the machine. */
const withoutSizes = (page = ""): string =>
  page.replace(/ +[\d.]+ (?:bytes|KB|MB) +\S+$/gm, " SIZE");

test("runs are listed with their forks below them, and what each fork changed", async () => {
  const cwd = chatFolder();
  const results = await callIn(
    cwd,
    "run chat --quiet",
    "run chat --quiet --seed 12",
    "run chat --quiet --until 25h --set params.loud=true",
    "fork chat-1 --at 7h --seed 3 --quiet",
    "fork chat-1.1 --at 30h --set agents.ada.context.left=-1 --quiet --until 36h",
    "fork chat-1 --at 90m --quiet",
    "runs",
  );
  const { exitCode, stderr, stdout = "" } = results.at(-1) ?? {};
  expect([exitCode, stderr]).toEqual([0, ""]);
  const shape = withoutSizes(stdout).replace(/ +\d+ +\d+ +3 SIZE/g, " …");
  expect(shape).toBe(`\
                seed  reached  entries  posts  agents    size  saved
chat-1             1       2d …
├ chat-1.1         3       2d …
│ │   from d1 07:00 on: seed 3
│ └ chat-1.1.1     3      36h …
│       from d2 06:00 on: ada.left=-1
└ chat-1.2         1       2d …
      from d1 01:30 on: nothing changed
chat-1~2           1      25h …
    unlike chat-1: until 25h, params.loud=true
chat-12           12       2d …

6 runs, ${/[\d.]+ KB/.exec(stdout.split("\n").at(-2) ?? "")} in snapshots/db
`);
});

test("as JSON they are records, without the structures of machines", async () => {
  const cwd = chatFolder();
  const [, , runs] = await callIn(
    cwd,
    "run chat --quiet",
    "fork chat-1 --at 1d --seed 2 --quiet",
    "runs --json",
  );
  const records = JSON.parse(runs?.stdout ?? "");
  expect(records).toMatchObject([
    { manifest: { run: "chat-1", seed: 1 }, head: { isComplete: true, agents: 3 } },
    {
      manifest: {
        run: "chat-1.1",
        seed: 2,
        parent: { run: "chat-1", at: 86_400_000 },
        changes: { seed: 2 },
      },
    },
  ]);
  expect(Object.keys(records[0].manifest.machines.chatter).sort()).toEqual(["functions", "hash"]);
});

test("no store and an empty store say what to type", async () => {
  const cwd = chatFolder();
  const [none, noneJson, , , empty, emptyJson] = await callIn(
    cwd,
    "runs",
    "runs --json",
    "run chat --quiet",
    "rm chat-1",
    "runs",
    "runs --json",
  );
  const stdout = `\
No runs in snapshots/db yet.
"puppet run rumour" makes one; "puppet scenarios" lists what else can be run.
`;
  for (const said of [none, empty]) expect(said).toEqual({ exitCode: 0, stderr: "", stdout });
  for (const said of [noneJson, emptyJson])
    expect(said).toEqual({ exitCode: 0, stderr: "", stdout: "[]\n" });
});
