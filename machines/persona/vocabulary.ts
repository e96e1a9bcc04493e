// The words of the machine `persona`: what its states may ask for, wait for, check and change, each by its name.
import {
  attention,
  type Feeling,
  feeling,
  inclination,
  isAwake,
  llmComplete,
  llmReflect,
  type Mind,
  type PersonaEvent,
  type PersonaInput,
  perform,
  remembering,
  routine,
  socialPost,
  socialReact,
  socialRead,
  writing,
} from "puppet-engine";
import { assign, type DoneActorEvent, setup } from "xstate";

/** How the mood moves: [valence, arousal, dominance]. */
const SHIFT = {
  liked: { valence: 0.004, arousal: 0.002, dominance: 0.002 },
  refused: { valence: -0.15, arousal: 0.15, dominance: -0.1 },
};

/** What guards and delays see. */
export interface Scope {
  readonly context: Mind;
  readonly event: PersonaEvent;
}

/** An action that changes what the agent has in mind. */
export const change = (to: (mind: Mind, event: PersonaEvent) => Partial<Mind>) =>
  assign<Mind, PersonaEvent, undefined, PersonaEvent, never>(({ context, event }) =>
    to(context, event),
  );

/** The same for one type of event; any other changes nothing. */
export const changeOn = <Type extends PersonaEvent["type"]>(
  type: Type,
  to: (mind: Mind, event: Extract<PersonaEvent, { type: Type }>) => Partial<Mind>,
) => change((mind, event) => (isOf(event, type) ? to(mind, event) : {}));

const isOf = <Type extends PersonaEvent["type"]>(
  event: PersonaEvent,
  type: Type,
): event is Extract<PersonaEvent, { type: Type }> => event.type === type;

/** Several changes, each after the other. */
const both =
  <Event extends object>(
    first: (mind: Mind, event: Event) => Partial<Mind>,
    second: (mind: Mind, event: Event) => Partial<Mind>,
  ) =>
  (mind: Mind, event: Event): Partial<Mind> => {
    const changed = first(mind, event);
    return { ...changed, ...second({ ...mind, ...changed }, event) };
  };

/** What came instead of a reply. */
export const failureOf = (event: object): unknown => ("error" in event ? event.error : undefined);

export const actors = {
  write: perform(llmComplete),
  reflect: perform(llmReflect),
  publish: perform(socialPost),
  read: perform(socialRead),
  react: perform(socialReact),
};

export const delays = {
  aboutAnHour: ({ event }: Scope) => feeling.aboutAnHour(event),
  aGlance: ({ context }: Scope) => attention.glance(context),
  untilPost: ({ context, event }: Scope) => routine.until(event, context.nextPostAt),
  untilAttention: ({ context, event }: Scope) =>
    routine.until(event, attention.nextAttentionAt(context)),
  untilBedtime: ({ context, event }: Scope) => routine.until(event, context.bedtimeAt),
  untilWakeUp: ({ context, event }: Scope) => routine.until(event, context.wakeUpAt),
  untilRetry: ({ context, event }: Scope) => routine.until(event, context.retryAt),
  untilWarm: ({ context, event }: Scope) => routine.until(event, inclination.warmAt(context)),
};

