// What may follow what in a pack, and whether its parts fit together.
import { BLOCK_SIZE } from "../core/journal-line.ts";
import { floor, min } from "../core/math.ts";
import { chainAfter, FIRST_CHAIN } from "./digest.ts";
import type { PackLine, PackLineOf } from "./pack-line.ts";

/** What a line is refused for; undefined for a line that is taken. */
type Problem = string | undefined;

/** Follows the lines of one pack. Closed state: what has come so far. */
export class PackOrder {
  #header: PackLineOf<"header"> | undefined;
  readonly #paths = new Paths();
  readonly #ids = new Set<string>();
  #last: RunOrder | undefined;

  /** @returns why a line cannot stand here */
  take(line: PackLine): Problem {
    const isFirst = this.#header === undefined;
    if ((line.kind === "header") !== isFirst) return "a pack has one header, and that first";
    switch (line.kind) {
      case "header":
        this.#header = line;
        return undefined;
      case "source":
        return this.#last ? "a source behind a run" : this.#paths.add(line.path);
      case "run":
        return this.#begin(line);
      default:
        return this.#last ? this.#last.take(line) : `a ${line.kind} without a run`;
    }
  }

  /** @returns why the pack cannot end here */
  end(): Problem {
    const isWhole = this.#last?.isEnded && this.#last.run === this.#header?.run;
    return isWhole ? undefined : "the run is not there";
  }

  #begin(line: PackLineOf<"run">): Problem {
    const { run, parent } = line.manifest;
    const last = this.#last;
    if (last && !last.isEnded) return `"${last.run}" has no tail`;
    if (!this.#paths.has(this.#header?.scenario ?? "")) return "the scenario is not there";
    if (this.#ids.has(run)) return `"${run}" comes twice`;
    if (parent?.run !== last?.run) return `"${run}" does not follow its parent`;
    const end = min(line.head.steps, last?.steps ?? 0);
    if (parent && parent.seq > end) return `"${run}" leaves its parent behind the end`;
    this.#ids.add(run);
    this.#last = new RunOrder(line);
    return undefined;
  }
}

/** The paths of files that can lie in one folder, also where `A` and `a` are the same. */
class Paths {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  has(path: string): boolean {
    return this.#files.has(folded(path));
  }

  add(path: string): Problem {
    const file = folded(path);
    const above = [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index));
    const isTaken = this.#folders.has(file) || [file, ...above].some((it) => this.#files.has(it));
    if (isTaken) return `"${path}" comes twice`;
    this.#files.add(file);
    for (const folder of above) this.#folders.add(folder);
    return undefined;
  }
}

const folded = (path: string): string => path.normalize("NFC").toLowerCase();

type Part = "stranger" | "block" | "snapshot" | "table" | "tail";

/** Follows the lines of one run. */
class RunOrder {
  readonly #line: PackLineOf<"run">;
  #next: number;
  /** The digest so far; undefined where a fork goes on from it. */
  #chain: string | undefined;
  #snapshot: number | undefined;
  #kind: PackLine["kind"] = "run";

  constructor(line: PackLineOf<"run">) {
    const { parent } = line.manifest;
    this.#line = line;
    this.#next = floor((parent?.seq ?? 0) / BLOCK_SIZE);
    this.#chain = parent ? undefined : FIRST_CHAIN;
  }

  get run(): string {
    return this.#line.manifest.run;
  }

  get steps(): number {
    return this.#line.head.steps;
  }

  get isEnded(): boolean {
    return this.#kind === "tail";
  }

  take(line: PackLineOf<Part>): Problem {
    if (this.isEnded) return `a ${line.kind} behind the end of "${this.run}"`;
    const problem = this.#takePart(line);
    this.#kind = line.kind;
    return problem;
  }

  #takePart(line: PackLineOf<Part>): Problem {
    switch (line.kind) {
      case "stranger":
        return undefined;
      case "block":
        return this.#takeBlock(line);
      case "snapshot":
        return this.#takeSnapshot(line);
      case "table":
        return /^(?:snapshot|table)$/.test(this.#kind) ? undefined : "a table without a snapshot";
      case "tail":
        return this.#takeTail(line);
    }
  }

  #takeBlock({ number, before, after, states, lines }: PackLineOf<"block">): Problem {
    if (number !== this.#next) return `block ${number} where ${this.#next} should be`;
    const isNext = before === (this.#chain ?? before) && lines.length === BLOCK_SIZE;
    if (!isNext || after !== chainAfter(before, lines, states))
      return `block ${number} does not fit`;
    this.#next++;
    this.#chain = after;
    return undefined;
  }

  #takeSnapshot({ seq }: PackLineOf<"snapshot">): Problem {
    const { parent } = this.#line.manifest;
    const isNext =
      this.#snapshot === undefined ? seq === (parent?.seq ?? seq) : seq > this.#snapshot;
    this.#snapshot = seq;
    return isNext ? undefined : `the snapshot after ${seq} entries comes out of turn`;
  }

  #takeTail({ lines }: PackLineOf<"tail">): Problem {
    const { manifest, head } = this.#line;
    const isWhole =
      this.#next * BLOCK_SIZE + lines.length === head.steps &&
      lines.length < BLOCK_SIZE &&
      head.chain === (this.#chain ?? head.chain);
    if (!isWhole) return `the entries of "${this.run}" are not all there`;
    const isForked = manifest.parent === undefined || this.#snapshot !== undefined;
    return isForked ? undefined : `"${this.run}" has no snapshot to begin with`;
  }
}
