// Units of money: amounts are whole numbers of the smallest one.

/** The native coin, under the address that Solana gives it among tokens. */
export const SOL = "So11111111111111111111111111111111111111112";
export const LAMPORTS_PER_SOL = 1_000_000_000;
