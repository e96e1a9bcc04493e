// The result of a test run in one plain line, the last one, for people and for programs that read logs.
import { writeSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

const STANDARD_OUTPUT = 1;

/** Prints `N passed, N failed, N skipped` when everything else has been printed. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const line = summaryOf(modules, unhandled.length);
    process.once("exit", () => writeSync(STANDARD_OUTPUT, `${line}\n`));
  }
}

/** A file that does not load and an error outside of tests count as failed: they hide tests. */
function summaryOf(modules: readonly TestModule[], unhandled: number): string {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  const unloaded = modules.reduce((sum, module) => sum + module.errors().length, 0);
  const skipped = count("skipped") + count("pending");
  return `${count("passed")} passed, ${count("failed") + unloaded + unhandled} failed, ${skipped} skipped`;
}
