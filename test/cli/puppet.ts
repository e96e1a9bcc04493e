// Runs the command: in a process of its own as a user does, or many calls in one process.
import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const CHAT = join(root, "test/fixtures/scenarios/chat.ts");
export const CROWD = join(root, "test/fixtures/scenarios/crowd.ts");

export interface Result {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Call {
  readonly argv: readonly string[];
  /** Where it is called; the root of the repository by default. */
  readonly cwd?: string;
  /** What is shown in colour, and redrawn, is so only on request. */
  readonly isColoured?: boolean;
  readonly isDrawable?: boolean;
}

/** One call of `bin/puppet.js`. @param stopAt sends Ctrl-C when standard error holds this text */
export function puppet(
  argv: readonly string[],
  { cwd = root, stopAt }: { readonly cwd?: string; readonly stopAt?: string } = {},
): Promise<Result> {
  return resultOf([join(root, "bin/puppet.js"), ...argv], { cwd, stopAt });
}

/** Each call through `main`, all in one process: starting one takes longer than most calls. */
export async function puppets(calls: readonly Call[]): Promise<readonly Result[]> {
  const { stdout, stderr, exitCode } = await resultOf(
    [join(import.meta.dirname, "many-calls.ts")],
    { cwd: root, stdin: JSON.stringify(calls) },
  );
  if (exitCode !== 0) throw new Error(`the calls ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout);
}

interface Spawning {
  readonly cwd: string;
  readonly stdin?: string;
  readonly stopAt?: string | undefined;
}

function resultOf(args: readonly string[], { cwd, stdin = "", stopAt }: Spawning): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
      const isTime = stopAt !== undefined && stderr.includes(stopAt);
      if (isTime && !child.killed) child.kill("SIGINT");
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
    child.stdin.end(stdin);
  });
}
