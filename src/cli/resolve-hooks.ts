// Gives a user's file, wherever it lies, the engine's own copies of puppet-engine, xstate and rxjs:
// a machine made by another copy of xstate would not be a machine here.
import { createRequire, type ResolveFnOutput, registerHooks } from "node:module";

const OWN = /^(?:puppet-engine|xstate|rxjs)(?:\/|$)/;
const USER_TYPESCRIPT = /^file:(?!.*\/node_modules\/).*\.ts(?:\?|$)/;
const SOURCE_CONDITION = "puppet-engine-source";

/** The sources import each other; the built code does not know that they exist. */
const extraConditions = import.meta.url.endsWith(".ts") ? [SOURCE_CONDITION] : [];
const requireHere = createRequire(import.meta.url);

/**
 * Holds for every import and require that follows, whoever asks. Hooks belong to a thread: a worker
 * installs its own.
 */
export function installResolveHooks(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const conditions = [...context.conditions, ...extraConditions];
      if (!OWN.test(specifier)) return asModule(nextResolve(specifier, context));
      if (context.parentURL === import.meta.url)
        return nextResolve(specifier, { ...context, conditions });
      // A require keeps its own parent, so it gets the path that the same require has here.
      return context.conditions.includes("require")
        ? nextResolve(requireHere.resolve(specifier), context)
        : nextResolve(specifier, { ...context, conditions, parentURL: import.meta.url });
    },
  });
}

/** A `.ts` file is a module, whatever the nearest package.json says: `npm init` writes "commonjs" there. */
function asModule(resolved: ResolveFnOutput): ResolveFnOutput {
  return USER_TYPESCRIPT.test(resolved.url)
    ? { ...resolved, format: "module-typescript" }
    : resolved;
}
