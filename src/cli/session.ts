// What the commands share: the terminal, and the exit code that they leave.
import type { Terminal } from "./terminal.ts";

/** One call of the program. */
export interface Session {
  readonly terminal: Terminal;
  exitCode: number;
}
