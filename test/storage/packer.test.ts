// Much text is packed on a thread beside: what comes of it is the same, and a thread that ends is told.
import { expect, test } from "vitest";
import { type Batch, batchesOf } from "../../src/storage/batch.ts";
import { bytesOf, isWhole } from "../../src/storage/frame.ts";
import { pack } from "../../src/storage/packed.ts";
import { Packer } from "../../src/storage/packer.ts";

const TEXTS = 10;
/** More than are packed while the thread is being ended. */
const MANY = 10;
const linesOf = (text: number): readonly string[] =>
  Array.from({ length: 4000 }, (_, i) => `${text}: line ${i} of a text, é ✓ ${"x".repeat(i % 97)}`);

function batch(): Batch {
  const texts = Array.from({ length: TEXTS }, (_, i) => [`key/${i}`, linesOf(i)] as const);
  const [first] = batchesOf(texts);
  if (first === undefined) throw new Error("texts make a batch");
  return first;
}

/** The thread comes up after a while; until then a batch is packed at once. */
async function untilBeside(packer: Packer): Promise<ReturnType<typeof pack>> {
  for (;;) {
    const packed = packer.pack(batch());
    if (packed instanceof Promise) return packed;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("a thread packs as its owner does", async () => {
  await using packer = new Packer();
  const beside = await untilBeside(packer);
  expect(beside.length).toBeGreaterThan(TEXTS);
  expect(beside.map(({ key, value }) => [key, Buffer.from(value).toString("hex")])).toEqual(
    pack(batch()).map(({ key, value }) => [key, Buffer.from(value).toString("hex")]),
  );
  expect(beside.every(({ key, value }) => isWhole(key, value))).toBe(true);
});

test("several batches come back each to whoever asked", async () => {
  await using packer = new Packer();
  await untilBeside(packer);
  const texts = Array.from({ length: 8 }, (_, i) => [`other/${i}`, linesOf(i)] as const);
  const asked = texts.map((text) => Array.from(batchesOf([text]), (it) => packer.pack(it)));
  for (const [i, [packed]] of asked.entries()) {
    const [change] = (await packed) ?? [];
    const expected = `${linesOf(i).join("\n")}\n`;
    expect(change?.key).toMatch(`other/${i}/`);
    expect(change && expected.startsWith(Buffer.from(bytesOf(change.value)).toString())).toBe(true);
  }
});

test("whoever waits for a thread that ends is told", async () => {
  const packer = new Packer();
  await untilBeside(packer);
  const packed = Promise.all(Array.from({ length: MANY }, () => packer.pack(batch())));
  const told = expect(packed).rejects.toThrow("the packing thread has ended");
  await packer[Symbol.asyncDispose]();
  await told;
  expect(() => packer.pack(batch())).toThrow("the packing thread has ended");
});
