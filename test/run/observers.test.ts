// What observers may do: throw, wait for a state, send events; none of it reaches the run but what they send.
import { config, filter, interval, map, take } from "rxjs";
import { describe, expect, test } from "vitest";
import { waitFor } from "xstate";
import { hours, minutes } from "../../src/core/time.ts";
import type { LiveRun } from "../../src/run/stage.ts";
import { observed, quiet } from "../support/observed-town.ts";

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

  test("in one of several runs at the same time is no affair of the process", async () => {
    const before = config.onUnhandledError;
    const runs = await Promise.all([
      observed((live) => live.journal$.pipe(take(2)).subscribe(angry)),
      observed((live) => live.posts$.pipe(take(2)).subscribe(angry)),
      observed((live) => live.agent("bob").inbox$.pipe(take(1)).subscribe(angry)),
    ]);
    const errors = runs.flatMap(({ observerErrors }) => observerErrors);
    expect(errors.length).toBeGreaterThanOrEqual(3);
    for (const { digest } of runs) expect(digest).toBe((await quiet).digest);
    // What is thrown after the last run is reported as ever.
    expect(config.onUnhandledError).toBe(before);
  });

  test("before the first step is a wrong program and stops it", async () => {
    const before = config.onUnhandledError;
    await expect(observed(angry)).rejects.toThrow("an angry observer");
    expect(config.onUnhandledError).toBe(before);
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
      const wait = waitFor(live.agent("bob"), ({ context }) => context.n === 500);
      waiting.push(expect(wait).rejects.toThrow("Actor terminated"));
    });
    await Promise.all(waiting);
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
