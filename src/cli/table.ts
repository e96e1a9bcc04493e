// Lists as people read them: a title, then what belongs to it, indented and wrapped.
import { styled, wrapped } from "../report/text.ts";
import type { Terminal } from "./terminal.ts";

export interface Item {
  readonly name: string;
  readonly question: string;
  /** One line each, wrapped where it is longer. */
  readonly facts: readonly string[];
}

/** Prints items with a blank line between them. */
export function printItems(terminal: Terminal, items: readonly Item[]): void {
  const width = terminal.columns - 2;
  const blocks = items.map(({ name, question, facts }) => {
    const lines = [question, ...facts].flatMap((text) => wrapped(text, width));
    return [styled(terminal, "bold", name), ...lines.map((line) => `  ${line}`)].join("\n");
  });
  terminal.out(`${blocks.join("\n\n")}\n`);
}

/** What a listing tells of a file that cannot be loaded. */
export interface Refused {
  readonly name: string;
  readonly file: string;
  /** `CODE: message` */
  readonly error: string;
}
