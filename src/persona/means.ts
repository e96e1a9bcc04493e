// What a persona has at its disposal: a model, names of secrets, a wallet, bounds. Part of its file.
import { z } from "zod";

const unit = z.number().min(0).max(1);

export const LlmSettings = z.looseObject({
  provider: z.enum(["openai", "grok"]).default("openai"),
  /** The provider's own default when left out. */
  model: z.string().min(1).optional(),
  temperature: z.number().min(0).max(2).default(0.9),
  topP: z.number().gt(0).max(1).default(0.95),
  presencePenalty: z.number().min(-2).max(2).default(1),
  frequencyPenalty: z.number().min(-2).max(2).default(1),
  /** Tokens of an answer, at most. */
  maxTokens: z.number().int().min(1).max(32_768).default(100),
  /** Tokens of a prompt, at most; what gives way first is told in the reference. */
  promptTokens: z.number().int().min(200).max(200_000).default(2000),
});

/** The name of a secret in the keystore: short and plain, as no token or key is. */
const SecretName = z
  .string()
  .regex(/^[a-z][a-z0-9_.-]{0,63}$/, "is no name of a secret; never write the secret itself here");

export const Credentials = z.strictObject({
  twitter: SecretName.optional(),
  openai: SecretName.optional(),
  grok: SecretName.optional(),
});

export const Wallet = z.looseObject({
  /** The public address; none in a simulation without one. */
  address: z.string().optional(),
  secret: SecretName.optional(),
  network: z.enum(["mainnet-beta", "devnet", "testnet", "localnet"]).default("devnet"),
  /** What the simulated wallet holds before its first request. */
  simulatedSol: z.number().min(0).max(1_000_000).default(1),
});

/** When and what a persona trades; amounts in SOL, since people write them. */
export const Trading = z
  .looseObject({
    enabled: z.boolean().default(true),
    minHoursBetweenTrades: z.number().min(0).default(6),
    maxHoursBetweenTrades: z.number().gt(0).default(24),
    /** How likely it trades when it looks. */
    tradeProbability: unit.default(0.25),
    /** How likely it writes about a trade that went through. */
    postProbability: unit.default(0.5),
    maxTradesPerDay: z.number().int().min(0).default(3),
    maxTradeSol: z.number().min(0).default(0.1),
    minBalanceSol: z.number().min(0).default(0.05),
    maxSlippagePercent: z.number().min(0).max(100).default(1),
    /** What it looks at when it chooses a token. */
    decisionFactors: z
      .array(z.enum(["trending", "gainers", "random", "mood", "whim"]))
      .default(["trending"]),
    alwaysTradable: z.array(z.string()).default([]),
    considersTrending: z.boolean().default(true),
    blacklist: z.array(z.string()).default([]),
    ignoresRequests: z.boolean().default(true),
  })
  .refine((it) => it.minHoursBetweenTrades <= it.maxHoursBetweenTrades, {
    message: "minHoursBetweenTrades is above maxHoursBetweenTrades",
  });

export const Limits = z.looseObject({
  /** Own posts, threads counted whole, within 24 hours. */
  postsPerDay: z.number().int().min(0).default(50),
  repliesPerDay: z.number().int().min(0).default(100),
  /** Memories that are kept, core memories aside. */
  memories: z.number().int().min(10).max(1000).default(60),
});
