// Defects of Puppet Engine v1 in what several agents do together, and that they have not come back.
import { expect, test } from "vitest";
import { days, hours, minutes } from "../../src/core/time.ts";
import { mindIn, perform, postsOf } from "../support/personas.ts";

const wakeful = { activityHours: { wake: 0, sleep: 0 } };
const quiet = {
  ...wakeful,
  postFrequency: { minHoursBetweenPosts: 400, maxHoursBetweenPosts: 500 },
};
const order = (at: number, to: string, text: string) => ({
  at,
  to,
  event: { type: "reply-requested", post: "none", text },
});

test("a post that names two agents is answered by both: nobody shares a list of what was answered", async () => {
  const call = { type: "mentioned", from: "cy", post: "7", thread: "7", as: "post" };
  const run = await perform({
    people: { ada: { behavior: quiet }, bo: { behavior: quiet }, cy: { behavior: quiet } },
    events: [
      { at: hours(1), to: ["ada", "bo"], event: { ...call, text: "@ada @bo, what do you say?" } },
    ],
    until: hours(3),
  });
  const asked = run.journal.flatMap(({ to, requests }) =>
    requests.filter(({ effect }) => effect === "social.post").map(() => to),
  );
  expect(new Set(asked)).toEqual(new Set(["agent:ada", "agent:bo"]));
});

test("every agent hears its own mentions, however many share the network", async () => {
  const ids = Array.from({ length: 9 }, (_, i) => `p${i}`);
  const run = await perform({
    people: Object.fromEntries(ids.map((id) => [id, { behavior: quiet }])),
    events: ids.map((to, i) => ({
      at: hours(1) + minutes(i),
      to,
      event: { type: "mentioned", from: "p0", text: `Is that you, ${to}?` },
    })),
    until: hours(4),
  });
  for (const id of ids) expect(Object.keys(mindIn(run, id).answers), id).toEqual(["from p0"]);
});

test("a model that is slow for one holds nobody else up", async () => {
  const behavior = {
    ...wakeful,
    postFrequency: { minHoursBetweenPosts: 1, maxHoursBetweenPosts: 2 },
  };
  const people = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, { behavior }]));
  const event = { type: "post-requested", topic: "tea", force: true };
  const run = await perform({
    people,
    events: [{ at: hours(1), to: "everyone", event }],
    world: { latency: 10 },
    until: hours(1) + minutes(3),
  });
  // Ten times as slow, a text takes 8 to 70 seconds, and sending it up to 15 more: one after another they would take ten minutes.
  const posts = Object.keys(people).flatMap((id) =>
    postsOf(run, id).filter(({ topic }) => topic === "tea"),
  );
  expect(posts.length).toBe(20);
});

test("what is not there is not answered, and harms nobody", async () => {
  const run = await perform({
    people: { ada: { behavior: quiet } },
    events: [order(hours(1), "ada", "Hello?")],
    until: days(1),
  });
  expect(postsOf(run, "ada")).toEqual([]);
  expect(run.deadLetters).toBe(0);
  expect(mindIn(run, "ada").visits).toEqual([]);
});
