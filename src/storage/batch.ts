// Texts as bytes: put one behind the other, and cut into parts that are small enough for a value.

/** Bytes of a text in one value. */
const MAX_PART = 262_144;
/** A batch with so many bytes is complete: the next one is put together while it is packed. */
const FULL = 4_194_304;
/** Lines that become one text first: one after the other they take twice as long. */
const LINES = 64;
const LINE_END = 10;

/** A text to be written, by its key. */
export type WrittenText = readonly [key: string, lines: Iterable<string>];

/** What becomes one value. */
export interface Part {
  readonly key: string;
  /** Where it lies in the bytes of its batch: in [from, to). */
  readonly from: number;
  readonly to: number;
}

/** Parts with memory of their own, which can be given away. */
export interface Batch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly parts: readonly Part[];
}

export const partKey = (key: string, part: number, isLast: boolean): string =>
  `${key}/${String(part).padStart(4, "0")}${isLast ? "." : "-"}`;

/** The texts, their lines with their ends. Each batch is to be used before the next is asked for. */
export function* batchesOf(texts: Iterable<WrittenText>): Iterable<Batch> {
  let parts: Part[] = [];
  const bytes = new Bytes();
  for (const [key, lines] of texts) {
    let [from, number] = [bytes.length, 0];
    for (const text of joined(lines)) {
      bytes.add(text);
      for (; bytes.length - from > MAX_PART; from += MAX_PART) {
        parts.push({ key: partKey(key, number++, false), from, to: from + MAX_PART });
      }
      if (from < FULL) continue;
      yield { bytes: bytes.take(from), parts };
      [parts, from] = [[], 0];
    }
    parts.push({ key: partKey(key, number, true), from, to: bytes.length });
  }
  if (parts.length > 0) yield { bytes: bytes.take(bytes.length), parts };
}

function* joined(lines: Iterable<string>): Iterable<string> {
  let some: string[] = [];
  for (const line of lines) {
    if (some.push(line) < LINES) continue;
    yield some.join("\n");
    some = [];
  }
  if (some.length > 0) yield some.join("\n");
}

/** Grows at its end. Closed state, owned by one writing. */
class Bytes {
  #bytes = Buffer.allocUnsafeSlow(MAX_PART);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    const most = this.#length + 3 * text.length + 1;
    if (most > this.#bytes.length) this.#move(this.#length, 2 * most);
    this.#length += this.#bytes.write(text, this.#length);
    this.#bytes[this.#length++] = LINE_END;
  }

  /** The first so many; the others stay, in new memory. */
  take(length: number): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, length);
    const rest = this.#bytes.subarray(length, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(rest.length + MAX_PART);
    this.#bytes.set(rest);
    this.#length = rest.length;
    return taken;
  }

  #move(length: number, capacity: number): void {
    const before = this.#bytes.subarray(0, length);
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
    this.#bytes.set(before);
  }
}
