// The only arithmetic of the core: operations whose bits IEEE 754 fixes, and functions built from them.
// Math.pow, `**`, exp, log and sin may give other last bits on another machine (`**` does so for a tenth
// of all inputs between Node 22 and 24), and one bit is enough to turn a run into another one.

export const { abs, ceil, floor, imul, max, min, round, sign, sqrt, trunc, clz32 } = Math;

/** @returns x, but not below `low` nor above `high` */
export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

/** 10^n, exact. @param n a whole number in [0, 15] */
export function powerOfTen(n: number): number {
  let result = 1;
  for (let i = 0; i < n; i++) result *= 10;
  return result;
}

/** ln 2 in two parts: the first has its last 32 bits zero, so that k * LN2_HIGH is exact for |k| < 2^20. */
const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

/** 1/n! for n = 2 … 14. With |r| <= ln(2)/2 the first term left out is below 2^-56 of the sum. */
const EXP_TERMS = [
  0.5,
  1 / 6,
  1 / 24,
  1 / 120,
  1 / 720,
  1 / 5040,
  1 / 40_320,
  1 / 362_880,
  1 / 3_628_800,
  1 / 39_916_800,
  1 / 479_001_600,
  1 / 6_227_020_800,
  1 / 87_178_291_200,
];

/** 2^k by squaring, exact for every k in [-1022, 1023]. */
function powerOfTwo(k: number): number {
  let result = 1;
  let base = k < 0 ? 0.5 : 2;
  for (let n = abs(k); n > 0; n = n >>> 1) {
    if (n & 1) result *= base;
    base *= base;
  }
  return result;
}

/** Scales by 2^k in two exact factors, so that neither overflows before the result does. */
function scale(x: number, k: number): number {
  const half = trunc(k / 2);
  return x * powerOfTwo(half) * powerOfTwo(k - half);
}

/**
 * e^x, the same bits everywhere, within 2 units in the last place of the true value.
 * Method: x = k ln 2 + r with |r| <= ln(2)/2, then the Taylor series of e^r (Muller, Elementary
 * Functions, 3rd ed., ch. 3 and 11).
 * @param x any number; @returns in [0, Infinity]
 */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const k = round(x * INVERSE_LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const tail = high - r - low;
  let series = 0;
  for (let i = EXP_TERMS.length - 1; i >= 0; i--) series = series * r + (EXP_TERMS[i] ?? 0);
  return scale(1 + (r + (tail + series * r * r)), k);
}

/** (1/2)^x: what is left after x half-lives. Within 2 units in the last place. @param x any number */
export function halfPower(x: number): number {
  const k = round(x);
  if (!(abs(k) < 1100)) return exp(-x * 0.6931471805599453);
  return scale(exp((k - x) * 0.6931471805599453), -k);
}

/**
 * The natural logarithm, the same bits everywhere, within 2 units in the last place.
 * Method: x = m 2^k with m in [sqrt(1/2), sqrt(2)), then ln m = 2 artanh((m - 1) / (m + 1)) as a series.
 * @param x any number; @returns NaN below 0, -Infinity at 0
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const subnormal = x < 2.2250738585072014e-308;
  const [m, exponent] = split(subnormal ? x * powerOfTwo(54) : x);
  const k = subnormal ? exponent - 54 : exponent;
  const f = m - 1;
  const s = f / (m + 1);
  const z = s * s;
  let series = 0;
  for (let n = 25; n >= 3; n -= 2) series = (series + 2 / n) * z;
  // ln m = f - s f + s (z/3 + …)·2: the large part is exact, the rest is small.
  const small = s * (f - series);
  return k * LN2_HIGH - (small - k * LN2_LOW - f);
}

/** x = m 2^k with m in [sqrt(1/2), sqrt(2)); every scaling is by a power of two and so exact. */
function split(x: number): readonly [m: number, k: number] {
  let m = x;
  let k = 0;
  for (let step = 512; step >= 1; step = step >>> 1) {
    if (m >= powerOfTwo(step)) {
      m *= powerOfTwo(-step);
      k += step;
    }
    if (m < powerOfTwo(1 - step)) {
      m *= powerOfTwo(step);
      k -= step;
    }
  }
  return m >= 1.4142135623730951
    ? [m / 2, k + 1]
    : m < 0.7071067811865476
      ? [m * 2, k - 1]
      : [m, k];
}
