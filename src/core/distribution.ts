// Distributions by their quantiles: a number in [0, 1) becomes one that is distributed as asked, by basic
// operations alone and so with the same bits everywhere.
import { exp, log, min, sqrt } from "./math.ts";

/** Half of the smallest number that `draw` gives besides 0: what 0 counts as, since its quantile is infinite. */
const LEAST = 5.551115123125783e-17;

/** Of numerator and denominator, from the highest power to the constant. */
type Rational = readonly [above: readonly number[], below: readonly number[]];

/** Around the middle, in 0.425^2 - (u - 1/2)^2. */
const MIDDLE: Rational = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852545, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
];
/** Towards the ends, in sqrt(-ln u) - 1.6. */
const OUTER: Rational = [
  [
    7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
];
/** At the very ends, in sqrt(-ln u) - 5. */
const FAR: Rational = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
];

/**
 * The number below which a standard normal one lies with chance u, to about 1 part in 10^15.
 * Source: algorithm AS 241, routine PPND16 (Wichura: The percentage points of the normal distribution.
 * Applied Statistics 37, 1988, 477-484).
 * @param u in [0, 1), as `draw` gives it; 0 counts as 2^-54
 * @returns in [-8.3, 8.3]
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * ratio(MIDDLE, 0.180625 - q * q);
  const r = sqrt(-log(q < 0 ? u || LEAST : 1 - u));
  const distance = r <= 5 ? ratio(OUTER, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -distance : distance;
}

const ratio = ([above, below]: Rational, x: number): number =>
  polynomial(above, x) / polynomial(below, x);

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * A log-normal number: half of them lie below the median, and the tail above it is heavy.
 * @param u in [0, 1), as `draw` gives it
 * @param shape `median` above 0; `sigma` from 0, the standard deviation of the logarithm: with 1, two thirds lie
 *   within a factor of e around the median, and one in 44 is more than 7.4 times as large
 * @returns above 0 and finite
 */
export function sampleLogNormal(
  u: number,
  { median, sigma }: { readonly median: number; readonly sigma: number },
): number {
  return min(median * exp(sigma * normalQuantile(u)), Number.MAX_VALUE);
}

/**
 * A Pareto number: the chance to lie above x is (least / x)^alpha.
 * @param u in [0, 1), as `draw` gives it
 * @param shape `least` above 0; `alpha` above 0: up to 2 the variance is infinite, up to 1 the mean too
 * @returns from `least`, finite
 */
export function samplePareto(
  u: number,
  { least, alpha }: { readonly least: number; readonly alpha: number },
): number {
  return min(least * exp(-log(1 - u) / alpha), Number.MAX_VALUE);
}
