// The contract of a store, held by both kinds.
import { join } from "node:path";
import { openStore } from "../../src/storage/level-store.ts";
import { memoryDisk } from "../../src/storage/memory-store.ts";
import { openRunStore } from "../../src/storage/run-store.ts";
import { storeContract } from "../contracts/store-contract.ts";
import { makeFolder } from "../support/folder.ts";

const file = "test/storage/store.test.ts";

storeContract("in memory", file, () => {
  const disk = memoryDisk();
  return () => openRunStore(disk);
});

storeContract("in a folder", file, () => {
  const place = join(makeFolder(), "deep/db");
  return () => openStore(place);
});
