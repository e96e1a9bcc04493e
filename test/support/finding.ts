// What can come of harm to what is stored, from nothing to the worst.

/**
 * `harmless`: all is read as it was written. `told`: what cannot be read any more throws, with what it is. `refused`:
 * so does opening. `erased`: so does opening, and takes files with it. `lost`: something is missing without a word.
 * `wrong`: something is another than was written. `died`: the process ends.
 */
export const outcomes = ["harmless", "told", "refused", "erased", "lost", "wrong", "died"] as const;
export type Outcome = (typeof outcomes)[number];

export interface Finding {
  readonly outcome: Outcome;
  readonly what: string;
}

export const HARMLESS: Finding = { outcome: "harmless", what: "" };

/** The gravest of several findings. */
export const gravest = (findings: readonly Finding[]): Finding =>
  findings.reduce(
    (worst, it) => (outcomes.indexOf(it.outcome) > outcomes.indexOf(worst.outcome) ? it : worst),
    HARMLESS,
  );

/** Whether a store of ours must never come to this. */
export const isUnbearable = ({ outcome }: Finding): boolean =>
  outcomes.indexOf(outcome) > outcomes.indexOf("refused");
