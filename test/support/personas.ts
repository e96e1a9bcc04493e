// Personas in small scenarios, and what they wrote: for tests of the machine `persona`.
import type { AnyStateMachine } from "xstate";
import persona from "../../machines/persona.ts";
import {
  defineScenario,
  type Follows,
  type OutsideEvent,
  type WorldSettings,
} from "../../src/core/scenario.ts";
import { days } from "../../src/core/time.ts";
import type { Mind } from "../../src/persona/mind-state.ts";
import type { PersonaInput } from "../../src/persona/persona.ts";
import type { Run } from "../../src/run/run.ts";
import { simulate } from "../../src/run/simulate.ts";

export interface Stage {
  /** The machine `persona` when left out. */
  readonly machine?: AnyStateMachine;
  readonly people: Readonly<Record<string, Partial<PersonaInput>>>;
  readonly follows?: Readonly<Record<string, Follows>>;
  readonly events?: readonly OutsideEvent[];
  readonly world?: WorldSettings;
  readonly until?: number;
  readonly seed?: number;
}

export function perform(stage: Stage): Promise<Run> {
  const { machine = persona, people, until = days(2), seed = 1, ...rest } = stage;
  const agents = Object.entries(people).map(
    ([id, one]) => [id, { machine, input: { name: id, ...one } }] as const,
  );
  return simulate(
    defineScenario({ name: "stage", until, agents: Object.fromEntries(agents), ...rest }),
    { seed },
  );
}

export interface Sent {
  readonly at: number;
  readonly from: string;
  readonly text: string;
  readonly topic?: string;
  readonly replyTo?: string;
  readonly quoteOf?: string;
}

/** What was sent to be posted, in order. */
export function sentIn({ journal }: Run, from?: string): readonly Sent[] {
  return journal.flatMap(({ at, to, requests }) =>
    requests
      .filter(({ effect }) => effect === "social.post")
      .filter(() => from === undefined || to === `agent:${from}`)
      .map(({ input }) => ({
        at,
        from: to.replace("agent:", ""),
        ...(input as Omit<Sent, "at" | "from">),
      })),
  );
}

/** What stands in the world at the end. */
export const postsOf = ({ state }: Run, id: string) => {
  const { byId, byAuthor } = state.world.posts;
  return (byAuthor.get(`agent:${id}`) ?? []).flatMap((post) => byId.get(post) ?? []);
};

export const mindIn = ({ state }: Run, id: string): Mind =>
  state.byAddress.get(`agent:${id}`)?.snapshot?.context as Mind;

export const valueIn = ({ state }: Run, id: string): unknown =>
  state.byAddress.get(`agent:${id}`)?.snapshot?.value;
