// Reads events for a fork from a file with one JSON object a line.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { EngineError, messageOf } from "../core/error.ts";
import { priorities } from "../core/event.ts";
import type { OutsideEvent, Scenario } from "../core/scenario.ts";
import { parseAt } from "./options.ts";

const Line = z.strictObject({
  /** Virtual milliseconds, or a time as on the command line. */
  at: z.union([z.int().min(0), z.string()]),
  /** An id, several, or `everyone`. */
  to: z.union([z.string(), z.array(z.string())]),
  event: z.looseObject({ type: z.string() }),
  priority: z.enum(priorities).optional(),
});

/**
 * @param scenario for instants as ISO texts
 * @throws EngineError EVENTS_INVALID with the number of the line, DURATION_INVALID, UNTIL_INVALID
 */
export function readEvents(file: string, scenario: Scenario): readonly OutsideEvent[] {
  return textOf(file)
    .split("\n")
    .flatMap((text, index) => (text.trim() === "" ? [] : [readLine(text, `${file}:${index + 1}`)]))
    .map(({ at, to, event, priority }) => ({
      at: typeof at === "number" ? at : parseAt(at, "at", scenario),
      to,
      event,
      ...(priority && { priority }),
    }));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (thrown) {
    throw new EngineError("EVENTS_INVALID", `${file} cannot be read: ${messageOf(thrown)}`);
  }
}

function readLine(text: string, place: string): z.infer<typeof Line> {
  const parsed = Line.safeParse(jsonOf(text, place));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const problem = `${place}: ${issue?.path.join(".") || "the line"}: ${issue?.message}`;
  const wayOut = 'write {"at": "13h", "to": "bob", "event": {"type": "…"}}';
  throw new EngineError("EVENTS_INVALID", `${problem}; ${wayOut}`);
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new EngineError("EVENTS_INVALID", `${place} is no JSON: ${messageOf(thrown)}`);
  }
}
