// The page that tells why: every kind of link, within the columns, with nothing that could steer a terminal.
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/core/event.ts";
import { type Explained, explanation } from "../../src/report/explanation.ts";
import { widthOf } from "../../src/report/text.ts";
import { candidate, entry, explained, guard, nothing, publish } from "../support/explained-post.ts";

const plain = { columns: 80, isColoured: false };

test("every link says what came, where it led and why, the mood, what was asked and who had told", () => {
  expect(explanation(explained, plain)).toBe(`Why entry 63 of town-1
"They say there is no cause for alarm about the bridge, and so I am alarmed."

#4   d1 09:07:07.420  percy  started
      enters     mood, activity
      does       begin
      mood       neutral, valence 0.00, arousal 0.40
      … 7 links left out (--all)
#61  d1 09:08:04.420  percy  after untilPost in activity.idle
      moves      activity.idle -> activity.composing.drafting
      because    isTired (false),
                 and(isAwake (true), isAbove limit=3 (true)) (true)
      moves      mood.neutral -> mood.low.gloomy
      because    turns feeling=gloomy (true)
      raised     again
      again      activity.composing.drafting
      does       chooseTopic, raise
      mood       neutral -> gloomy, valence 0.00 -> -0.35, arousal 0.40
      asks       llm.complete task=post news="Council closes the old bridge"
      recalls    #12 d1 09:07:15.420 news "Council closes the old bridge",
                 …482910
#62  d1 09:08:05.420  percy  reply "They say there is no cause for alarm about
                             the bridge, and…"
      answers    llm.complete of #61, after 1s
      asks       social.post "…"
#63  d1 09:08:06.420  world  asked by percy: post "They say there is no cause
                             for alarm about the bridge, and…"
      sends      to ada d1 11:06:40.000 mentioned by percy "Hm."

What it led to
#64  d1 09:08:07.420  percy  reply posted …482910
`);
});

const alone = (parts: Partial<Entry>, link: Partial<Explained["links"][number]> = {}): string =>
  explanation(
    {
      run: "town-1",
      links: [{ entry: entry(5, parts), recalled: [], ...link }],
      omitted: 0,
      effects: [],
      echoes: [],
    },
    plain,
  );

test.each([
  [{ outcome: "dead", reason: "no words left" }, "dead       no words left"],
  [{ outcome: "parked" }, "parked     its agent has failed too often"],
  [{ outcome: "stale" }, "stale      nobody waits for it any more"],
  [{ outcome: "unhandled" }, "unhandled  no transition for it in this state"],
] as const)("an entry that is not handled says so: %o", (parts, row) => {
  expect(alone(parts)).toContain(`\n      ${row}\n\nIt led to no other entry.\n`);
});

test.each([
  ["outside", "from outside"],
  ["change", "from whoever forked the run"],
  ["chance", "by chance"],
] as const)("a root that came %s says so", (origin, text) => {
  expect(alone({}, { origin })).toContain(`\n      comes      ${text}\n`);
});

test("guards that let nothing pass are told, and one that threw", () => {
  const page = alone(
    { outcome: "dead", reason: "no idea" },
    {
      decision: {
        kind: "step",
        before: "idle",
        microsteps: [
          {
            ...nothing,
            event: { type: "poked" },
            candidates: [
              { ...candidate, state: "m.idle", guard: guard("isReady", false) },
              { ...candidate, state: "m", guard: guard("fails", undefined) },
            ],
          },
        ],
      },
    },
  );
  expect(page).toContain("\n      because    isReady (false), fails (threw)\n");
});

test("an endless loop is told by its first microsteps", () => {
  const microsteps = Array.from({ length: 1000 }, (_, i) => ({
    ...nothing,
    exited: [`m.s${i}`],
    entered: [`m.s${i + 1}`],
    actions: ["spin"],
  }));
  const page = alone(
    { outcome: "dead", reason: "Infinite loop" },
    { decision: { kind: "step", microsteps } },
  );
  expect(page.match(/^ {6}moves /gm)?.length).toBe(12);
  expect(page).toContain("\n                 and 988 more\n");
  expect(page).toMatch(/does {7}spin, (?:spin, ?\s*){11}and 988 more\n/);
});

test("a mood that has not moved since the link before is told once", () => {
  const [first, second] = explained.links;
  if (first === undefined || second?.decision === undefined) throw new Error("no links");
  const { after, moodAfter } = second.decision;
  const still = { kind: "step", microsteps: [], ...(after && { before: after, after }) } as const;
  const decision = { ...still, ...(moodAfter && { moodBefore: moodAfter, moodAfter }) };
  const links = [first, { ...second, decision }, { ...second, decision }];
  const page = explanation({ ...explained, links }, plain);
  expect(page.match(/^ {6}mood {7}gloomy, valence -0.35, arousal 0.40$/gm)?.length).toBe(1);
});

test("of many consequences the first are shown and the others counted", () => {
  const echoes = Array.from({ length: 20 }, (_, i) => entry(100 + i, { requests: [publish] }));
  const page = explanation({ ...explained, effects: [], echoes }, plain);
  expect(page).toMatch(/\n\nWhere it was remembered\n#100 /);
  expect(page.match(/^#1\d\d /gm)?.length).toBe(12);
  expect(page.endsWith("\n      and 8 more\n")).toBe(true);
});

describe("in a terminal", () => {
  test.each([40, 60, 80, 120])("no line is wider than %s columns", (columns) => {
    const lines = explanation(explained, { columns, isColoured: false }).split("\n");
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
  });

  test("colour adds to the text and changes none of it", () => {
    const coloured = explanation(explained, { ...plain, isColoured: true });
    expect(stripVTControlCharacters(coloured)).toBe(explanation(explained, plain));
    expect(coloured).toContain("isTired \u001b[2m(false)\u001b[0m");
    expect(coloured).toContain("\u001b[32m(true)\u001b[0m");
  });

  test("what users wrote steers nothing: texts, guards, states, reasons", () => {
    const evil = "a\n\u001b[2Jb\u009b";
    const page = alone(
      { to: `agent:${evil}`, event: { type: evil, text: evil }, outcome: "dead", reason: evil },
      {
        recalled: [{ entry: entry(1, { event: { type: evil } }), texts: [evil] }],
        decision: {
          kind: "step",
          before: { mood: evil },
          microsteps: [
            {
              event: { type: evil },
              candidates: [
                {
                  ...candidate,
                  state: `m.${evil}`,
                  isTaken: true,
                  guard: guard(evil, true, { params: evil }),
                },
              ],
              exited: [`m.${evil}`],
              entered: [],
              actions: [evil],
            },
          ],
        },
      },
    );
    expect(page.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});
