// A process of its own that uses a store, for tests of locks and crashes: hold, try and write.
//
//   node store-child.ts hold|try|write FOLDER [SEED]   says on standard output what it did, one line of JSON each
import { EngineError } from "../../src/core/error.ts";
import { openStore } from "../../src/storage/level-store.ts";
import { sampleRun } from "./sample-run.ts";

const [, , mode, folder = "", seed = "0"] = process.argv;

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Every third commit has a snapshot; some entries fill a block, most do not. */
async function write(): Promise<never> {
  await using store = await openStore(folder);
  const run = sampleRun(`sample-${seed}`, { agents: 50, changing: 2 });
  for (let commits = 1; ; commits++) {
    const commit = run.next(1 + ((commits * 37) % 90), { snapshot: commits % 3 === 0 });
    await store.commit(run.manifest.run, commit);
    say({ seq: commit.head.seq });
  }
}

async function tryOut(): Promise<void> {
  await using store = await openStore(folder);
  say({ opened: (await store.runs()).length });
}

async function hold(): Promise<void> {
  await using store = await openStore(folder);
  say({ opened: (await store.runs()).length });
  await new Promise((resolve) => process.stdin.once("data", resolve));
}

try {
  if (mode === "write") await write();
  else if (mode === "try") await tryOut();
  else await hold();
} catch (thrown) {
  if (!(thrown instanceof EngineError)) throw thrown;
  say({ code: thrown.code, message: thrown.message });
}
