// Trials of harm: copies of a store, or of LevelDB alone, each damaged in one place and then read.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Finding } from "./finding.ts";
import { type Harm, harmsTo, type Kind } from "./harm.ts";

export interface Subject {
  readonly kind: Kind;
  /** The folder that is copied; nobody has it open. */
  readonly master: string;
  /** Behind all chance. */
  readonly key: number;
  readonly runs: number;
}

export interface Trial extends Finding {
  readonly number: number;
  readonly harm: Harm;
}

/** Harm after harm, each kind equally often. */
export async function tryDamage(subject: Subject): Promise<readonly Trial[]> {
  const findings: Finding[] = [];
  while (findings.length < subject.runs) {
    const { told, died } = await trials({ ...subject, from: findings.length });
    findings.push(...told);
    if (died !== undefined) findings.push({ outcome: "died", what: died });
  }
  const harms = harmsTo(subject.kind);
  return findings.flatMap((finding, number) => {
    const harm = harms[number % harms.length];
    return harm === undefined ? [] : [{ ...finding, number, harm }];
  });
}

/** @returns what was found before the process came to its end, and how it came to it if it died */
async function trials(
  args: Subject & { readonly from: number },
): Promise<{ readonly told: readonly Finding[]; readonly died: string | undefined }> {
  const program = join(import.meta.dirname, "damage-program.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(args)]);
  const [stdout, stderr, [exitCode, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  const told: readonly Finding[] = lines.map((line) => JSON.parse(line));
  if (exitCode !== 0 && signal === null) throw new Error(stderr);
  return { told, died: signal === null ? undefined : `${signal}: ${stderr.trim()}` };
}
