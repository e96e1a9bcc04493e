// The thread beside a store: what it is sent it packs, and sends back in the same order.
import { parentPort } from "node:worker_threads";
import type { Batch } from "./batch.ts";
import { type Packed, packInOne } from "./packed.ts";

parentPort?.on("message", (batch: Batch) => {
  const packed: Packed = packInOne(batch);
  parentPort?.postMessage(packed, [packed.bytes.buffer]);
});
