// A store that tells when a commit was acknowledged.
import type { Commit, Store } from "../../src/storage/store.ts";

/** @param onKept called after each commit, before whoever made it hears of it; @returns the same store */
export function watchCommits<S extends Store>(
  store: S,
  onKept: (commit: Commit) => void | Promise<void>,
): S {
  const commit = store.commit.bind(store);
  return Object.assign(store, {
    commit: async (next: Commit): Promise<void> => {
      await commit(next);
      await onKept(next);
    },
  });
}
