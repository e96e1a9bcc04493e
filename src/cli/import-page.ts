// The report of an import as a page: what became of each key, and what is left to do.
import type { ImportedAgent } from "../import/agent.ts";
import { type Fate, fates, type KeyFate } from "../import/fate.ts";
import type { Imported } from "../import/import-path.ts";
import { counted, type Look, padEnd, plain, styled, wrapped } from "../report/text.ts";
import { shellWord } from "./shell-word.ts";

/** What is told of an agent. */
export type AgentReport = Omit<ImportedAgent, "persona"> & { readonly file: string };

export interface ImportReport {
  readonly out: string;
  readonly agents: readonly AgentReport[];
  readonly unneeded: Imported["unneeded"];
}

const INDENT = 2;
const FATE_WIDTH = Math.max(...fates.map((fate) => fate.length)) + INDENT;

const MEANING: Readonly<Record<Fate, string>> = {
  used: "under the same name",
  renamed: "under another name",
  revived: "v1 did nothing with it, and now it counts",
  default: "not in the file; filled in so that the agent behaves as in v1",
  clamped: "brought into its range",
  invalid: "left out, or partly",
  secret: "left out; a name in the keystore stands for it",
  kept: "in the persona, without effect",
  unneeded: "left out; nothing is lost",
};

export function importPage({ out, agents, unneeded }: ImportReport, look: Look): string {
  const told = new Set(agents.flatMap(({ keys }) => keys.map(({ fate }) => fate)));
  const meanings = fates.filter((fate) => told.has(fate)).map((fate) => row(fate, MEANING[fate]));
  const keystore = agents.flatMap(({ secrets }) => secrets);
  const sections: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    ...agents.map((agent) => [titleOf(agent), agentRows(agent)] as const),
    ["What that means", meanings],
    ["Not needed", unneeded.map(({ file, why }) => row("", `${file}: ${why}`))],
    [
      "To be put into the keystore, from the files of v1",
      keystore.map(({ name, keys }) => row("", `${name}: ${keys.join(", ")}`)),
    ],
    [
      `${counted(agents.length, "persona")} in ${out}. Next`,
      [row("", `npx puppet run --cast ${shellWord(out)}`)],
    ],
  ];
  return sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => [styled(look, "bold", title), ...rows.flatMap(linesOf(look))])
    .map((lines) => lines.map((line) => `${line}\n`).join(""))
    .join("\n");
}

interface Row {
  readonly label: string;
  readonly text: string;
}

const row = (label: string, text: string): Row => ({ label, text });

const titleOf = ({ id, file, from, isActive }: AgentReport): string =>
  plain(`${id}: ${from.join(" + ")} -> ${file}${isActive ? "" : ", not active"}`);

/** Fates in their order, and keys as they are in the file. */
function agentRows({ keys }: AgentReport): readonly Row[] {
  return fates.flatMap((fate) =>
    keys.filter((it) => it.fate === fate).map((it, i) => row(i === 0 ? fate : "", textOf(it))),
  );
}

const textOf = ({ key, to, note }: KeyFate): string =>
  `${key}${to === undefined ? "" : ` -> ${to}`}${note === undefined ? "" : `: ${note}`}`;

const linesOf =
  ({ columns }: Look) =>
  ({ label, text }: Row): readonly string[] => {
    const lines = wrapped(text, columns - INDENT - FATE_WIDTH);
    const margin = " ".repeat(INDENT);
    return lines.map((line, i) => `${margin}${padEnd(i === 0 ? label : "", FATE_WIDTH)}${line}`);
  };
