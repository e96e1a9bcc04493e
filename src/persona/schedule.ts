// When a persona is awake, and when it posts next.
import { floor, max, min } from "../core/math.ts";
import { draw } from "../core/random.ts";
import { hourOfDay, hours, minutes } from "../core/time.ts";

/** The part of a persona that decides its hours. */
export interface Routine {
  readonly wake: number;
  readonly sleep: number;
  /** Minutes east of UTC. */
  readonly utcOffset: number;
  /** The start of the run as milliseconds since 1970 in UTC. */
  readonly startAt: number;
}

const localHour = (at: number, { startAt, utcOffset }: Routine): number =>
  hourOfDay(at, startAt, utcOffset);

/** Hours from one hour of day forward to another, in [0, 24). */
const hoursUntil = (from: number, to: number): number => (((to - from) % 24) + 24) % 24;

/** Whether the persona is awake by its routine. Equal hours mean that it never sleeps. */
export function isAwake(at: number, routine: Routine): boolean {
  if (routine.wake === routine.sleep) return true;
  const hour = localHour(at, routine);
  return hoursUntil(routine.wake, hour) < hoursUntil(routine.wake, routine.sleep);
}

/** A bed time or a wake-up moves by up to this much from day to day. */
const SLACK = minutes(45);

/** The next instant of falling asleep (or waking up), moved by chance. @param at now, in virtual milliseconds */
export function nextBedtime(at: number, routine: Routine, key: number): number {
  if (routine.wake === routine.sleep) return Number.MAX_SAFE_INTEGER;
  return at + hours(hoursUntil(localHour(at, routine), routine.sleep)) + slack(key, "bedtime");
}

export function nextWakeUp(at: number, routine: Routine, key: number): number {
  return at + hours(hoursUntil(localHour(at, routine), routine.wake)) + slack(key, "wake-up");
}

const slack = (key: number, purpose: string): number => floor(draw(key, purpose) * SLACK);

/** The part of a persona that decides how often it posts. */
export interface Frequency {
  /** Hours, at least 0. */
  readonly min: number;
  /** Hours, at least `min`. */
  readonly max: number;
  /** Local hours, 0 to 23. */
  readonly peaks: readonly number[];
}

/**
 * The pause until the next post, by the rule of Puppet Engine v1: uniform between min and max hours; in peak hours
 * times 0.7 to 0.9, else times 1.1 to 1.3; every other time up to 5 minutes more; at most max. Where v1's rule
 * falls below min it is raised to min.
 * @param pace multiplies the pause before the caps: below 1 for an excited mood
 * @returns virtual milliseconds
 */
export function postPause(
  at: number,
  {
    frequency,
    routine,
    pace,
  }: { readonly frequency: Frequency; readonly routine: Routine; readonly pace: number },
  key: number,
): number {
  const { min: least, max: most, peaks } = frequency;
  const base = least + draw(key, "post-interval") * (most - least);
  const isPeak = peaks.includes(floor(localHour(at, routine)));
  const factor = (isPeak ? 0.7 : 1.1) + draw(key, "post-factor") * 0.2;
  const jitter = draw(key, "post-jitters") < 0.5 ? draw(key, "post-jitter") * (5 / 60) : 0;
  return hours(min(max(base * factor * pace + jitter, least), most));
}
