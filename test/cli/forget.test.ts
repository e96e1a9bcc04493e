// What a user sees of `puppet forget`: it asks first, says what it erases, and nothing of it is left on the disk.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { CHAT, puppets } from "./puppet.ts";

const TEXT = "My number is 555-0101, call me";
const event = { type: "mentioned", stranger: true, from: "1823", post: "99", text: TEXT };

/** What is in the files of the store. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");

test("a text is erased on request, and the run is whole and replays", async () => {
  const cwd = makeFolder({
    "e.ndjson": JSON.stringify({ at: "8h", to: "ada", event }),
  });
  const callIn = (...calls: readonly string[]) =>
    puppets(calls.map((call) => ({ argv: call.split(" "), cwd })));
  const [, forked] = await callIn(
    `run ${CHAT} --quiet`,
    "fork chat-1 --at 6h --events e.ndjson --json",
  );
  expect(bytesIn(join(cwd, "snapshots"))).toContain("555-0101");
  const [asked, byPost, erased, again, none, wrong, verified, replayed, shown] = await callIn(
    "forget chat-1.1 --from 1823",
    "forget chat-1.1 --post 99 --json",
    "forget chat-1.1 --text 555-0101 --yes --json",
    "forget chat-1.1 --text 555-0101 --yes",
    "forget chat-1 --from 1823",
    "forget chat-1.1 --from 1823 --post 99",
    "verify chat-1.1",
    "replay chat-1.1 --json",
    "transcript chat-1.1 --from 7h",
  );
  for (const result of [asked, byPost]) {
    expect([result?.exitCode, result?.stdout]).toEqual([2, ""]);
    expect(result?.stderr).toMatch(/^FORGET_UNCONFIRMED: 1 text, "My number .* --yes .*\n$/);
  }
  expect(JSON.parse(erased?.stdout ?? "")).toEqual({
    ...{ run: "chat-1.1", texts: 1 },
    entries: expect.any(Number),
    snapshots: expect.any(Number),
  });
  for (const result of [again, none]) expect(result?.stderr).toMatch(/^FORGET_NOTHING: /);
  expect(wrong?.stderr).toMatch(/^OPTION_INVALID: --from "1823" --post "99" /);
  expect(bytesIn(join(cwd, "snapshots"))).not.toContain("555-0101");
  expect(verified?.exitCode).toBe(0);
  const { digest } = JSON.parse(forked?.stdout ?? "");
  expect(JSON.parse(replayed?.stdout ?? "").digest).toBe(digest);
  expect(shown?.stdout).toContain("[erased ");
});
