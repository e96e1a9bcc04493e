// What a user sees of `puppet import` and of `puppet run --cast`: personas, a report, runs, and no secret.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { callIn } from "./chat-folder.ts";
import { puppets, type Result, root } from "./puppet.ts";

const V1 = join(root, "test/fixtures/v1");
const DAY = 86_400_000;

const jsonOf = (result: Result | undefined) => JSON.parse(result?.stdout ?? "");
const codesOf = (results: readonly Result[]) =>
  results.map(({ exitCode, stderr }) => (exitCode === 0 ? "" : (stderr.split(":")[0] ?? "")));

/** A folder to call commands in, with a checkout of v1 in it. */
function withV1(files: Readonly<Record<string, string>> = {}): string {
  const cwd = makeFolder(files);
  cpSync(V1, join(cwd, "v1"), { recursive: true });
  return cwd;
}

describe("puppet import", () => {
  test("writes a file for each agent, and tells what became of each key", async () => {
    const cwd = withV1({ "away.json": '{"id":"away","is_active":false}' });
    const [page, json, twice, away] = await callIn(
      cwd,
      "import v1 --out personas",
      "import v1 --out again --json",
      "import v1 --out personas --force --json",
      "import away.json --out away",
    );
    expect(away?.stdout).toMatch(/^away: away\.json -> away\/away\.json, not active\n/);
    const ids = ["broker", "choir", "ferryman", "grumbler", "lodger", "scrap_reader", "till"];
    expect(readdirSync(join(cwd, "personas"))).toEqual(ids.map((id) => `${id}.json`));
    expect(page?.stdout).toContain(
      "\nferryman: v1/config/agents/ferryman.json + v1/data/memories/ferryman.json -> personas/ferryman.json\n",
    );
    expect(page?.stdout).toMatch(/^ {2}renamed {3}llm_provider -> llm\.provider$/m);
    expect(page?.stdout).toContain("broker.wallet: solana_integration.private_key\n");
    expect(page?.stdout).toContain("\n7 personas in personas. Next\n");
    const report = jsonOf(json);
    expect(report.agents.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(Object.keys(report.agents[0])).toEqual([
      ...["id", "file", "from", "isActive", "keys", "secrets"],
    ]);
    expect(report.unneeded[0].file).toBe("v1/data/processed_tweets.json");
    expect(jsonOf(twice).agents).toHaveLength(7);
  });

  test("leaves what is there as it is, and writes all or nothing", async () => {
    const cwd = withV1({ "personas/till.json": "mine", file: "mine" });
    const results = await callIn(
      cwd,
      "import v1 --out personas",
      "import v1 --out file",
      "import v1 --out file/below",
      "import v1 --out personas --force",
      "import v1/config/agents --out v1/config/agents --force",
    );
    expect(codesOf(results)).toEqual([
      ...["IMPORT_EXISTS", "IMPORT_UNWRITABLE", "IMPORT_UNWRITABLE", "", "IMPORT_EXISTS"],
    ]);
    const source = "config/agents/broker.json";
    expect(results[4]?.stderr).toBe(
      `IMPORT_EXISTS: "v1/${source}" is what is imported; name another --out\n`,
    );
    expect(readFileSync(join(cwd, "v1", source))).toEqual(readFileSync(join(V1, source)));
    expect(results[0]?.stderr).toBe(
      'IMPORT_EXISTS: "personas/till.json" is there already; name another --out, or write over it with --force\n',
    );
    expect(readFileSync(join(cwd, "personas/till.json"), "utf8")).toContain('"id": "till"');
    const parts = readdirSync(join(cwd, "personas")).filter((name) => name.endsWith(".part"));
    expect(parts).toEqual([]);
  });
});

/** What is refused, with what is said of it. */
const refusals: readonly (readonly [what: string, files: Record<string, string>, says: string])[] =
  [
    ["a path that is not there", {}, "in: no file or folder (from "],
    ["an empty folder", { "in/readme.txt": "" }, "in: no agent in it; name an agent file"],
    ["no JSON", { "in/a.json": '{\n "id": "a",,}' }, "in/a.json: line 2, column 12: no JSON"],
    ["a list", { "in/a.json": "[1]" }, "in/a.json: is no object"],
    ["no id", { "in/a.json": '{"name":"A"}' }, 'in/a.json: has no "id"; give it one'],
    [
      "a path as an id",
      { "in/a.json": '{"id":"../../data/evil"}' },
      'id "../../data/evil"; ids are',
    ],
    ["a prototype as an id", { "in/a.json": '{"id":"__proto__"}' }, 'id "__proto__"; ids are'],
    ["the world as an id", { "in/a.json": '{"id":"world"}' }, 'id "world"; ids are'],
    ["a path in a memory", { "in/a.json": '{"agentId":"a/b"}' }, 'id "a/b"; ids are'],
    [
      "one id twice",
      { "in/a.json": '{"id":"a"}', "in/b.json": '{"id":"A"}' },
      'in/a.json and in/b.json: both have the id "a"; give one another id',
    ],
  ];

test("what cannot be imported is refused in one line, and nothing is written", async () => {
  const folders = refusals.map(([, files]) => makeFolder(files));
  const results = await puppets(
    folders.map((cwd) => ({ argv: ["import", "in", "--out", "out"], cwd })),
  );
  refusals.forEach(([what, , says], i) => {
    const { exitCode, stdout, stderr } = results[i] ?? {};
    expect([what, exitCode, stdout]).toEqual([what, 2, ""]);
    expect(stderr).toMatch(/^IMPORT_INVALID: [^\n]+\n$/);
    expect(stderr).toContain(says);
    expect(existsSync(join(folders[i] ?? "", "out"))).toBe(false);
  });
});

test("no secret of a file gets into a message, a report, a persona, a run or a pack", async () => {
  const secrets = JSON.stringify({
    id: "ada",
    twitter_credentials: { apiKey: "canary-1-api-key", password: "canary-2-password" },
    solana_integration: {
      private_key: "canary-3-private-key",
      trading_enabled: "canary-3-private-key",
    },
    llm_provider: "canary-1-api-key",
    description: "canary-2-password",
  });
  const cwd = makeFolder({
    "people/ada.json": secrets,
    "cut/ada.json": secrets.slice(0, -9),
    "twice/a.json": secrets,
    "twice/b.json": secrets,
    "own/ada.json": JSON.stringify({ name: "Ada", credentials: { twitter: "canary-1 API key" } }),
  });
  const results = await callIn(
    cwd,
    "import people --out out",
    "import people --out out --force --json",
    "import cut --out out --debug",
    "import twice --out out --debug",
    "run --cast people --until 1d",
    "run --cast people --until 1d --json",
    "run --cast cut --debug",
    "run --cast own --debug",
    "show people-1 --json",
    "transcript people-1",
    "pack people-1",
  );
  expect(codesOf(results)).toEqual([
    ...["", "", "IMPORT_INVALID", "IMPORT_INVALID", "", ""],
    ...["IMPORT_INVALID", "PERSONA_INVALID", "", "", ""],
  ]);
  const told = results.map(({ stdout, stderr }) => stdout + stderr).join("");
  const persona = readFileSync(join(cwd, "out/ada.json"), "utf8");
  const packed = zstdDecompressSync(readFileSync(join(cwd, "people-1.puppet"))).toString();
  const db = join(cwd, "snapshots/db");
  const stored = readdirSync(db, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => readFileSync(join(it.parentPath, it.name)).toString("latin1"))
    .join("");
  expect(persona).toContain('"ada.twitter"');
  for (const text of [told, persona, packed, stored]) expect(text).not.toMatch(/canary/i);
});

/** Every shape of a v1 file: prompts, Grok, traders, passwords, both spellings, memories. */
const shapes = [
  ...["ferryman", "choir", "grumbler", "broker", "till", "scrap_reader"].map(
    (id) => `config/agents/${id}.json`,
  ),
  ...["ferryman", "lodger"].map((id) => `data/memories/${id}.json`),
  "every-key.json",
];

test("a week with a v1 file of any shape goes well, and is the same with its persona", async () => {
  const folders = shapes.map((file) => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, "people"));
    cpSync(join(V1, file), join(cwd, "people/one.json"));
    return cwd;
  });
  const calls = [
    "import people --out out/people",
    "run --cast people --json --store none",
    "run --cast out/people --json --store none",
  ];
  const results = await puppets(
    folders.flatMap((cwd) => calls.map((call) => ({ argv: call.split(" "), cwd }))),
  );
  shapes.forEach((shape, i) => {
    const [imported, before, after] = results.slice(i * calls.length);
    expect([shape, imported?.exitCode]).toEqual([shape, 0]);
    const { digest, posts, ...run } = jsonOf(before);
    expect(run).toMatchObject({ agents: 1, until: 7 * DAY, failures: [], parked: 0 });
    expect([shape, posts > 0]).toEqual([shape, true]);
    expect([shape, jsonOf(after).digest]).toEqual([shape, digest]);
  });
});

