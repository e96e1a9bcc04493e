// Ctrl-C: the first one asks the run to end, a second one ends the process at once.

/** How shells tell that a program was ended by Ctrl-C. */
export const INTERRUPTED = 130;

export interface Interrupt {
  readonly signal: AbortSignal;
  readonly [Symbol.dispose]: () => void;
}

/** Listens until it is disposed of. */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once("SIGINT", abort);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => process.removeListener("SIGINT", abort),
  };
}
