// What a model answers, without what it puts around a text: labels, quotation marks, bullets, echoed lines.
import type { Persona } from "./persona.ts";
import { tidyText } from "./tidy-text.ts";

/**
 * The text in a model's answer.
 * @param persona whose name may stand before the text as a label
 * @returns an empty text when there was nothing else
 */
export function cleanReply(answer: string, { name }: Pick<Persona, "name">): string {
  const bare = tidyText(tidyText(answer).replace(ECHOES, ""));
  const unquoted = withoutQuotes(bare);
  const unlabelled = withoutLabel(unquoted, name);
  const text = unquoted === bare ? withoutQuotes(unlabelled) : unlabelled;
  return text.replace(BULLET, "").trim();
}

/**
 * The posts in a model's answer to the order for a thread, parted by empty lines.
 * @param posts how many were asked for, from 1; more are left out
 */
export const cleanThread = (
  answer: string,
  persona: Pick<Persona, "name">,
  posts: number,
): readonly string[] =>
  cleanReply(answer, persona)
    .split(/\n\n/)
    .map((post) => cleanReply(post.replace(NUMBER, ""), persona))
    .filter((post) => post !== "")
    .slice(0, posts);

/** Lines that the prompts of Puppet Engine v1 ended with, and that models gave back. */
const ECHOES = /^ *(?:TIMESTAMP|UNIQUE_ID)\b.*$/gm;
const BULLET = /^[-*•–] +/;
const NUMBER = /^(?:\d+\/\d+|\d+[.)]|post \d+:) +/i;
const LABEL =
  /^(?:(?:my|your|here(?:['’]s| is)(?: my| your| the| an?)?) )?(?:new )?(?:tweet|post|reply|response|answer|quote|thread|text|example|template|how about)(?: \d+)? ?: */i;

function withoutLabel(text: string, name: string): string {
  const own = `${name}:`;
  if (text.toLowerCase().startsWith(own.toLowerCase())) return text.slice(own.length).trim();
  return text.replace(LABEL, "");
}

const PAIRS = ['""', "''", "“”", "‘’", "«»", "„“", "``"];

/** One pair around the whole: what it holds must not hold the same marks. */
function withoutQuotes(text: string): string {
  const [open = "", close = ""] =
    PAIRS.find((pair) => pair[0] === text[0] && pair[1] === text.at(-1)) ?? [];
  const inner = text.slice(1, -1);
  const isPair = open !== "" && text.length > 2 && !inner.includes(open) && !inner.includes(close);
  return isPair ? inner.trim() : text;
}
