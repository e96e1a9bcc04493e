// Where two JSON values differ, as paths.

/** More of them say nothing more. */
const MAX_PATHS = 20;

/**
 * @param prefix what the paths begin with
 * @returns paths such as `event.text` or `requests.0.input`, the first MAX_PATHS of them; of what only one side has,
 * the path of the whole
 */
export function pathsThatDiffer(left: unknown, right: unknown, prefix = ""): readonly string[] {
  return [...differences(left, right, prefix)].slice(0, MAX_PATHS);
}

function* differences(left: unknown, right: unknown, path: string): Iterable<string> {
  if (Object.is(left, right)) return;
  if (!isTree(left) || !isTree(right) || Array.isArray(left) !== Array.isArray(right)) {
    yield path.replace(/\.$/, "");
    return;
  }
  const [a, b] = [new Map(Object.entries(left)), new Map(Object.entries(right))];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    yield* differences(a.get(key), b.get(key), `${path}${key}.`);
  }
}

const isTree = (value: unknown): value is object => typeof value === "object" && value !== null;
