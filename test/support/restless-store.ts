// A program that opens and closes a store again and again, and says so, until it is killed.
import { writeSync } from "node:fs";
import { openStore } from "../../src/storage/level-store.ts";

const STANDARD_OUTPUT = 1;

const [place = ""] = process.argv.slice(2);
for (;;) {
  await (await openStore(place))[Symbol.asyncDispose]();
  writeSync(STANDARD_OUTPUT, "closed\n");
}
