// The name that was probably meant.
import { floor, max, min } from "./math.ts";

/** A name with more wrong letters than this was not meant. */
const MAX_DISTANCE = 3;

/** @returns the candidate with the fewest wrong letters, or undefined when none is near */
export function nearest(query: string, candidates: readonly string[]): string | undefined {
  const most = min(MAX_DISTANCE, max(1, floor(query.length / 2)));
  const ranked = candidates
    .map((name) => ({ name, distance: distance(query.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return ranked[0]?.name ?? candidates.find((name) => query !== "" && name.startsWith(query));
}

/** Letters to change, add, drop or swap with a neighbour (Damerau 1964, restricted). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const best = min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? min(best, cell(i - 2, j - 2) + 1) : best);
    }
  }
  return cell(a.length, b.length);
}
