// How the tests run: "puppet-engine" means the sources, as for TypeScript.
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { SummaryReporter } from "./test/support/summary-reporter.ts";

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^puppet-engine$/, replacement: join(root, "src/index.ts") },
      { find: /^puppet-engine\/machines\/(.*)$/, replacement: join(root, "machines/$1.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: "100%",
    // The code has no module-level state, so files share workers: on two cores ten times as fast to start.
    isolate: false,
    reporters: ["default", new SummaryReporter()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
