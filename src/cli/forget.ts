// puppet forget: erases what a stranger has said, from the runs of a store.
import type { Command } from "commander";
import { EngineError } from "../core/error.ts";
import { counted, quoted } from "../report/text.ts";
import { type Found, findSaid, type Sought } from "../run/forget.ts";
import { jsonLine } from "./json.ts";
import { openExisting, type StoreFlag, withStore } from "./past.ts";
import type { Session } from "./session.ts";

const EXAMPLES = `
Examples:
  puppet forget town-live --text "call me on Tuesday"
  puppet forget town-live --from 1823049 --yes       all that this author said
  puppet forget town-live --post 1790234512 --yes

It is erased in all runs of the store, for good. The digests hold, and "puppet
verify" finds nothing missing: the journal has the hash of a text, and not the
text. What was packed, exported or copied before still has it, and so has the
file of a scenario.`;

const KEYS = ["text", "from", "post"] as const;
/** Characters of a text that are shown. */
const MAX_WIDTH = 40;

interface ForgetFlags extends StoreFlag {
  readonly text?: string;
  readonly from?: string;
  readonly post?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Adds `forget` to the program. */
export function addForgetCommand(program: Command, session: Session): void {
  const command = program
    .command("forget")
    .summary("erase what a stranger has said")
    .description("Erases what a stranger has said, for good, from all runs of the store.")
    .argument("<RUN>", 'a run in the store that has it; "puppet runs" lists them')
    .option("--text <words>", "every text with these words")
    .option("--from <id>", "every text of this author")
    .option("--post <id>", "every text of this post")
    .option("--yes", "erase it, and do not only say what would be erased")
    .option("--json", "print what was erased as one JSON value");
  withStore(command)
    .addHelpText("after", EXAMPLES)
    .action((id: string, flags: ForgetFlags) => forget(id, flags, session));
}

async function forget(id: string, flags: ForgetFlags, { terminal }: Session): Promise<void> {
  const sought = soughtIn(flags);
  await using store = await openExisting(flags);
  const found = await findSaid(store, id, sought);
  if (found.texts.size === 0) {
    const problem = `no stranger's text in "${id}" with --${sought.by} "${sought.value}"`;
    throw new EngineError("FORGET_NOTHING", `${problem}; "puppet transcript ${id}" shows them`);
  }
  if (!flags.yes) {
    const problem = `${inWords(found)} would be gone for good`;
    throw new EngineError("FORGET_UNCONFIRMED", `${problem}; add --yes to erase them`);
  }
  await store.forget(new Set(found.texts.keys()));
  const { texts, ...places } = found;
  if (flags.json) terminal.out(jsonLine({ run: id, texts: texts.size, ...places }));
  else terminal.out(`erased: ${inWords(found)}\n`);
}

/** @throws EngineError OPTION_INVALID */
function soughtIn(flags: ForgetFlags): Sought {
  const given = KEYS.flatMap((by) => {
    const value = flags[by];
    return value === undefined ? [] : [{ by, value }];
  });
  const [sought] = given;
  if (sought !== undefined && sought.value !== "" && given.length === 1) return sought;
  const problem = given.map(({ by, value }) => `--${by} "${value}"`).join(" ") || "nothing";
  const wayOut = "give one of --text, --from and --post, and a value";
  throw new EngineError("OPTION_INVALID", `${problem} to be forgotten; ${wayOut}`);
}

/** `2 texts, "call me on Tuesday" first, in 12 entries and 3 snapshots` */
function inWords({ texts, entries, snapshots }: Found): string {
  const [first = ""] = texts.values();
  const places = `${counted(entries, "entry", "entries")} and ${counted(snapshots, "snapshot")}`;
  return `${counted(texts.size, "text")}, ${quoted(first, MAX_WIDTH)} first, in ${places}`;
}
