// Brings a user's migration in from its file.
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { EngineError, messageOf } from "../core/error.ts";
import type { Migrate } from "../run/migrate.ts";
import type { Migration } from "../run/migrated-moment.ts";

const Module = z.object({
  default: z.custom<Migrate>((value) => typeof value === "function"),
});

/**
 * What `--migrate FILE` gives: its default export.
 * @throws EngineError MIGRATION_INVALID, MIGRATION_THROWS
 */
export async function migrationOf({
  migrate: path,
}: {
  readonly migrate?: string;
}): Promise<{ readonly migrate?: Migration }> {
  if (path === undefined) return {};
  const file = resolve(path);
  if (!existsSync(file)) {
    throw new EngineError("MIGRATION_INVALID", `no file at "${path}" (from ${process.cwd()})`);
  }
  const parsed = Module.safeParse(await importOf(file, path));
  if (parsed.success) {
    const text = readFileSync(file, "utf8");
    return { migrate: { migrate: parsed.data.default, hash: hash("sha256", text, "hex") } };
  }
  const wayOut = 'write "export default (state) => …"';
  throw new EngineError("MIGRATION_INVALID", `${path} exports no function; ${wayOut}`);
}

async function importOf(file: string, path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (thrown) {
    const problem = `${path} throws while it is loaded: ${messageOf(thrown)}`;
    throw new EngineError("MIGRATION_THROWS", problem, { cause: thrown });
  }
}
