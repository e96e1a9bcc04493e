// What is seen of a run while it goes on, and of a finished one again.
import { bufferTime, firstValueFrom, interval, map, type Observable, take, toArray } from "rxjs";
import { describe, expect, test } from "vitest";
import { setup } from "xstate";
import type { Entry } from "../../src/core/event.ts";
import { defineScenario } from "../../src/core/scenario.ts";
import { hours, minutes, seconds } from "../../src/core/time.ts";
import type { Post } from "../../src/core/world/posts.ts";
import { simulate } from "../../src/run/simulate.ts";
import { observed, quiet } from "../support/observed-town.ts";

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
      const streams: Readonly<Record<string, Observable<unknown>>> = {
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

describe("a finished run", () => {
  test("shows its journal and its posts again on virtual time, as often as one likes", async () => {
    const run = await quiet;
    for (let i = 0; i < 2; i++) {
      const journal = run.journal$.pipe(
        map((entry) => ({ entry, now: run.clock.now() })),
        toArray(),
      );
      const shown = await firstValueFrom(journal);
      expect(shown.map(({ entry }) => entry)).toEqual(run.journal);
      for (const { entry, now } of shown) expect(now).toBe(entry.at);
      expect(await firstValueFrom(run.posts$.pipe(toArray()))).toEqual(run.posts);
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
      firstValueFrom(
        run.journal$.pipe(
          map(({ at }) => order.push(at)),
          toArray(),
        ),
      ),
      firstValueFrom(
        run.posts$.pipe(
          map(({ at }) => order.push(at)),
          toArray(),
        ),
      ),
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
