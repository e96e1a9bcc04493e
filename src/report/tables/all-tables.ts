// All tables of a run, in the order in which they are told.
import { agents } from "./agents.ts";
import { entries } from "./entries.ts";
import { follows } from "./follows.ts";
import { moods } from "./moods.ts";
import { posts } from "./posts.ts";
import { relationships } from "./relationships.ts";
import { states } from "./states.ts";
import type { Table } from "./table.ts";

export const allTables: readonly Table[] = [
  entries,
  posts,
  states,
  moods,
  relationships,
  follows,
  agents,
];
