// Starts store-child.ts and listens to what it says.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { z } from "zod";

const script = join(import.meta.dirname, "store-child.ts");

const said = z.object({
  seq: z.int().optional(),
  opened: z.int().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});
export type Said = z.infer<typeof said>;

export interface Child {
  readonly pid: number;
  /** The next line, undefined after the last. */
  readonly next: () => Promise<Said | undefined>;
  /** Ends it at once, as the loss of power would, but for the caches of the system. @returns what it had still said */
  readonly kill: () => Promise<readonly Said[]>;
}

/** @param limit of the size of its files, in blocks of 512 bytes: a disk that is soon full */
export function startChild(
  mode: "hold" | "try" | "write",
  folder: string,
  { seed = 0, limit }: { readonly seed?: number; readonly limit?: number } = {},
): Child {
  const node = [process.execPath, script, mode, folder, String(seed)];
  const limited = ["sh", "-c", `trap '' XFSZ; ulimit -f ${limit}; exec "$@"`, "sh", ...node];
  const [command = "", ...args] = limit === undefined ? node : limited;
  const child: ChildProcessWithoutNullStreams = spawn(command, args);
  const ended = new Promise((resolve) => child.once("close", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Said | undefined> => {
    const line = await lines.next();
    return line.done === true ? undefined : said.parse(JSON.parse(line.value));
  };
  const kill = async (): Promise<readonly Said[]> => {
    child.kill("SIGKILL");
    const rest: Said[] = [];
    for (let line = await next(); line !== undefined; line = await next()) rest.push(line);
    await ended;
    return rest;
  };
  return { pid: child.pid ?? 0, next, kill };
}
