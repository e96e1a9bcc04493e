// The exponential and the logarithm to two hundred bits, and how far a double lies from them.

/** Bits behind the point. */
const BITS = 260n;
const ONE = 1n << BITS;

/** An exact number: mantissa x 2^exponent. */
export interface Exact {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The parts of a finite double, without loss. */
function partsOf(x: number): Exact {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const size = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: raw >> 63n ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

const shift = (value: bigint, by: number): bigint =>
  by >= 0 ? value << BigInt(by) : value >> BigInt(-by);

const toFixed = (x: number): bigint => {
  const { mantissa, exponent } = partsOf(x);
  return shift(mantissa, exponent + Number(BITS));
};

/** The product of two numbers behind the point; it is rounded towards zero, so that series end. */
const times = (a: bigint, b: bigint): bigint => (a * b) / ONE;

/** 2 artanh z for a z behind the point. */
function twiceArtanh(z: bigint): bigint {
  const square = times(z, z);
  let power = z;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = times(power, square);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

/** e^x for a fixed-point x: the result lies in [1/2, 2) x 2^exponent. */
function expFixed(x: bigint): Exact {
  const half = ONE >> 1n;
  const k = (x * ONE) / LN2 + (x < 0n ? -half : half);
  const turns = k / ONE;
  const rest = x - turns * LN2;
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = times(term, rest) / n;
  }
  return { mantissa: sum, exponent: Number(turns) - Number(BITS) };
}

export const exactExp = (x: number): Exact => expFixed(toFixed(x));

/** (1/2)^x */
export const exactHalfPower = (x: number): Exact => expFixed(times(-toFixed(x), LN2));

/** The natural logarithm of a positive number. */
export function exactLog(x: number): Exact {
  const { mantissa, exponent } = partsOf(x);
  const bits = mantissa.toString(2).length;
  // x = m 2^k with m in [1/2, 1)
  const m = shift(mantissa, Number(BITS) - bits);
  const k = BigInt(exponent + bits);
  return {
    mantissa: k * LN2 + twiceArtanh(((m - ONE) * ONE) / (m + ONE)),
    exponent: -Number(BITS),
  };
}

/** How many units in the last place of a double lie between it and the exact number. */
export function ulpsBetween(actual: number, { mantissa, exponent }: Exact): number {
  const parts = partsOf(actual);
  // Twenty bits of a unit are enough to see how far off it is.
  const scale = 20;
  const exact = shift(mantissa, exponent - parts.exponent + scale);
  return Math.abs(Number((parts.mantissa << BigInt(scale)) - exact)) / (1 << scale);
}
