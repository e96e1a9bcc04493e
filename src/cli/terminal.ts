// Where a command writes to, and what can be shown there.

/** Standard output and standard error, with what is known about them. */
export interface Terminal {
  /** The result: nothing else goes here. */
  readonly out: (text: string) => void;
  /** Errors and progress. */
  readonly err: (text: string) => void;
  /** Width of the output in characters, within [MIN_COLUMNS, MAX_COLUMNS]. */
  readonly columns: number;
  /** Whether the output takes colour: a terminal, and NO_COLOR is not set. */
  readonly isColoured: boolean;
  /** Whether a line on standard error can be drawn again. */
  readonly isDrawable: boolean;
}

/** What is not a terminal gets lines of this width. */
const DEFAULT_COLUMNS = 80;
const MIN_COLUMNS = 40;
/** Longer lines are hard to read. */
const MAX_COLUMNS = 120;

/** The streams of this process. */
export function ownTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const isDumb = env.TERM === "dumb";
  const columns = stdout.isTTY ? stdout.columns : DEFAULT_COLUMNS;
  stdout.on("error", endQuietly);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    columns: Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, columns)),
    isColoured: stdout.isTTY && !isDumb && !env.NO_COLOR,
    isDrawable: stderr.isTTY && !isDumb,
  };
}

/** The reader has seen enough, as `head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
}
