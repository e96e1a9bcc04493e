// A world of four accounts for tests, with everything that an agent may ask of it as a call.
import { z } from "zod";
import { type EventBody, NORMAL_PRIORITY, type Unranked } from "../../src/core/event.ts";
import { rootKey } from "../../src/core/random.ts";
import type { PostView, WorldAsk } from "../../src/core/world/answer.ts";
import type { FeedOrder } from "../../src/core/world/feed.ts";
import type { Post } from "../../src/core/world/posts.ts";
import { makeWorld, type WorldOutput } from "../../src/core/world/world-state.ts";
import { worldStep } from "../../src/core/world.ts";

export const START = Date.UTC(2026, 0, 5);

/** What a post belongs to. */
type About = Omit<Extract<WorldAsk, { readonly kind: "post" }>, "kind" | "text">;

interface Town {
  readonly follows?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly feed?: FeedOrder;
}

export function makeTown({ follows = {}, feed = "recent" }: Town = {}) {
  const ids = ["ada", "bob", "cleo", "dan"];
  const weights = Object.entries(follows).map(
    ([id, followed]) =>
      [
        `agent:${id}`,
        new Map(Object.entries(followed).map(([other, w]) => [`agent:${other}`, w])),
      ] as const,
  );
  const world = makeWorld({
    startAt: START,
    feed,
    accounts: new Map(
      ids.map((id) => [
        `agent:${id}`,
        { address: `agent:${id}`, id, name: id, interests: id === "dan" ? ["bread"] : [] },
      ]),
    ),
    random: [],
    happenings: {},
    follows: new Map(weights),
  });
  let asked = 0;
  const take = (event: EventBody, at: number): WorldOutput => {
    const key = rootKey(`asked ${asked++}`);
    return worldStep(world, { event, at, key, seeded: key, priority: NORMAL_PRIORITY });
  };
  const ask = (id: string, wish: WorldAsk, at = 0): Answered => {
    const event = {
      type: "asked",
      request: `agent:${id}#${asked}`,
      from: `agent:${id}`,
      ask: wish,
    };
    const output = take(event, at);
    const reply = output.deliveries.find(({ kind }) => kind === "reply");
    return { ...output, event, reply, notices: output.deliveries.filter((one) => one !== reply) };
  };
  const post = (id: string, text: string, about: About = {}, at = 0): Post => {
    const { post: written } = ask(id, { kind: "post", text, ...about }, at);
    if (written === undefined) throw new Error(`no post by ${id}`);
    return written;
  };
  const read = (id: string, at: number, limit = 50): readonly PostView[] =>
    postsOf(ask(id, { kind: "read", limit }, at));
  return { world, take, ask, post, read };
}

interface Answered extends WorldOutput {
  readonly event: EventBody;
  readonly reply: Unranked | undefined;
  readonly notices: readonly Unranked[];
}

const Read = z.object({ posts: z.array(z.custom<PostView>()) });

export const postsOf = ({ reply }: Answered): readonly PostView[] =>
  Read.parse(reply?.event.reply).posts;

export const idsOf = (views: readonly PostView[]): readonly string[] =>
  views.map(({ post }) => post);
