// A part of a prompt: what it is called, where it stands, and how it reads with some of its items only.

/** In the order in which they stand. */
export const partNames = [
  "system prompt",
  "identity",
  "description",
  "personality",
  "style",
  "formatting",
  "topics to avoid",
  "vocabulary",
  "others",
  "recent topics",
  "recent posts",
  "core memories",
  "memories",
  "mood",
  "goals",
  "standing",
  "history",
  "conversation",
  "task",
  "variety",
  "length",
] as const;
export type PartName = (typeof partNames)[number];

export interface Part {
  readonly name: PartName;
  readonly message: "system" | "user";
  /** Of a list its length; 1 for what is there as a whole or not at all. */
  readonly items: number;
  /** @param kept from 0, which gives an empty text, to `items` */
  readonly write: (kept: number) => string;
}

/** A part that is kept or dropped as a whole. @returns nothing where it has no lines */
export const wholePart = (
  name: PartName,
  message: Part["message"],
  lines: readonly string[],
): readonly Part[] => {
  const text = lines.filter((line) => line !== "").join("\n");
  return text === "" ? [] : [{ name, message, items: 1, write: (kept) => (kept > 0 ? text : "") }];
};

/** A list under a heading, of which the first ones are kept longest. @param max items, the rest is never shown */
export const listPart = (
  name: PartName,
  { heading, items, max }: { heading: string; items: readonly string[]; max: number },
): readonly Part[] => {
  const shown = items.slice(0, max);
  if (shown.length === 0) return [];
  const write = (kept: number): string =>
    kept === 0 ? "" : [heading, ...shown.slice(0, kept).map((item) => `- ${item}`)].join("\n");
  return [{ name, message: "user", items: shown.length, write }];
};
