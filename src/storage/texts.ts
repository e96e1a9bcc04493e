// Texts on a disk: cut into values that are small enough, found again by their keys, verified when they are read.
import type { Change, Disk } from "./disk.ts";
import { changedAt, lostAt } from "./failure.ts";
import { bytesOf, isWhole, sealFrame, sumOf } from "./frame.ts";

/** Bytes of a text in one value. */
const MAX_PART = 262_144;
const LINE_END = 10;
/** Values that are read at a time: each takes up to a megabyte meanwhile. */
const MAX_UNDER_WAY = 8;

/** A text by its key, with the keys of its parts: `KEY/0000-`, `KEY/0001-` and so on, the last one `KEY/0002.` */
export interface StoredText {
  readonly key: string;
  readonly parts: readonly string[];
}

const partKey = (key: string, part: number, isLast: boolean): string =>
  `${key}/${String(part).padStart(4, "0")}${isLast ? "." : "-"}`;

/** A text to be written, by its key. */
export type WrittenText = readonly [key: string, lines: Iterable<string>];

/** The texts of one disk. Closed state, owned by one store: what is under way. */
export class Texts {
  readonly #disk: Disk;
  readonly #limit = limited(MAX_UNDER_WAY);
  /** Where texts are put together. */
  readonly #scratch: Scratch = { bytes: Buffer.allocUnsafeSlow(2 * MAX_PART) };

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  get place(): string {
    return this.#disk.place;
  }

  /** The keys that begin so, ascending. */
  keys(range: string): Promise<readonly string[]> {
    return this.#disk.keys(range, `${range}\x7f`);
  }

  /** The texts whose keys begin so, ascending. */
  async list(range: string): Promise<readonly StoredText[]> {
    const byText = Map.groupBy(await this.keys(range), (key) => key.slice(0, key.lastIndexOf("/")));
    return [...byText].map(([key, parts]) => ({ key, parts }));
  }

  /** What it takes to write texts of lines. */
  changes(texts: Iterable<WrittenText>): readonly Required<Change>[] {
    return Array.from(texts, ([key, lines]) => this.#seal(key, lines)).flat();
  }

  #seal(key: string, lines: Iterable<string>): readonly Required<Change>[] {
    const changes: Required<Change>[] = [];
    for (const { part, isLast } of partsOf(lines, this.#scratch)) {
      const name = partKey(key, changes.length, isLast);
      changes.push({ key: name, value: sealFrame(name, part) });
    }
    return changes;
  }

  /** The text whose keys begin so: there is one. @throws EngineError STORE_DAMAGED */
  async only(range: string): Promise<StoredText> {
    const [text, other] = await this.list(range);
    if (text === undefined) throw lostAt(this.place, range);
    if (other !== undefined) throw changedAt(this.place, other.key);
    return text;
  }

  /** @throws EngineError STORE_DAMAGED */
  async bytes(text: StoredText): Promise<Buffer> {
    return Buffer.concat(await this.#values(text, bytesOf));
  }

  /** @throws EngineError STORE_DAMAGED */
  async read(text: StoredText): Promise<string> {
    return (await this.bytes(text)).toString();
  }

  /** The lines that were written. @throws EngineError STORE_DAMAGED */
  async lines(text: StoredText): Promise<readonly string[]> {
    const whole = await this.read(text);
    return whole === "" ? [] : whole.slice(0, -1).split("\n");
  }

  /** The checksum of a text. @throws EngineError STORE_DAMAGED */
  async sum(text: StoredText): Promise<string> {
    return (await this.#values(text, sumOf)).join("");
  }

  /** What is made of the values of a text, all of which are whole. */
  #values<T>(text: StoredText, make: (frame: Uint8Array) => T | Promise<T>): Promise<T[]> {
    const { key, parts } = text;
    const isComplete = parts.every((name, i) => name === partKey(key, i, i === parts.length - 1));
    if (!isComplete) throw lostAt(this.place, key);
    const values = parts.map((name) =>
      this.#limit(async () => {
        const frame = await this.#disk.read(name);
        if (frame === undefined) throw lostAt(this.place, key);
        if (!isWhole(name, frame)) throw changedAt(this.place, key);
        return make(frame);
      }),
    );
    return Promise.all(values);
  }
}

interface Scratch {
  /** Grows with the longest line; at least two parts long. */
  bytes: Buffer;
}

/**
 * The lines with their ends, in pieces: each is to be used before the next is asked for. One long text of them would
 * take three times as long to convert.
 */
function* partsOf(
  lines: Iterable<string>,
  scratch: Scratch,
): Iterable<{ readonly part: Uint8Array; readonly isLast: boolean }> {
  let length = 0;
  for (const line of lines) {
    const most = length + 3 * line.length + 1;
    if (most > scratch.bytes.length) {
      scratch.bytes = Buffer.concat([scratch.bytes.subarray(0, length)], 2 * most);
    }
    const { bytes } = scratch;
    length += bytes.write(line, length);
    bytes[length++] = LINE_END;
    let done = 0;
    for (; length - done > MAX_PART; done += MAX_PART) {
      yield { part: bytes.subarray(done, done + MAX_PART), isLast: false };
    }
    if (done > 0) bytes.copyWithin(0, done, length);
    length -= done;
  }
  yield { part: scratch.bytes.subarray(0, length), isLast: true };
}

/** Runs so many at a time; the others wait in their order. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
