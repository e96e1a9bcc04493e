// What a model is told, as a page: the two messages word for word, the settings, and the parts with their tokens.
import { formatInstant } from "../core/time.ts";
import { gridLines } from "./grid.ts";
import { pageOf } from "./page.ts";
import { titleOf } from "./state.ts";
import { formatNumber, type Look, type Style, wrapped } from "./text.ts";

/** A prompt, where it comes from, and the agent for which it was made. */
export interface ShownPrompt {
  readonly run: string;
  readonly agent: string;
  /** Virtual milliseconds: the instant that is looked at. */
  readonly at: number;
  /** The calendar's instant of virtual time 0. */
  readonly startAt: number;
  /** The entry that asked for the text, and when. */
  readonly seq: number;
  readonly askedAt: number;
  readonly pending: boolean;
  readonly budget: number;
  readonly prompt: {
    readonly system: string;
    readonly user: string;
    readonly settings: object;
    readonly parts: readonly {
      readonly name: string;
      readonly message: string;
      readonly tokens: number;
      readonly cut: boolean | "shortened";
    }[];
    readonly tokens: number;
    readonly over: number;
  };
}

/** The page, with a line break at its end. Lines of the messages are not wrapped. */
export function promptPage(shown: ShownPrompt, look: Look): string {
  const { prompt } = shown;
  return pageOf(
    heading(shown, look),
    [
      ["System", linesOf(prompt.system)],
      ["User", linesOf(prompt.user)],
      ["Settings", settingLines(prompt.settings, look)],
      ["Parts", partLines(shown, look)],
    ],
    look,
  );
}

function heading(
  { run, agent, at, startAt, ...asked }: ShownPrompt,
  look: Look,
): readonly string[] {
  const state = asked.pending ? "the answer is on its way" : "answered since";
  const facts = `asked for in entry ${asked.seq} at ${formatInstant(asked.askedAt)}, ${state}`;
  return [
    titleOf(["Prompt", ` of ${agent} in ${run}`], { at, startAt }, look),
    ...wrapped(facts, look.columns),
  ];
}

/** Word for word, but for control characters: a persona's text must not steer a terminal. */
const linesOf = (text: string): readonly string[] =>
  text.split("\n").map((line) => line.replace(/\p{Cc}/gu, "?"));

const settingLines = (settings: object, look: Look): readonly string[] =>
  gridLines(
    ["left", "left"],
    Object.entries(settings).map(([name, value]) => [name, String(value)]),
    look,
  );

function partLines({ prompt, budget }: ShownPrompt, look: Look): readonly string[] {
  const { parts, tokens, over } = prompt;
  const rows = parts.map(({ name, message, tokens, cut }) => [
    name,
    message,
    formatNumber(tokens),
    cutCell(cut),
  ]);
  const total = `of ${formatNumber(budget)}${over > 0 ? `: ${formatNumber(over)} above, and nothing is left to cut` : ""}`;
  return gridLines(
    ["left", "left", "right", "left"],
    [["", "", "tokens", ""], ...rows, ["all", "", formatNumber(tokens), total]],
    look,
  );
}

const cutCell = (cut: boolean | "shortened"): string | readonly [string, Style] =>
  cut === false ? "" : [cut === true ? "cut" : cut, "yellow"];
