// Texts on a disk: cut into values that are small enough, found again by their keys, verified when they are read.
import { batchesOf, partKey, type WrittenText } from "./batch.ts";
import type { Change, Disk } from "./disk.ts";
import { changedAt, lostAt } from "./failure.ts";
import { bytesOf, isWhole, sumOf } from "./frame.ts";
import { pack } from "./packed.ts";
import { Packer } from "./packer.ts";

/** Values that are read at a time: each takes up to a megabyte meanwhile. */
const MAX_UNDER_WAY = 8;

/** A text by its key, with the keys of its parts: `KEY/0000-`, `KEY/0001-` and so on, the last one `KEY/0002.` */
export interface StoredText {
  readonly key: string;
  readonly parts: readonly string[];
}

/** The texts of one disk. Closed state, owned by one store: what is under way. */
export class Texts {
  readonly #disk: Disk;
  readonly #limit = limited(MAX_UNDER_WAY);
  readonly #packer = new Packer();

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

  /** What it takes to write short texts of lines. */
  changes(texts: Iterable<WrittenText>): readonly Required<Change>[] {
    return Array.from(batchesOf(texts), pack).flat();
  }

  /** What it takes to write texts that may be long. */
  async pack(texts: Iterable<WrittenText>): Promise<readonly Required<Change>[]> {
    const packed = Array.from(batchesOf(texts), (batch) => this.#packer.pack(batch));
    return (await Promise.all(packed)).flat();
  }

  /** Writes nothing any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#packer[Symbol.asyncDispose]();
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
