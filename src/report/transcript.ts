// A journal as text, one line per entry: for people, and for golden files.
//
// d1 09:30:05.120      42 ada        mentioned by bob in reply …482910 "Is it true?"  -> social.read limit=10
import { type Entry, type EventBody, type Request, toId } from "../core/event.ts";
import { formatDuration, formatInstant } from "../core/time.ts";
import { formatSpan, quoted } from "./text.ts";

/** Characters of a text that are shown. */
const MAX_TEXT = 60;
/** Fields of an event without a description of its own. */
const MAX_FIELDS = 5;
/** Ids of posts are told apart by their last digits, which are drawn. */
const ID_DIGITS = 6;

type Fields = Readonly<Record<string, unknown>>;

/** One entry in one line, without a line break. Says nothing of digests, keys or causes. */
export function transcriptLine(entry: Entry): string {
  const { seq, at, to, event, outcome, reason, requests, actions = [] } = entry;
  const head = `${formatInstant(at).padEnd(16)} ${String(seq).padStart(6)} ${toId(to).padEnd(10)}`;
  const marks = [
    ...(outcome === "handled" ? [] : [`[${outcome}${reason ? `: ${shown(reason)}` : ""}]`]),
    ...requests.map((request) => `-> ${describeRequest(request, event)}`),
    ...(actions.length > 0 ? [`+ ${actions.join(", ")}`] : []),
  ];
  return [`${head} ${describeEvent(event)}`, ...marks].join("  ");
}

/** An event in a few words. */
export function describeEvent(event: EventBody): string {
  const { type, ...fields } = event;
  if (type === "replied") return `reply ${describeReply(fields)}`;
  if (type === "asked") return describeAsked(fields);
  if (type === "mentioned") return describeMention(fields);
  if (type === "announced") return describeAnnounced(fields);
  return [describeTimer(type) ?? type, ...describeFields(pickFields(type, fields))].join(" ");
}

/** What matters of the events that the world sends; of other events everything does. */
const SALIENT: Readonly<Record<string, readonly string[]>> = {
  liked: ["from", "post"],
  reposted: ["from", "post"],
  news: ["topic", "headline"],
  "random-due": ["agent", "index"],
  "mood-due": ["agent"],
};

function pickFields(type: string, fields: Fields): Fields {
  const names = SALIENT[type];
  if (names === undefined) return fields;
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** `xstate.after.7200000.persona.activity.resting` reads `after 2h in activity.resting`. */
function describeTimer(type: string): string | undefined {
  const [, delay = "", state = ""] = /^xstate\.after\.([^.]+)\.(.+)$/.exec(type) ?? [];
  if (delay === "") return undefined;
  const after = /^\d+$/.test(delay) ? formatDuration(Number(delay)) : delay;
  return `after ${after} in ${state.replace(/^[^.]+\.(?=.)/, "")}`;
}

/** `mentioned by bob in reply …482910 "Is it true?"` */
function describeMention({ from, as, post, text }: Fields): string {
  const where = [as, post].filter((part) => part !== undefined).map(shown);
  const place = where.length > 0 ? `in ${where.join(" ")}` : "";
  const parts = ["mentioned", ...describeFields({ from }), place, ...describeFields({ text })];
  return parts.filter((part) => part !== "").join(" ");
}

function describeReply({ kind, reply, retryAfter, reason }: Fields): string {
  switch (kind) {
    case "done":
      return describeOutput(reply).join(" ");
    case "limited":
      return `limited, again in ${formatSpan(Number(retryAfter))}`;
    default:
      return `${String(kind)}: ${shown(reason)}`;
  }
}

function describeOutput(reply: unknown): readonly string[] {
  const fields = fieldsOf(reply);
  const { posts, post } = fields;
  if (Array.isArray(posts)) return [describePosts(posts)];
  if (typeof post === "string" && Object.keys(fields).length === 1)
    return [`posted ${shown(post)}`];
  const described = describeFields(fields);
  return described.length === 0 ? ["ok"] : described;
}

/** `3 posts by ada, bob`, in the order in which they were shown. */
function describePosts(posts: readonly unknown[]): string {
  const authors = new Set(posts.map((post) => String(fieldsOf(post).from)));
  const count = `${posts.length} ${posts.length === 1 ? "post" : "posts"}`;
  return posts.length === 0 ? "no posts" : `${count} by ${[...authors].join(", ")}`;
}

/** What is for everyone: `announced rained hours=3`. */
function describeAnnounced({ event }: Fields): string {
  const { type, ...fields } = fieldsOf(event);
  return `announced ${describeEvent({ type: String(type), ...fields })}`;
}

/** What an agent asks of the world: `asked by ada: reply to …482910 "text"`. */
function describeAsked({ from, ask }: Fields): string {
  const { kind, reaction, ...fields } = fieldsOf(ask);
  const deed = () => {
    if (kind === "react") return reaction;
    if (fields.replyTo !== undefined) return "reply";
    return fields.quoteOf === undefined ? kind : "quote";
  };
  return `asked by ${shown(from)}: ${[String(deed()), ...describeFields(fields)].join(" ")}`;
}

/** A request in a few words; a text that came with the event is not shown a second time. */
export function describeRequest({ effect, input }: Request, event: EventBody): string {
  const { text, ...fields } = fieldsOf(input);
  const isGiven = text !== undefined && text === fieldsOf(event.reply).text;
  const described = isGiven
    ? [...describeFields(fields), '"…"']
    : describeFields({ ...fields, text });
  return [effect, ...described].join(" ");
}

/** What kind, who, to what, in which post, what else, and the text last. */
function describeFields(fields: Fields): readonly string[] {
  const { kind, from, replyTo, quoteOf, post, text, headline, ...others } = fields;
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  // What fits in a few characters says more than the names of the fields of what does not.
  const rest = [...given.filter(isSimple), ...given.filter((field) => !isSimple(field))];
  const led = (word: string, value: unknown): readonly string[] =>
    value === undefined ? [] : [`${word} ${shown(value)}`];
  return [
    ...(kind === undefined ? [] : [shown(kind)]),
    ...led("by", from),
    ...led("to", replyTo),
    ...led("of", quoteOf),
    ...(post === undefined ? [] : [shown(post)]),
    ...rest.slice(0, MAX_FIELDS).map(([name, value]) => `${name}=${shown(value)}`),
    ...(rest.length > MAX_FIELDS ? ["…"] : []),
    ...[headline, text].filter((long) => long !== undefined).map(inQuotes),
  ];
}

const isSimple = ([, value]: readonly [string, unknown]): boolean => typeof value !== "object";

/** A value in a few characters. */
function shown(value: unknown): string {
  if (typeof value === "string") return shownText(value);
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const { from } = fieldsOf(value);
  return from === undefined
    ? `{${Object.keys(value).slice(0, MAX_FIELDS).join(",")}}`
    : shown(from);
}

function shownText(text: string): string {
  if (/^\d{15,}$/.test(text)) return `…${text.slice(-ID_DIGITS)}`;
  if (text.startsWith("agent:")) return toId(text);
  return /^[\w.:#-]{1,40}$/.test(text) ? text : inQuotes(text);
}

const inQuotes = (value: unknown): string => quoted(String(value), MAX_TEXT);

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? { ...value } : {};
