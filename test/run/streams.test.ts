// What observers get to see of a run while it goes on and afterwards, and that nothing they do reaches it.
import { bufferTime, filter, firstValueFrom, interval, map, take, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { assign, setup, waitFor } from "xstate";
import { perform } from "../../src/core/effect.ts";
import type { Entry, EventBody } from "../../src/core/event.ts";
import { cast, defineScenario, type OutsideEvent, type Scenario } from "../../src/core/scenario.ts";
import { tell } from "../../src/core/tell.ts";
import { hours, minutes, seconds } from "../../src/core/time.ts";
import type { Post } from "../../src/core/world/posts.ts";
import { socialPost } from "../../src/effects/social-post.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";
import type { LiveRun } from "../../src/run/stage.ts";

/** Writes every twenty minutes, and a greeting to bob with it. */
const writer = setup({
  types: { context: {} as { readonly n: number }, events: {} as { readonly type: "stop" } },
  actors: { publish: perform(socialPost) },
}).createMachine({
  id: "writer",
  context: { n: 0 },
  initial: "resting",
  on: { stop: ".stopped" },
  states: {
    resting: { after: { [minutes(20)]: "writing" } },
    writing: {
      entry: tell(({ context }) => ({ to: "bob", event: { type: "greeted", n: context.n } })),
      invoke: {
        src: "publish",
        input: ({ context }) => ({ text: `post ${context.n}` }),
        onDone: { target: "resting", actions: assign({ n: ({ context }) => context.n + 1 }) },
      },
    },
    stopped: { type: "final" },
  },
});

/** Counts what it hears. */
const hearer = setup({
  types: { context: {} as { readonly n: number }, events: {} as EventBody },
}).createMachine({
  id: "hearer",
  context: { n: 0 },
  on: { "*": { actions: assign({ n: ({ context }) => context.n + 1 }) } },
});

const town = (events: readonly OutsideEvent[] = []): Scenario =>
  defineScenario({
    name: "streams",
    until: hours(4),
    agents: { ada: cast(writer, undefined), bob: cast(hearer, undefined) },
    events,
  });

const observed = (observe: (live: LiveRun) => void, scenario = town()): Promise<Run> =>
  simulate(scenario, { observe });

const quiet = simulate(town());

describe("while a run goes on", () => {
  test("its journal and its posts are seen in order, each when it happens", async () => {
    const journal: Entry[] = [];
    const posts: Post[] = [];
    const clock: number[] = [];
    const run = await observed((live) => {
      live.journal$.subscribe((entry) => {
        journal.push(entry);
        clock.push(live.clock.now());
      });
      live.posts$.subscribe((post) => posts.push(post));
    });
    expect(journal).toEqual(run.journal);
    expect(posts).toEqual(run.posts);
    expect(posts.map(({ text }) => text)).toContain("post 7");
    expect(clock).toEqual(run.journal.map(({ at }) => at));
  });

  test("an agent shows what reaches it, what it sends out, and its state after each step", async () => {
    const inbox: string[] = [];
    const outbox: string[] = [];
    const values: unknown[] = [];
    const run = await observed((live) => {
      const ada = live.agent("ada");
      ada.inbox$.subscribe(({ event }) => inbox.push(event.type));
      ada.outbox$.subscribe(({ body }) => outbox.push(body.kind));
      ada.state$.subscribe(({ value }) => values.push(value));
    });
    const own = run.journal.filter(({ to }) => to === "agent:ada");
    expect(inbox).toEqual(own.map(({ event }) => event.type));
    expect(outbox.slice(0, 4)).toEqual(["message", "request", "message", "request"]);
    expect(values).toHaveLength(own.length);
    expect(values.slice(0, 4)).toEqual(["resting", "writing", "resting", "writing"]);
  });

  test("whoever looks on changes nothing", async () => {
    const run = await observed((live) => {
      live.journal$.subscribe();
      live.posts$.pipe(bufferTime(minutes(7), live.clock)).subscribe();
      live.agent("bob").state$.subscribe();
    });
    expect(run.digest).toBe((await quiet).digest);
  });

  test("operators work on its virtual time", async () => {
    const sizes: number[] = [];
    const ticks: number[] = [];
    await observed((live) => {
      live.posts$
        .pipe(bufferTime(hours(1), live.clock))
        .subscribe(({ length }) => sizes.push(length));
      interval(minutes(30), live.clock)
        .pipe(take(3))
        .subscribe(() => ticks.push(live.clock.now()));
    });
    // A post every twenty minutes and some: three, three, three, and what is left when the run ends.
    expect(sizes.slice(0, 3)).toEqual([2, 3, 3]);
    expect(sizes.reduce((sum, size) => sum + size)).toBe((await quiet).posts.length);
    expect(ticks).toEqual([minutes(30), minutes(60), minutes(90)]);
  });

  test("somebody who has left sees nothing more", async () => {
    const seen: Entry[] = [];
    const few = await new Promise<readonly Entry[]>((resolve) => {
      void observed((live) => {
        const subscription = live.journal$.subscribe((entry) => {
          seen.push(entry);
          if (seen.length === 5) subscription.unsubscribe();
        });
        live.journal$.pipe(take(2), toArray()).subscribe(resolve);
      });
    });
    await quiet;
    expect(few).toHaveLength(2);
    expect(seen).toHaveLength(5);
  });

  test("all its streams end with it", async () => {
    const ended: string[] = [];
    await observed((live) => {
      const ada = live.agent("ada");
      const streams = {
        journal: live.journal$,
        posts: live.posts$,
        inbox: ada.inbox$,
        outbox: ada.outbox$,
        state: ada.state$,
      };
      for (const [name, stream] of Object.entries(streams)) {
        stream.subscribe({ complete: () => ended.push(name) });
      }
    });
    expect(ended.sort()).toEqual(["inbox", "journal", "outbox", "posts", "state"]);
  });

  test("nobody can be looked at who is not cast", async () => {
    await observed((live) => {
      expect(() => live.agent("eve")).toThrow('agent "eve" is not cast');
    });
  });
});

describe("an observer that throws", () => {
  const angry = (): never => {
    throw new Error("an angry observer");
  };

  test("is counted, and neither the run nor other observers notice", async () => {
    let seen = 0;
    const run = await observed((live) => {
      live.journal$.pipe(take(3)).subscribe(angry);
      live.agent("bob").state$.pipe(take(2)).subscribe(angry);
      live.agent("ada").outbox$.pipe(take(1), map(angry)).subscribe();
      live.journal$.subscribe(() => seen++);
    });
    expect(run.digest).toBe((await quiet).digest);
    expect(seen).toBe(run.steps);
    expect(run.observerErrors.length).toBeGreaterThanOrEqual(3);
    expect(new Set(run.observerErrors)).toEqual(new Set(["an angry observer"]));
  });

  test("on virtual time is counted too, and what others have planned goes on", async () => {
    const ticks: number[] = [];
    const run = await observed((live) => {
      live.clock.schedule(angry, minutes(10));
      interval(minutes(30), live.clock)
        .pipe(take(4))
        .subscribe(() => ticks.push(live.clock.now()));
    });
    expect(run.digest).toBe((await quiet).digest);
    expect(run.observerErrors).toEqual(["an angry observer"]);
    expect(ticks).toHaveLength(4);
  });

  test("in one of two runs at the same time is no affair of the process", async () => {
    const runs = await Promise.all([
      observed((live) => live.journal$.pipe(take(2)).subscribe(angry)),
      observed((live) => live.posts$.pipe(take(2)).subscribe(angry)),
      observed((live) => live.agent("bob").inbox$.pipe(take(1)).subscribe(angry)),
    ]);
    const errors = runs.flatMap(({ observerErrors }) => observerErrors);
    expect(errors.length).toBeGreaterThanOrEqual(3);
    for (const { digest } of runs) expect(digest).toBe((await quiet).digest);
  });

  test("before the first step is a wrong program and stops it", async () => {
    await expect(observed(angry)).rejects.toThrow("an angry observer");
    // The next run has its own errors again.
    const run = await observed((live) => live.journal$.pipe(take(1)).subscribe(angry));
    expect(run.observerErrors).toHaveLength(1);
  });
});

describe("an agent seen as an actor of XState", () => {
  test("can be waited for, from before its start", async () => {
    const waiting: Promise<unknown>[] = [];
    await observed((live) => {
      waiting.push(waitFor(live.agent("ada"), ({ value }) => value === "writing"));
      waiting.push(waitFor(live.agent("bob"), ({ context }) => context.n === 5));
      waiting.push(waitFor(live.agent("ada"), (snapshot) => snapshot.matches("resting")));
    });
    const [writing, five, resting] = await Promise.all(waiting);
    expect(writing).toMatchObject({ value: "writing" });
    expect(five).toMatchObject({ context: { n: 5 } });
    expect(resting).toMatchObject({ value: "resting", context: { n: 0 } });
  });

  test("gives up the wait when the run ends before", async () => {
    const waiting: Promise<unknown>[] = [];
    await observed((live) => {
      waiting.push(waitFor(live.agent("bob"), ({ context }) => context.n === 500));
    });
    await expect(waiting[0]).rejects.toThrow("Actor terminated");
  });

  test("shows before its start the state that it starts in, and its last state afterwards", async () => {
    const live: LiveRun[] = [];
    await observed((it) => {
      live.push(it);
      expect(it.agent("ada").getSnapshot()).toMatchObject({ value: "resting", context: { n: 0 } });
    });
    expect(live[0]?.agent("ada").getSnapshot().context.n).toBeGreaterThan(5);
  });

  test("takes events a millisecond later, and they are journalled", async () => {
    const run = await observed((live) => {
      const ada = live.agent("ada");
      ada.state$
        .pipe(
          filter(({ context }) => context.n === 3),
          take(1),
        )
        .subscribe(() => ada.send({ type: "stop" }));
    });
    const stop = run.journal.findIndex(({ event }) => event.type === "stop");
    const before = run.journal[stop - 1];
    expect(run.journal[stop]).toMatchObject({
      to: "agent:ada",
      outcome: "handled",
      at: (before?.at ?? 0) + 1,
    });
    expect(run.posts).toHaveLength(3);
  });

  test("refuses events that no outsider may send", async () => {
    await observed((live) => {
      const ada = live.agent("ada");
      expect(() => ada.send({ type: "xstate.done.actor.x" })).toThrow("are reserved");
      expect(() => ada.send({ type: "stop", at: new Date(0) })).toThrow("event.at is a Date");
    });
  });

  test("takes an event sent on virtual time at that time, and not in the past", async () => {
    const seen: number[] = [];
    const run = await observed((live) => {
      live.clock.schedule(() => live.agent("bob").send({ type: "rung" }), minutes(31));
      live.clock.schedule(() => live.agent("bob").send({ type: "rung" }), hours(4) - 1);
      live.journal$.subscribe(() => seen.push(live.clock.now()));
    });
    const rung = run.journal.filter(({ event }) => event.type === "rung");
    expect(rung.map(({ at }) => at)).toEqual([minutes(31) + 1, hours(4)]);
    // The observers' clock shows the instant of each entry, and never goes back.
    expect(seen).toEqual(run.journal.map(({ at }) => at));
  });
});

describe("a finished run", () => {
  test("shows its journal and its posts again on virtual time, as often as one likes", async () => {
    const run = await quiet;
    for (let i = 0; i < 2; i++) {
      const at: number[] = [];
      const journal = run.journal$.pipe(
        map((entry) => ({ entry, now: run.clock.now() })),
        toArray(),
      );
      const shown = await firstValueFrom(journal);
      expect(shown.map(({ entry }) => entry)).toEqual(run.journal);
      for (const { entry, now } of shown) expect(now).toBe(entry.at);
      expect(await firstValueFrom(run.posts$.pipe(toArray()))).toEqual(run.posts);
      expect(at).toEqual([]);
    }
  });

  test("can be cut into hours of virtual time, after the fact as on its way", async () => {
    const live: number[] = [];
    const run = await observed((it) =>
      it.posts$.pipe(bufferTime(hours(1), it.clock)).subscribe(({ length }) => live.push(length)),
    );
    const later = await firstValueFrom(run.posts$.pipe(bufferTime(hours(1), run.clock), toArray()));
    expect(later.map(({ length }) => length)).toEqual(live);
  });

  test("keeps several observers on one clock together", async () => {
    const run = await quiet;
    const order: number[] = [];
    await Promise.all([
      run.journal$.forEach(({ at }) => order.push(at)),
      run.posts$.forEach(({ at }) => order.push(at)),
    ]);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).toHaveLength(run.steps + run.posts.length);
  });

  test("shows nothing more to somebody who has left", async () => {
    const run = await quiet;
    const few = await firstValueFrom(run.journal$.pipe(take(3), toArray()));
    expect(few).toEqual(run.journal.slice(0, 3));
  });

  test("of 30,000 entries is shown without delay", async () => {
    const beats = setup({}).createMachine({
      initial: "on",
      states: { on: { after: { 100: { target: "on", reenter: true } } } },
    });
    const run = await simulate(
      defineScenario({
        name: "long",
        until: seconds(3000),
        agents: { a: { machine: beats, input: null } },
      }),
    );
    const startedAt = performance.now();
    const entries = await firstValueFrom(run.journal$.pipe(toArray()));
    expect(entries).toHaveLength(30_001);
    // Sorting all that is planned at every entry took minutes.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