export const guards = {
  turns: ({ context }: Scope, to: { readonly feeling: Feeling }) =>
    feeling.nextFeeling(context) === to.feeling && context.feeling !== to.feeling,
  isStirred: ({ event }: Scope) => event.type === "mood-shifted" && feeling.isStirred(event),
  isStruck: ({ event }: Scope) => event.type === "news" && feeling.isStruck(event),
  isDaytime: ({ context, event }: Scope) => isAwake(event.at, routine.routineOf(context)),
  isCalled: ({ context, event }: Scope) => attention.isCalled(context, event),
  hasVisit: ({ context }: Scope) => context.visits.length > 0,
  hasMuchToReflectOn: ({ context }: Scope) => remembering.isFull(context),
  mayPost: ({ context, event }: Scope) => routine.mayPost(context, event),
  hasSeenAll: ({ context }: Scope) => context.current === null,
  isOrdered: ({ context }: Scope) => context.current?.isOrdered === true,
  isAvoided: ({ context }: Scope) => inclination.isAvoided(context),
  isCoolTowards: ({ context, event }: Scope) => inclination.isCoolTowards(context, event),
  hasSaidEnough: ({ context }: Scope) => inclination.hasSaidEnough(context),
  hasRepliedEnough: ({ context, event }: Scope) => inclination.hasRepliedEnough(context, event),
  wantsToReply: ({ context, event }: Scope) => inclination.wantsToReply(context, event),
  wantsToQuote: ({ context, event }: Scope) => inclination.wantsToQuote(context, event),
  wantsToRepost: ({ context, event }: Scope) => inclination.wantsToRepost(context, event),
  wantsToLike: ({ context, event }: Scope) => inclination.wantsToLike(context, event),
  hasTiredOfSomebody: ({ context }: Scope) => inclination.hasTiredOfSomebody(context),
  needsConversation: ({ context }: Scope) => writing.needsConversation(context),
  isAnswering: ({ context }: Scope) => writing.isAnswering(context),
  hasDraft: ({ context }: Scope) => context.draft.length > 0,
  hasMoreParts: ({ context }: Scope) => context.draft.length > 1,
  hasTriedEnough: ({ context }: Scope) => context.tries >= writing.MAX_TRIES,
  isLimited: ({ event }: Scope) => writing.retryAfterOf(failureOf(event)) !== undefined,
  isRefused: ({ event }: Scope) => writing.isRefusal(failureOf(event)),
  isShutOut: ({ event }: Scope) => writing.isSuspension(failureOf(event)),
};

export const actions = {
  turnTo: assign<Mind, PersonaEvent, { readonly feeling: Feeling }, PersonaEvent, never>(
    (_, to) => ({ feeling: to.feeling }),
  ),
  begin: change(routine.begin),
  wakeUp: change(routine.wakeUp),
  fallAsleep: change(routine.fallAsleep),
  planReading: change(routine.planReading),
  postpone: change(routine.postpone),
  settle: change(feeling.settle),
  beAnnoyed: change((mind, event) => feeling.feel(mind, event, SHIFT.refused)),
  beAddressed: changeOn("mentioned", feeling.beAddressed),
  beMoved: change((mind, event) =>
    "mood" in event && event.mood ? feeling.feel(mind, event, event.mood) : {},
  ),
  feelUrge: change(routine.feelUrge),
  enjoyAttention: change((mind, event) =>
    event.type === "liked" || event.type === "reposted"
      ? {
          ...feeling.feel(mind, event, SHIFT.liked),
          ...remembering.meetBy(mind, event, { id: event.from, kind: event.type }),
        }
      : {},
  ),
  hearNews: changeOn("news", both(attention.hearNews, remembering.rememberNews)),
  rememberMood: changeOn("mood-shifted", remembering.rememberMood),
  takeCall: changeOn("mentioned", both(attention.takeCall, remembering.rememberCall)),
  takePrompt: changeOn(
    "interaction-prompted",
    both(attention.takePrompt, remembering.rememberPrompt),
  ),
  takePostRequest: changeOn("post-requested", attention.takePostRequest),
  takeReplyRequest: changeOn("reply-requested", attention.takeReplyRequest),
  becomeAnother: changeOn("persona-changed", routine.becomeAnother),
  lookAtNext: change(both(attention.takeNext, both(feeling.catchMood, remembering.getToKnow))),
  letPass: change(remembering.letPass),
  praise: change(remembering.praise),
  intendReply: change((mind) => writing.take(mind, "reply")),
  intendQuote: change((mind) => writing.take(mind, "quote")),
  chooseTopic: change(writing.chooseTopic),
  finishDraft: change(writing.finishDraft),
  retryLater: change((mind, event) => writing.retryLater(mind, event, failureOf(event))),
  warmUp: change(inclination.warmUp),
  endVisit: change(attention.endVisit),
  deferReflection: change(remembering.deferReflection),
};

/** A part of a draft counts as posted from now on. */
export const noteSent = assign<
  Mind,
  DoneActorEvent<{ readonly post: string }>,
  undefined,
  PersonaEvent,
  never
>(({ context, event }) => writing.notePart(context, event, event.output.post));

export const types = {
  context: {} as Mind,
  events: {} as PersonaEvent,
  input: {} as PersonaInput,
};

export const personaSetup = setup({ types, actors, delays, guards, actions });
