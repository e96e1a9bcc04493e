// What the linter cannot hold: length of files, opening comments, words that we do not use.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const MAX_LINES = 300;
const SOURCE = /\.(?:tsx?|js)$/;

const WORDS_NOT_USED = new Set(
  "manager helper util service handler process data info bot character tick turn".split(" "),
);

export interface SourceFile {
  /** Path from the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** All sources of the named folders, nested ones too; a folder that does not exist has none. */
export function sourcesIn(root: string, folders: readonly string[]): readonly SourceFile[] {
  const present = readdirSync(root).filter((name) => folders.includes(name));
  return present.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: relative(root, file).split(sep).join("/"),
        text: readFileSync(file, "utf8"),
      })),
  );
}

/** @returns one sentence per breach, with the file; none when the file is tidy */
export function tidyBreaches(file: SourceFile): readonly string[] {
  const breaches = [...lengthBreaches(file), ...openingBreaches(file), ...wordBreaches(file)];
  return breaches.map((breach) => `${file.path}: ${breach}`);
}

function lengthBreaches({ text }: SourceFile): readonly string[] {
  const lines = text.trimEnd().split("\n").length;
  return lines > MAX_LINES ? [`${lines} lines, at most ${MAX_LINES}`] : [];
}

function openingBreaches({ text }: SourceFile): readonly string[] {
  const [first = ""] = text.split("\n");
  return /^\/[/*]+ (?:\S+ ){2}\S/.test(first) ? [] : ["the first line does not say what it is for"];
}

function wordBreaches({ path, text }: SourceFile): readonly string[] {
  return [...path.replace(SOURCE, "").split("/"), ...declaredNames(text)].flatMap((name) => {
    const word = wordNotUsed(name);
    return word === undefined ? [] : [`the word "${word}" in ${name} is not used here`];
  });
}

/** The names of exports and of types, read from the start of lines. */
function declaredNames(text: string): readonly string[] {
  const single =
    /^(?:export )?(?:declare )?(?:(?:type|interface|abstract class|class)|(?<=export )(?:async )?(?:function\*?|const|let)) (\w+)/gm;
  const listed = /^export (?:const |type )?\{([^}]*)\}/gm;
  const names = [...text.matchAll(single)].map((match) => match[1] ?? "");
  const lists = [...text.matchAll(listed)].flatMap((match) => (match[1] ?? "").match(/\w+/g) ?? []);
  return [...names, ...lists];
}

/** @param name in kebab, camel, Pascal or snake case; plurals count */
function wordNotUsed(name: string): string | undefined {
  const words = (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((w) => w.toLowerCase());
  if (words.some((word, i) => word === "dry" && words[i + 1]?.startsWith("run"))) return "dry run";
  return words.find((word) => WORDS_NOT_USED.has(word) || WORDS_NOT_USED.has(singular(word)));
}

const singular = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : word);
