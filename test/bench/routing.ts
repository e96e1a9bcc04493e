// Finding the receiver of an event among many: by index, and by a filter per agent on one stream.
import { filter, Subject } from "rxjs";
import { fingerprint, type Outcome, timed } from "./measure.ts";

interface Addressed {
  readonly to: number;
}

const scattered = (agents: number, events: number): readonly Addressed[] =>
  Array.from({ length: events }, (_, i) => ({ to: (i * 7919) % agents }));

async function measure(
  agents: number,
  events: readonly Addressed[],
  makeSend: (receive: (index: number) => void) => (event: Addressed) => void,
): Promise<Outcome> {
  const received = new Float64Array(agents);
  const send = makeSend((index) => {
    received[index] = (received[index] ?? 0) + 1;
  });
  const [, elapsed] = await timed(() => events.forEach(send));
  // Rates are compared, so that the slow way may do less; what must agree is that nothing went astray.
  const arrived = received.reduce((sum, n) => sum + n, 0) === events.length;
  return { operations: events.length, elapsed, result: fingerprint([String(arrived)]) };
}

/** As the engine does: found by index, with a stream for those that somebody looks at (here one in a hundred). */
export const byIndex = (agents: number, events: number): Promise<Outcome> =>
  measure(agents, scattered(agents, events), (receive) => {
    const taps: (Subject<Addressed> | undefined)[] = [];
    for (let index = 0; index < agents; index++) {
      taps[index] = index % 100 === 0 ? new Subject<Addressed>() : undefined;
    }
    return (event) => {
      receive(event.to);
      taps[event.to]?.next(event);
    };
  });

/** As one is tempted to: one stream that every agent filters. */
export const byFilter = (agents: number, events: number): Promise<Outcome> =>
  measure(agents, scattered(agents, events), (receive) => {
    const all = new Subject<Addressed>();
    for (let index = 0; index < agents; index++) {
      all.pipe(filter(({ to }) => to === index)).subscribe(() => receive(index));
    }
    return (event) => all.next(event);
  });
