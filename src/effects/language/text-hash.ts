// A number for a text, so that a speaker knows what it has said without keeping it.
import { imul } from "../../core/math.ts";

/** FNV-1a over the lower-case text, 32 bits: two texts that differ in capitals only are one. */
export function textHash(text: string): number {
  let sum = 0x811c_9dc5;
  for (const letter of text.toLowerCase())
    sum = imul(sum ^ (letter.codePointAt(0) ?? 0), 0x0100_0193);
  return sum >>> 0;
}
