// The table `follows`: who followed whom, before the run and after it.
import { toAddress, toId } from "../../core/event.ts";
import type { RunState } from "../../core/state.ts";
import { defineTable } from "./table.ts";

interface Follow {
  readonly follower: string;
  readonly followed: string;
  readonly startWeight: number | undefined;
  readonly endWeight: number | undefined;
}

export const follows = defineTable<Follow>({
  name: "follows",
  doc: "A row for each pair of whom one follows the other, by the id of the follower.",
  columns: [
    { name: "follower", type: "text", doc: "id of the agent", of: ({ follower }) => follower },
    { name: "followed", type: "text", doc: "id of the other", of: ({ followed }) => followed },
    {
      name: "startWeight",
      type: "real",
      unit: "0 to 1",
      isOptional: true,
      doc: "weight at the start of the run; absent when it followed later",
      of: ({ startWeight }) => startWeight,
    },
    {
      name: "endWeight",
      type: "real",
      unit: "0 to 1",
      isOptional: true,
      doc: "weight at the end of the run; absent when it follows no more",
      of: ({ endWeight }) => endWeight,
    },
  ],
  open: (put) => ({
    onEnd: ({ state }) => {
      for (const follow of followsIn(state)) put(follow);
    },
  }),
});

function* followsIn({ production, world, agents }: RunState): Iterable<Follow> {
  for (const { address } of agents) {
    const follower = toId(address);
    const first = production.follows.get(follower) ?? new Map<string, number>();
    const last = world.follows.get(address) ?? new Map<string, number>();
    for (const followed of new Set([...first.keys(), ...[...last.keys()].map(toId)])) {
      const endWeight = last.get(toAddress(followed));
      yield { follower, followed, startWeight: first.get(followed), endWeight };
    }
  }
}
