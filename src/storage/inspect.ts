// Whether a database holds what was acknowledged: looked at when a store is opened. Entries and states are not read
// for that; their hashes are checked when they are.
import { messageOf } from "../core/error.ts";
import { type Anchor, MAX_AHEAD, newerStore } from "./anchor.ts";
import { type Damage, spanOf } from "./damage.ts";
import type { View } from "./database.ts";
import { type Expected, inspectRun, type Stored } from "./inspect-run.ts";
import { headRange, META_KEY, runOf } from "./keys.ts";
import { FORMAT, type Meta, readFormat, readMeta } from "./records.ts";

export interface Inspection {
  /** Undefined when it is damaged. */
  readonly meta: Meta | undefined;
  readonly runs: Map<string, Stored>;
  readonly damages: readonly Damage[];
}

/**
 * @param anchor undefined when there is none
 * @throws EngineError STORE_NEWER
 */
export async function inspect(
  view: View,
  anchor: Anchor | undefined,
  place: string,
): Promise<Inspection> {
  const meta = await metaOf(view, place);
  const damages = metaDamages(meta, anchor);
  const runs = new Map<string, Stored>();
  for (const id of await idsOf(view, anchor, damages)) {
    const found = await inspectRun(view, id, expectedOf(id, meta, anchor));
    damages.push(...found.damages);
    if (found.stored !== undefined) runs.set(id, found.stored);
  }
  return { meta, runs, damages };
}

/** What is lost when the database cannot be opened at all. */
export function everythingIn(anchor: Anchor | undefined, what: string, cause?: unknown): Damage[] {
  const lost = [...(anchor?.runs ?? [])].map(([run, { seq }]) => {
    return { run, what: `${spanOf(0, seq)} are missing` };
  });
  return [{ what, ...(cause !== undefined && { cause }) }, ...lost];
}

async function metaOf(view: View, place: string): Promise<Meta | undefined> {
  try {
    const value = await view.get(META_KEY);
    if (value === undefined) return undefined;
    const format = readFormat(META_KEY, value)?.format ?? FORMAT;
    if (format > FORMAT) throw newerStore(place, format);
    return readMeta(META_KEY, value);
  } catch (thrown) {
    if (isUnreadable(thrown)) return undefined;
    throw thrown;
  }
}

/** LevelDB names what it finds in a broken file. */
const isUnreadable = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && String(thrown.code).startsWith("LEVEL_");

function metaDamages(meta: Meta | undefined, anchor: Anchor | undefined): Damage[] {
  if (meta === undefined)
    return [{ what: "the record that says what it is, is missing or broken" }];
  if (anchor === undefined) {
    const what =
      "both anchor files are missing or broken, so that nothing tells what it should hold";
    return meta.commit === 0 ? [] : [{ what }];
  }
  if (anchor.store !== meta.store) return [{ what: "its anchor files belong to another store" }];
  const ahead = meta.commit - anchor.commit;
  if (ahead < 0) return [{ what: `the last ${-ahead} of ${anchor.commit} batches are missing` }];
  if (ahead > MAX_AHEAD) return [{ what: `its anchor files are ${ahead} batches too old` }];
  return [];
}

/** Runs that the anchor or the database knows of. */
async function idsOf(
  view: View,
  anchor: Anchor | undefined,
  damages: Damage[],
): Promise<readonly string[]> {
  const ids = new Set(anchor?.runs.keys());
  try {
    for await (const [key] of view.entries(headRange)) {
      const id = runOf(key);
      if (id === undefined) damages.push({ what: `it has a key that is none of ours: ${key}` });
      else ids.add(id);
    }
  } catch (thrown) {
    damages.push({ what: `its list of runs cannot be read: ${messageOf(thrown)}`, cause: thrown });
  }
  return [...ids].sort();
}

function expectedOf(id: string, meta: Meta | undefined, anchor: Anchor | undefined): Expected {
  if (anchor === undefined) return { anchored: undefined, ahead: Number.POSITIVE_INFINITY };
  const isRemoved = meta?.removed.some(({ run, commit }) => run === id && commit > anchor.commit);
  const ahead = Math.max(0, (meta?.commit ?? 0) - anchor.commit);
  return { anchored: isRemoved ? undefined : anchor.runs.get(id), ahead };
}
