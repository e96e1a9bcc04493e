// How many random cases a test tries and from which seed: a fresh one in each run, printed when a case fails.
import fc from "fast-check";

export interface Sample {
  readonly runs: number;
  readonly seed: number;
}

const MAX_SEED = 2 ** 31;
/** A failing case of thousands of characters helps nobody; the command shows it again. */
const MAX_SHOWN = 2000;

/** @param runs how many cases, unless the environment says RUNS=1500; SEED=17 repeats a sample */
export function freshSample(runs: number): Sample {
  const { RUNS, SEED } = process.env;
  return {
    runs: RUNS === undefined ? runs : Number(RUNS),
    seed: SEED === undefined ? Math.floor(Math.random() * MAX_SEED) : Number(SEED),
  };
}

/** The one command that tries the same cases again. */
export const commandFor = ({ runs, seed }: Sample, file: string): string =>
  `SEED=${seed} RUNS=${runs} npx vitest run ${file}`;

/**
 * Tries a property on a sample of cases.
 * @param file the test's own path, for the command that repeats a failure
 * @throws Error with the smallest failing case and that command
 */
export async function tryOut<T>(
  file: string,
  runs: number,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void | Promise<void>,
): Promise<void> {
  const sample = freshSample(runs);
  const details = await fc.check(
    fc.asyncProperty(arbitrary, async (value) => property(value)),
    { numRuns: sample.runs, seed: sample.seed },
  );
  if (!details.failed) return;
  const shown = fc.stringify(details.counterexample).slice(0, MAX_SHOWN);
  const repeat = `again with: ${commandFor(sample, file)}`;
  throw new Error(`${String(details.errorInstance)}\n${shown}\n${repeat}`, {
    cause: details.errorInstance,
  });
}
