// Reads a pack and holds every line against those before it: what comes out can be put into a store.
import { EngineError } from "../core/error.ts";
import { packInvalid, readPackFile } from "../storage/pack-file.ts";
import { PACK_VERSION, PackFormat, PackLine } from "./pack-line.ts";
import { PackOrder } from "./pack-order.ts";

/**
 * The lines of a pack. Only when all were read is it sure that the file is whole.
 * @throws EngineError PACK_INVALID, PACK_NEWER
 */
export async function* readPack(file: string): AsyncIterable<PackLine> {
  const order = new PackOrder();
  let number = 0;
  const check = (problem: string | undefined): void => {
    if (problem !== undefined) throw packInvalid(file, `line ${number}: ${problem}`);
  };
  for await (const text of readPackFile(file)) {
    number++;
    const value = jsonOf(text);
    if (number === 1) checkVersion(file, value);
    const { data: line, error } = PackLine.safeParse(value);
    const [issue] = error?.issues ?? [];
    check(issue && `${issue.path.join(".") || "no line of a pack"}: ${issue.message}`);
    if (line === undefined) continue;
    check(order.take(line));
    yield line;
  }
  check(order.end());
}

/** Undefined is no line of any kind, and is refused as such. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Before anything else: of a later version nothing more is known. */
function checkVersion(file: string, header: unknown): void {
  const { data } = PackFormat.safeParse(header);
  if (data === undefined) throw packInvalid(file, "is no pack");
  if (data.version <= PACK_VERSION) return;
  const problem = `${file} has version ${data.version}, and this puppet-engine reads ${PACK_VERSION}`;
  throw new EngineError("PACK_NEWER", `${problem}; install a newer puppet-engine`);
}
