// The progress of a run as a bar on standard error, where that is a terminal.
import { formatInstant } from "../core/time.ts";
import { bar, formatNumber, padEnd } from "../report/text.ts";
import type { Progress } from "../run/crank.ts";
import type { Terminal } from "./terminal.ts";

/** Drawing more often than this costs more than it tells, in milliseconds. */
const DRAW_EVERY = 100;
const WIDTH = 30;
const CLEAR_LINE = "\r\u001b[2K";

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  /** Takes the bar away. */
  readonly clear: () => void;
}

/** A bar that draws nothing where nothing can be drawn again. */
export function progressBar({ err, isDrawable }: Terminal): ProgressBar {
  let drawnAt = performance.now();
  let isDrawn = false;
  return {
    show: (progress) => {
      if (!isDrawable || performance.now() - drawnAt < DRAW_EVERY) return;
      drawnAt = performance.now();
      isDrawn = true;
      err(CLEAR_LINE + lineOf(progress));
    },
    clear: () => {
      if (isDrawn) err(CLEAR_LINE);
      isDrawn = false;
    },
  };
}

function lineOf({ at, until, steps }: Progress): string {
  const share = until > 0 ? at / until : 1;
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${padEnd(bar(share, WIDTH), WIDTH)} ${percent}  ${formatInstant(at).slice(0, -4)}  ${formatNumber(steps)} entries`;
}
