// The chat of the fixtures as a user's own: a folder to call commands in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../support/folder.ts";
import { CHAT, puppets, type Result, root } from "./puppet.ts";

export const chatFolder = (): string =>
  makeFolder({
    "scenarios/chat.ts": readFileSync(CHAT, "utf8"),
    "machines/chatter.ts": readFileSync(join(root, "test/fixtures/machines/chatter.ts"), "utf8"),
  });

/** Calls in one folder, one after another, in one process. */
export const callIn = (cwd: string, ...calls: readonly string[]): Promise<readonly Result[]> =>
  puppets(calls.map((call) => ({ argv: call.split(" "), cwd })));
