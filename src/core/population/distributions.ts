// Distributions as plain data: what may stand in the persona of an archetype in the place of a value.
import { z } from "zod";

const bounds = { min: z.number().optional(), max: z.number().optional() };
const positive = z.number().gt(0);
const share = z.number().min(0).max(1);

const isRange = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
  from <= to;
const isWithin = ({ min, max }: z.infer<z.ZodObject<typeof bounds>>): boolean =>
  min === undefined || max === undefined || min <= max;
const RANGE = "from is above to";
const BOUNDS = "min is above max";

const Uniform = z
  .strictObject({ distribution: z.literal("uniform"), from: z.number(), to: z.number() })
  .refine(isRange, RANGE);
const Integer = z
  .strictObject({ distribution: z.literal("integer"), from: z.int(), to: z.int() })
  .refine(isRange, RANGE);
const Normal = z
  .strictObject({
    distribution: z.literal("normal"),
    mean: z.number(),
    sd: z.number().min(0),
    ...bounds,
  })
  .refine(isWithin, BOUNDS);
const LogNormal = z
  .strictObject({
    distribution: z.literal("logNormal"),
    median: positive,
    sigma: z.number().min(0),
    ...bounds,
  })
  .refine(isWithin, BOUNDS);
const Pareto = z
  .strictObject({ distribution: z.literal("pareto"), least: positive, alpha: positive, ...bounds })
  .refine(isWithin, BOUNDS);
const Chance = z.strictObject({ distribution: z.literal("chance"), probability: share });
const AnyOneOf = z
  .strictObject({
    distribution: z.literal("oneOf"),
    items: z.array(z.unknown()).min(1),
    weights: z.array(z.number().min(0)).optional(),
  })
  .refine(
    ({ items, weights }) => weights === undefined || weights.length === items.length,
    "there is not one weight for each item",
  )
  .refine(({ weights = [1] }) => weights.some((weight) => weight > 0), "no weight is above 0");
const AnySomeOf = z
  .strictObject({
    distribution: z.literal("someOf"),
    items: z.array(z.unknown()),
    count: z.union([z.int().min(0), Integer.refine(({ from }) => from >= 0, "from is below 0")]),
  })
  .refine(
    ({ items, count }) => (typeof count === "number" ? count : count.to) <= items.length,
    "there are less items than are to be drawn",
  );

/** A distribution of any kind, as it is read from an archetype. */
export const AnyDistribution = z.discriminatedUnion("distribution", [
  Uniform,
  Integer,
  Normal,
  LogNormal,
  Pareto,
  Chance,
  AnyOneOf,
  AnySomeOf,
]);
export type AnyDistribution = z.infer<typeof AnyDistribution>;

export type IntegerDistribution = z.infer<typeof Integer>;
export type NumberDistribution =
  | z.infer<typeof Uniform>
  | IntegerDistribution
  | z.infer<typeof Normal>
  | z.infer<typeof LogNormal>
  | z.infer<typeof Pareto>;
export type ChanceDistribution = z.infer<typeof Chance>;

export interface OneOf<Item> {
  readonly distribution: "oneOf";
  readonly items: readonly Item[];
  readonly weights?: readonly number[];
}

export interface SomeOf<Item> {
  readonly distribution: "someOf";
  readonly items: readonly Item[];
  readonly count: number | IntegerDistribution;
}

/** A value of a type, or a distribution of such values; within objects and lists at any depth. */
export type Template<T> =
  | Fixed<T>
  | OneOf<Template<T>>
  | (T extends number ? NumberDistribution : never)
  | (T extends boolean ? ChanceDistribution : never)
  | (T extends readonly (infer Item)[] ? SomeOf<Template<Item>> : never);

type Fixed<T> = T extends readonly (infer Item)[]
  ? readonly Template<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Template<T[Key]> }
    : T;

/** Bounds of what is drawn: whatever falls outside is drawn again. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Evenly spread in [from, to). */
export const uniform = (from: number, to: number): NumberDistribution => ({
  distribution: "uniform",
  from,
  to,
});

/** Whole numbers, each with equal chance; both ends included. */
export const integer = (from: number, to: number): IntegerDistribution => ({
  distribution: "integer",
  from,
  to,
});

/** The bell curve. @param sd its standard deviation, from 0 */
export const normal = (mean: number, sd: number, within: Bounds = {}): NumberDistribution => ({
  distribution: "normal",
  mean,
  sd,
  ...within,
});

/**
 * A heavy tail of large values around a median: pauses, delays, lengths.
 * @param shape `median` above 0; `sigma` from 0, the standard deviation of the logarithm: 1 is a factor of e
 */
export const logNormal = (
  shape: { readonly median: number; readonly sigma: number },
  within: Bounds = {},
): NumberDistribution => ({ distribution: "logNormal", ...shape, ...within });

/** The heaviest tail: the chance to be above x is (least / x)^alpha. @param shape both above 0 */
export const pareto = (
  shape: { readonly least: number; readonly alpha: number },
  within: Bounds = {},
): NumberDistribution => ({ distribution: "pareto", ...shape, ...within });

/** True with a chance in [0, 1]. */
export const chance = (probability: number): ChanceDistribution => ({
  distribution: "chance",
  probability,
});

/**
 * One item of a list. An item may be an object with distributions of its own, so that what belongs together is
 * drawn together.
 * @param weights one from 0 for each item; equal when left out
 */
export const oneOf = <const Item>(
  items: readonly Item[],
  weights?: readonly number[],
): OneOf<Item> => ({ distribution: "oneOf", items, ...(weights && { weights }) });

/** Different items of a list, in the order in which they are drawn. @param count up to their number */
export const someOf = <const Item>(
  items: readonly Item[],
  count: number | IntegerDistribution,
): SomeOf<Item> => ({ distribution: "someOf", items, count });
