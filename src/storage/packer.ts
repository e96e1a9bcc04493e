// Packs what is written: a little of it at once, and much of it on a thread beside.
import { Worker } from "node:worker_threads";
import type { Batch } from "./batch.ts";
import type { Change } from "./disk.ts";
import { type Packed, pack, unpackFromOne } from "./packed.ts";

/** With so many bytes the thread is started: it takes as long as packing some ten times as many. */
const MANY = 262_144;
/** Fewer are not worth the way there. */
const FEW = 16_384;

type Changes = readonly Required<Change>[];

interface Waiting {
  readonly keys: readonly string[];
  readonly resolve: (changes: Changes) => void;
  readonly reject: (error: Error) => void;
}

/** Closed state, owned by one store: the thread, and what it is packing. */
export class Packer {
  #bytes = 0;
  #worker: Worker | undefined;
  #isOnline = false;
  #failure: Error | undefined;
  readonly #waiting: Waiting[] = [];

  /** @param batch given away @throws Error when the thread has failed */
  pack(batch: Batch): Promise<Changes> | Changes {
    if (this.#failure !== undefined) throw this.#failure;
    this.#bytes += batch.bytes.length;
    if (this.#bytes >= MANY) this.#worker ??= this.#start();
    // It takes a while to come up, and nobody need wait for it.
    if (this.#worker === undefined || !this.#isOnline || batch.bytes.length < FEW) {
      return pack(batch);
    }
    return this.#send(this.#worker, batch);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.terminate();
  }

  #send(worker: Worker, batch: Batch): Promise<Changes> {
    const keys = batch.parts.map(({ key }) => key);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ keys, resolve, reject });
      // As long as it has something to do the process goes on.
      worker.ref();
      worker.postMessage(batch, [batch.bytes.buffer]);
    });
  }

  #start(): Worker {
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./pack-worker.${extension}`, import.meta.url));
    worker.unref();
    worker.on("online", () => {
      this.#isOnline = true;
    });
    worker.on("message", (packed: Packed) => {
      const next = this.#waiting.shift();
      if (this.#waiting.length === 0) worker.unref();
      next?.resolve(unpackFromOne(packed, next.keys));
    });
    worker.on("error", (thrown) => this.#fail(thrown));
    worker.on("exit", () => this.#fail(new Error("the packing thread has ended")));
    return worker;
  }

  #fail(thrown: unknown): void {
    this.#failure ??= thrown instanceof Error ? thrown : new Error(String(thrown));
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
