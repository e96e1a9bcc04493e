// A program that is killed in the middle of its work.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";

interface Death {
  /** Whether it is time to kill it, after each line that it has printed. */
  readonly isTime: (lines: readonly string[]) => boolean;
  /** Milliseconds from then on. */
  readonly delay?: number;
}

/**
 * Starts a program and kills it.
 * @param program its name in this folder
 * @returns all lines that it had printed: those that were in the pipe when it died are among them
 */
export async function linesOfKilled(
  program: string,
  args: readonly string[],
  { isTime, delay = 0 }: Death,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const closed = once(child, "close");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (isTime(lines)) void setTimeout(delay).then(() => child.kill("SIGKILL"));
  }
  expect((await closed)[1]).toBe("SIGKILL");
  return lines;
}
