// Where a store keeps what strangers said: below the run that brought it, each text by its hash.
import type { Change } from "./disk.ts";
import { runRange } from "./keys.ts";
import { StrangerText } from "./stranger-text.ts";
import type { Texts } from "./texts.ts";

const rowsRange = (run: string): string => `${runRange(run)}stranger/`;

/** @throws EngineError STORE_DAMAGED */
export async function readStrangers(texts: Texts, run: string): Promise<readonly StrangerText[]> {
  const rows = await texts.list(rowsRange(run));
  const read = rows.map(async (row) => StrangerText.parse(JSON.parse(await texts.read(row))));
  return Promise.all(read);
}

/** What it takes to write them over what is there; one that was erased stays so. */
export async function strangerChanges(
  texts: Texts,
  run: string,
  said: readonly StrangerText[],
): Promise<readonly Change[]> {
  if (said.length === 0) return [];
  const before = new Map((await readStrangers(texts, run)).map((row) => [row.hash, row]));
  const changes = said.map(async (row): Promise<readonly Change[]> => {
    const { hash, text, seq } = {
      ...row,
      ...(isErased(before.get(row.hash)) && { text: undefined }),
    };
    const key = rowsRange(run) + hash;
    const gone = (await texts.keys(`${key}/`)).map((part) => ({ key: part }));
    return [...gone, ...texts.changes([[key, [JSON.stringify({ hash, text, seq })]]])];
  });
  return (await Promise.all(changes)).flat();
}

/** What it takes to erase texts of a run. */
export async function erasure(
  texts: Texts,
  run: string,
  hashes: ReadonlySet<string>,
): Promise<readonly Change[]> {
  const rows = await readStrangers(texts, run);
  const found = rows.filter((row) => hashes.has(row.hash) && !isErased(row));
  return strangerChanges(
    texts,
    run,
    found.map(({ hash, seq }) => ({ hash, seq })),
  );
}

const isErased = (row: StrangerText | undefined): boolean =>
  row !== undefined && row.text === undefined;
