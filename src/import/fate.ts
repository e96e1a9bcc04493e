// What becomes of each key of a file of Puppet Engine v1: one line of the report.

/**
 * used: under the same name. renamed: under another. revived: v1 read it and did nothing with it, or did not read it;
 * now it counts. default: not in the file, and filled in as v1 behaved. kept: in the persona, without effect.
 * secret: left out, a name stands for it. clamped: brought into its range. invalid: left out, with the reason.
 * unneeded: nothing here takes it.
 */
export const fates = [
  "used",
  "renamed",
  "revived",
  "default",
  "clamped",
  "invalid",
  "secret",
  "kept",
  "unneeded",
] as const;
export type Fate = (typeof fates)[number];

export interface KeyFate {
  /** As it is spelled in the file, dotted. */
  readonly key: string;
  readonly fate: Fate;
  /** The key of the persona, dotted, where it has another name there. */
  readonly to?: string;
  readonly note?: string;
}
