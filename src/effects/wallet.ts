// A simulated wallet: what an agent holds, and what became of what it ordered. One state for all `wallet` effects; nothing
// of it is real, and nothing leaves the machine.
import { z } from "zod";
import type { EffectOutcome, SimulationScope } from "../core/effect.ts";
import { floor, round } from "../core/math.ts";
import { LAMPORTS_PER_SOL } from "../persona/money.ts";
import { base58 } from "./market.ts";

/** An amount in base units: never a fraction. */
export const Amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const Intent = z.string().regex(/^[a-zA-Z0-9_.:-]{1,64}$/);

/** What came of an order that names an intent. */
export interface Settled {
  readonly intent: string;
  readonly kind: "swap" | "transfer";
  readonly outcome: EffectOutcome<Receipt>;
  /** What really happened, where nobody was told. */
  readonly landed?: Receipt;
}

export const Receipt = z.strictObject({
  signature: z.string(),
  /** Lamports, on top of what was moved. */
  fee: Amount,
  /** Base units that left the wallet. */
  sold: Amount,
  /** Base units that came in; 0 for a transfer. */
  bought: Amount,
});
export type Receipt = z.infer<typeof Receipt>;

export interface Holdings {
  /** Null before the first request: what there is then comes from the persona. */
  readonly lamports: number | null;
  /** Base units by mint. */
  readonly tokens: Readonly<Record<string, number>>;
  /** The latest outcomes, the newest last. */
  readonly settled: readonly Settled[];
}

/** What every effect of the wallet shares. */
export const wallet = {
  state: { lamports: null, tokens: {}, settled: [] } as Holdings,
  stateName: "wallet",
};

/** Intents that are remembered; an older one would be carried out again. */
export const MAX_INTENTS = 100;
/** Lamports for a signature, and at most for being preferred. */
const BASE_FEE = 5000;
const MAX_EXTRA_FEE = 2000;

/** The parts of a persona that its wallet knows. */
const Owner = z
  .object({
    wallet: z.object({ simulatedSol: z.number().min(0).max(1_000_000).default(1) }).prefault({}),
    trading: z.object({ blacklist: z.array(z.string()).default([]) }).prefault({}),
  })
  .catch({ wallet: { simulatedSol: 1 }, trading: { blacklist: [] } });

export interface Purse extends Holdings {
  readonly lamports: number;
}

/** What an agent holds, its means at the beginning included. */
export function purseOf(holdings: Holdings, persona: unknown): Purse {
  if (holdings.lamports !== null) return { ...holdings, lamports: holdings.lamports };
  const { simulatedSol } = Owner.parse(persona ?? {}).wallet;
  return { ...holdings, lamports: round(simulatedSol * LAMPORTS_PER_SOL) };
}

export const blacklistOf = (persona: unknown): readonly string[] =>
  Owner.parse(persona ?? {}).trading.blacklist;

export const feeFrom = (draw: SimulationScope["draw"]): number =>
  BASE_FEE + floor(draw("fee") * MAX_EXTRA_FEE);

/** Something that moves money, once for each intent. */
export interface Attempt {
  readonly intent: string;
  readonly kind: Settled["kind"];
  /** @returns what is held afterwards and the receipt, or the reason of a refusal */
  readonly move: (
    purse: Purse,
    fee: number,
  ) => readonly [Purse, Omit<Receipt, "signature">] | string;
}

/** So many orders are sent and not confirmed in time; half of these have gone through all the same. */
const UNCONFIRMED = 0.02;
const UNCONFIRMED_LATENCY = 75_000;
const REFUSAL_LATENCY = 120;

type Carried = readonly [outcome: EffectOutcome<Receipt>, after: Holdings, latency: number];

/** Carries out an attempt unless its intent is known: then its outcome is told again and nothing moves. */
export function carryOut(attempt: Attempt, before: Holdings, scope: SimulationScope): Carried {
  const { intent, kind, move } = attempt;
  const { draw } = scope;
  const purse = purseOf(before, scope.input);
  const known = purse.settled.find((it) => it.intent === intent);
  if (known?.kind === kind) return [known.outcome, before, REFUSAL_LATENCY];
  if (known !== undefined)
    return [refused(`intent ${intent} is of a ${known.kind}`), before, REFUSAL_LATENCY];
  const fee = feeFrom(draw);
  const moved = move(purse, fee);
  if (typeof moved === "string") {
    const outcome = refused(moved);
    return [outcome, settle(purse, { intent, kind, outcome }), REFUSAL_LATENCY];
  }
  const receipt = { signature: base58(88, draw), ...moved[1] };
  const latency = 900 + floor(draw("latency") * 3100);
  if (draw("confirmation") >= UNCONFIRMED) {
    const outcome = { kind: "done", reply: receipt } as const;
    return [outcome, settle(moved[0], { intent, kind, outcome }), latency];
  }
  const outcome = { kind: "failed", reason: "not confirmed" } as const;
  const hasLanded = draw("landing") < 0.5;
  const settled = { intent, kind, outcome, ...(hasLanded && { landed: receipt }) };
  return [outcome, settle(hasLanded ? moved[0] : purse, settled), UNCONFIRMED_LATENCY];
}

const refused = (reason: string) => ({ kind: "refused", reason }) as const;

const settle = (purse: Purse, settled: Settled): Holdings => ({
  ...purse,
  settled: [...purse.settled, settled].slice(-MAX_INTENTS),
});

/** Changes what is held of a token; what is used up is not listed. */
export function withToken({ tokens }: Holdings, mint: string, change: number): Holdings["tokens"] {
  const left = (tokens[mint] ?? 0) + change;
  const others = Object.entries(tokens).filter(([other]) => other !== mint);
  const listed = left > 0 ? [...others, [mint, left] as const] : others;
  return Object.fromEntries(listed.sort(([a], [b]) => (a < b ? -1 : 1)));
}
