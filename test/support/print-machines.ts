// A program that prints what the machines in the named files are, loaded by Node as users' machines are.
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { isMachine } from "../../src/core/machine/internals.ts";
import { prepareMachine } from "../../src/core/machine/prepare.ts";
import { functionsOf, structureOf } from "../../src/core/machine/structure.ts";

const Module = z.looseObject({ default: z.custom(isMachine) });

const printed = process.argv.slice(2).map(async (file) => {
  const { default: machine } = Module.parse({ ...(await import(pathToFileURL(file).href)) });
  if (!isMachine(machine)) throw new Error(`${file} exports no machine`);
  const prepared = prepareMachine(machine, file);
  return { structure: structureOf(prepared), functions: functionsOf(prepared) };
});
console.log(JSON.stringify(await Promise.all(printed)));