describe("a cast", () => {
  test("of v1 agents and personas is kept, and can be gone back into", async () => {
    const cwd = withV1({
      "town/mine.json": JSON.stringify({ name: "Mine", behavior: { utcOffsetMinutes: 60 } }),
      "town/away.json": JSON.stringify({ id: "away", is_active: false }),
    });
    cpSync(join(V1, "config/agents/ferryman.json"), join(cwd, "town/ferryman.json"));
    const there = makeFolder();
    const [run, again, shown, replayed, restored, forked, compared, , packed] = await callIn(
      cwd,
      "run --cast town --until 2d --json",
      "run --cast town/ --until 2d --json",
      "show town-1 --at 1d --json",
      "replay town-1 --json",
      "restore town-1 --at 1d --json",
      "fork town-1 --at 1d --json",
      "compare town-1 town-1.1 --json",
      "explain town-1 5",
      `pack town-1 --json --out ${there}/a.puppet`,
    );
    const { digest } = jsonOf(run);
    expect(jsonOf(run)).toMatchObject({ run: "town-1", scenario: "town", agents: 2 });
    expect(Object.keys(jsonOf(shown).agents)).toEqual(["ferryman", "mine"]);
    const digests = [again, replayed, restored, forked].map((it) => jsonOf(it).digest);
    expect(digests).toEqual([digest, digest, digest, digest]);
    expect(jsonOf(compared).equal).toBe(true);
    expect(jsonOf(packed).sources).toEqual(["town/ferryman.json", "town/mine.json"]);
    const [, elsewhere] = await callIn(there, "unpack a.puppet", "replay town-1 --json");
    expect(jsonOf(elsewhere).digest).toBe(digest);
  });

  test("is another run when one of its people changes", async () => {
    const cwd = makeFolder({ "town/ada.json": '{"name":"Ada"}', "town/bo.json": '{"name":"Bo"}' });
    const [first] = await callIn(cwd, "run --cast town --until 6h --json");
    writeFileSync(join(cwd, "town/bo.json"), '{"name":"Bo","postEvery":3600000}');
    const [second] = await callIn(cwd, "run --cast town --until 6h --json");
    expect([jsonOf(first).run, jsonOf(second).run]).toEqual(["town-1", "town-1~2"]);
  });

  test("of many has follows for each, the same in every run", async () => {
    const people = Array.from({ length: 60 }, (_, i) => [`crowd/p${i}.json`, `{"name":"P ${i}"}`]);
    const cwd = makeFolder(Object.fromEntries(people));
    const [run, again, shown] = await callIn(
      cwd,
      "run --cast crowd --until 3h --json",
      "run --cast crowd --until 3h --store none --json",
      "show crowd-1 --json",
    );
    expect(jsonOf(again).digest).toBe(jsonOf(run).digest);
    const follows: readonly (readonly [string, readonly unknown[]])[] = jsonOf(shown).world.follows;
    const counts = follows.map(([, others]) => others.length);
    expect(counts).toHaveLength(60);
    for (const count of counts) {
      expect(count).toBeGreaterThanOrEqual(12);
      expect(count).toBeLessThanOrEqual(16);
    }
  });

  test("that cannot be is refused in one line", async () => {
    const cwd = makeFolder({
      "away/ada.json": '{"id":"ada","is_active":false}',
      "twice/a.json": '{"id":"ada","name":"A"}',
      "twice/b.json": '{"id":"ada","custom_system_prompt":"x"}',
      "empty/readme.txt": "",
    });
    const results = await callIn(
      cwd,
      "run --cast away",
      "run --cast twice",
      "run --cast empty",
      "run --cast nowhere",
      "run rumour --cast away",
      "run",
      "run --cast away --agents 5",
    );
    expect(codesOf(results)).toEqual([
      ...["CAST_INVALID", "AGENT_ID_DUPLICATE", "CAST_INVALID", "CAST_INVALID"],
      ...["OPTION_INVALID", "ARGUMENT_MISSING", "CAST_INVALID"],
    ]);
    for (const { stderr } of results) expect(stderr).toMatch(/^[A-Z_]+: [^\n]+\n$/);
  });
});
