// Writes the path of a finding as a scenario that runs along it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { EngineError, messageOf } from "../core/error.ts";
import type { Finding } from "../explore/finding.ts";
import type { Loaded } from "./load.ts";

/**
 * Writes `counter-example-N.ts` for each finding that has a path; one of the same name is written anew.
 * @param input what a machine was cast with
 * @returns the commands that run them
 * @throws EngineError FILE_UNWRITABLE
 */
export function writeCounterExamples(
  findings: readonly Finding[],
  folder: string,
  { loaded, input }: { readonly loaded: Loaded; readonly input: unknown },
): readonly string[] {
  const found = findings.filter(({ path }) => path !== undefined);
  return found.map((finding, index) => {
    const file = join(folder, `counter-example-${index + 1}.ts`);
    writeText(file, textOf(finding, relativeImport(file, loaded.file), { loaded, input }));
    const path = relative(process.cwd(), file);
    return `npx puppet run ./${path} --seed ${finding.path?.seed ?? 1}`;
  });
}

function writeText(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (thrown) {
    throw new EngineError("FILE_UNWRITABLE", `${file} cannot be written: ${messageOf(thrown)}`);
  }
}

function relativeImport(from: string, to: string): string {
  const path = relative(resolve(dirname(from)), to).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

function textOf(
  { kind, what, why, path }: Finding,
  file: string,
  { loaded, input }: { readonly loaded: Loaded; readonly input: unknown },
): string {
  const isScenario = loaded.kind === "scenario";
  const imported = isScenario ? "scenario" : "machine";
  const source = isScenario ? "scenario" : `cast(machine, ${JSON.stringify(input)})`;
  const title = `${kind}: ${what === why ? what : `${what}: ${why}`}`.replace(/\s+/g, " ");
  return `// ${title}
import { alongPath${isScenario ? "" : ", cast"} } from "puppet-engine";
import ${imported} from ${JSON.stringify(file)};

export default alongPath(${source}, ${JSON.stringify(path, null, 2)});
`;
}
