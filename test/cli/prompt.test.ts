// What a user sees of `puppet prompt`: what a model would be told for a text of a run.
import { expect, test } from "vitest";
import { hours } from "../../src/core/time.ts";
import { Brief } from "../../src/persona/brief.ts";
import { readPersona } from "../../src/persona/persona.ts";
import { buildPrompt } from "../../src/persona/prompt.ts";
import { makeFolder } from "../support/folder.ts";
import { callIn, chatFolder } from "./chat-folder.ts";
import type { Result } from "./puppet.ts";

type Prompts = (...options: readonly string[]) => Promise<readonly Result[]>;

/** A folder with a run of "rumour" in its store. */
async function keptRumour(until = "16h"): Promise<Prompts> {
  const folder = makeFolder({});
  await callIn(folder, `run rumour --quiet --until ${until}`);
  return (...options) => callIn(folder, ...options.map((call) => `prompt ${call}`));
}

const told = (result: Result | undefined) => JSON.parse(result?.stdout ?? "");

test("the prompt is that of the latest text up to the instant, and follows from persona and brief", async () => {
  const prompts = await keptRumour();
  const [noon, end] = await prompts(
    "ada --run rumour-1 --at 12h --json",
    "ada --run rumour-1 --json",
  );
  const [first, last] = [told(noon), told(end)];
  expect(Object.keys(first)).toEqual([
    "run",
    "agent",
    "at",
    "seq",
    "askedAt",
    "pending",
    "budget",
    "brief",
    "prompt",
  ]);
  expect(first).toMatchObject({ run: "rumour-1", agent: "ada", at: hours(12), budget: 2000 });
  expect(first.askedAt).toBeLessThanOrEqual(first.at);
  expect(last.askedAt).toBeGreaterThan(first.at);
  const persona = readPersona({ name: "Ada", voice: "dry, precise", postEvery: hours(3) });
  for (const { brief, prompt } of [first, last])
    expect(prompt).toEqual(JSON.parse(JSON.stringify(buildPrompt(persona, Brief.parse(brief)))));
});

test("with --task it is that of the latest text of this kind", async () => {
  const prompts = await keptRumour("60h");
  const ids = ["ada", "bob", "cleo", "dan", "eve", "finn", "gil", "hana", "ivo", "june"];
  const results = await prompts(...ids.map((id) => `${id} --run rumour-1 --task reply --json`));
  const found = results.filter(({ exitCode }) => exitCode === 0).map(told);
  expect(found.length).toBeGreaterThan(0);
  for (const { brief, prompt } of found) {
    expect(brief.task).toBe("reply");
    expect(prompt.user).toContain(`@${brief.replyTo.from}: ${JSON.stringify(brief.replyTo.text)}`);
  }
});

test("while an agent is at a text, the prompt is the one of this text", async () => {
  const prompts = await keptRumour();
  const [end] = await prompts("ada --run rumour-1 --json");
  const { askedAt, seq } = told(end);
  const call = (at: number): string => `ada --run rumour-1 --at ${at}ms`;
  const [during, before, page] = await prompts(
    `${call(askedAt)} --json`,
    `${call(askedAt - 1)} --json`,
    call(askedAt),
  );
  expect(told(during)).toMatchObject({ seq, pending: true });
  expect(told(before).seq).toBeLessThan(seq);
  expect(page?.stdout).toContain("the answer is on its way");
});

test("the page has both messages word for word, the settings and every part with its tokens", async () => {
  const prompts = await keptRumour();
  const [page, json] = await prompts(
    "ada --run rumour-1 --at 12h",
    "ada --run rumour-1 --at 12h --json",
  );
  const { prompt } = told(json);
  const sections = Object.fromEntries(
    (page?.stdout ?? "").split(/\n\n(?=\S)/).map((section) => {
      const [title = "", ...lines] = section.split("\n");
      return [
        title,
        lines
          .map((line) => line.slice(2))
          .join("\n")
          .trim(),
      ];
    }),
  );
  expect(Object.keys(sections).slice(1)).toEqual(["System", "User", "Settings", "Parts"]);
  expect(sections.System).toBe(prompt.system);
  expect(sections.User).toBe(prompt.user);
  expect(sections.Settings).toMatch(/^provider +openai\n/);
  const rows = sections.Parts?.split("\n").map((row) => row.split(/ {2,}/)) ?? [];
  expect(rows.slice(1, -1).map(([name, , tokens]) => [name, Number(tokens)])).toEqual(
    prompt.parts.map((part: { name: string; tokens: number }) => [part.name, part.tokens]),
  );
  expect(rows.at(-1)).toEqual(["all", `${prompt.tokens}`, "of 2,000"]);
});

test("wrong input is told in one line, with the way out", async () => {
  const prompts = await keptRumour();
  const results = await prompts(
    "adda --run rumour-1",
    "ada --run rumor-1",
    "ada --run rumour-1 --task tweet",
    "ada --run rumour-1 --at 5d",
    "ada --run rumour-1 --at 1h",
    "ada --run rumour-1 --task quote",
    "ada",
  );
  const expected = [
    /^SCENARIO_UNKNOWN_AGENT: .*did you mean ada\?\n$/,
    /^RUN_UNKNOWN: .*did you mean rumour-1\?\n$/,
    /^OPTION_INVALID: --task "tweet"; give post, reply, quote, thread\n$/,
    /^INSTANT_BEYOND_END: .*\n$/,
    /^PROMPT_MISSING: agent "ada" of "rumour-1" has asked for no text up to d1 01:00:00.000; the next is at d1 \S+, --at \d+ms\n$/,
    /^PROMPT_MISSING: .* has asked for no such text up to d1 16:00:00.000; nor does it later in the run\n$/,
    /^OPTION_INVALID: required option "--run <id>" not specified; "puppet runs" lists them\n$/,
  ];
  results.forEach(({ exitCode, stdout, stderr }, i) => {
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(expected[i] ?? /^$/);
  });
  const at = /--at (\d+ms)/.exec(results[4]?.stderr ?? "")?.[1] ?? "";
  const [next] = await prompts(`ada --run rumour-1 --at ${at} --json`);
  expect(told(next)).toMatchObject({ pending: true, at: Number.parseInt(at, 10) });
});

test("a machine that never asks for a text is named, with those that do", async () => {
  const [, result] = await callIn(chatFolder(), "run chat --quiet", "prompt ada --run chat-1");
  expect(result).toEqual({
    exitCode: 2,
    stdout: "",
    stderr:
      'PROMPT_MISSING: agent "ada" of "chat-1" has the machine "chatter", which never asks for llm.complete; no agent of the run does\n',
  });
});
