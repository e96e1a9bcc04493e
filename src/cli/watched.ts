// Plays a run while somebody watches: with a progress bar, Ctrl-C, and its result on standard output.
import { formatInstant } from "../core/time.ts";
import type { MoodChange } from "../report/moods.ts";
import { summary } from "../report/summary.ts";
import { counted } from "../report/text.ts";
import type { PlayOptions } from "../run/play.ts";
import type { Run } from "../run/run.ts";
import { INTERRUPTED, listenForInterrupt } from "./interrupt.ts";
import { jsonLine, runJson } from "./json.ts";
import { sampleMoods } from "./mood-samples.ts";
import { progressBar } from "./progress.ts";
import type { Session } from "./session.ts";
import { DOES_NOT_HOLD } from "./wrong-input.ts";

/** How the result is told. */
export interface ResultFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** @param next commands to type next, for the page */
export async function watched(
  play: (options: PlayOptions) => Promise<Run>,
  {
    flags,
    session,
    next,
  }: {
    readonly flags: ResultFlags;
    readonly session: Session;
    readonly next: (run: Run) => readonly string[];
  },
): Promise<Run> {
  const { terminal } = session;
  const isPage = !flags.json && !flags.quiet;
  const bar = progressBar({ ...terminal, isDrawable: terminal.isDrawable && isPage });
  let moods: ReadonlyMap<string, readonly MoodChange[]> = new Map();
  using interrupt = listenForInterrupt();
  const run = await play({
    signal: interrupt.signal,
    onProgress: bar.show,
    observe: (live) => {
      if (isPage) moods = sampleMoods(live);
    },
  }).finally(bar.clear);
  if (run.violations.length > 0) session.exitCode = DOES_NOT_HOLD;
  if (!run.complete) session.exitCode = INTERRUPTED;
  const { columns, isColoured } = terminal;
  if (flags.json) terminal.out(jsonLine(runJson(run)));
  else if (flags.quiet) terminal.out(quietLine(run));
  else terminal.out(summary(run, { columns, isColoured, moods, next: next(run) }));
  return run;
}

function quietLine({ run, steps, posts, digest, complete, state, violations }: Run): string {
  const stopped = complete ? "" : `, stopped at ${formatInstant(state.at)}`;
  const violated = violations.length > 0 ? `, ${counted(violations.length, "violation")}` : "";
  return `${run}: ${steps} entries, ${posts.length} posts${stopped}${violated}, digest ${digest}\n`;
}

/** A run that was ended early is not lost. */
export function tellHowToGoOn({ terminal }: Session, { run, complete, state }: Run): void {
  if (complete) return;
  const reached = formatInstant(state.at);
  terminal.err(
    `"${run}" is kept up to ${reached}; "puppet restore ${run}" goes on, or the same run with --resume\n`,
  );
}
