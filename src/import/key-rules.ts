// Every key of an agent file of Puppet Engine v1, and where it goes in a persona.
import {
  anything,
  capitalization,
  decisionFactors,
  flag,
  host,
  localHours,
  network,
  number,
  provider,
  type Reading,
  sentenceLength,
  text,
  textOrNone,
  texts,
  UNIT,
} from "./readings.ts";
import { events, memories, ownPosts, relationships, remembered } from "./recollection.ts";
import { offsetOfZone } from "./time-zone.ts";

export interface KeyRule {
  /** Dotted, each name in snake_case. */
  readonly key: string;
  /** Dotted key of the persona; none: left out. */
  readonly to?: string;
  readonly read: Reading;
  /** What it does now, where v1 did nothing with it. */
  readonly now?: string;
  /** Whether it has no effect here either. */
  readonly isKept?: boolean;
  /** Of several amounts for one key the least counts. */
  readonly isLeast?: boolean;
}

type More = Pick<KeyRule, "now" | "isKept" | "isLeast">;
const rule = (key: string, to: string, read: Reading, more: More = {}): KeyRule => ({
  key,
  to,
  read,
  ...more,
});
const kept = (...keys: readonly string[]): readonly KeyRule[] =>
  keys.map((key) => ({ key, read: anything, isKept: true }));

const whole = (from: number, to: number): Reading => number({ from, to, isWhole: true });
const upTo = (to: number): Reading => number({ from: 0, to });
const unit = number(UNIT);
const MANY = 1_000_000;
/** A maximum of nothing is none: a bit over half a minute, in hours. */
const LEAST_MAXIMUM = 0.01;
const maximum = number({ from: LEAST_MAXIMUM, to: MANY });

const identity: readonly KeyRule[] = [
  rule("name", "name", textOrNone),
  rule("description", "description", text),
  rule("llm_provider", "llm.provider", provider),
  rule("custom_system_prompt", "systemPrompt", textOrNone),
  rule("rotating_system_prompts", "rotatingSystemPrompts", texts),
  rule("is_active", "isActive", flag),
  rule("llm_config.model", "llm.model", textOrNone, { now: "the model that is asked" }),
  rule("llm_config.temperature", "llm.temperature", upTo(2), { now: "as it says" }),
  rule("llm_config.max_tokens", "llm.maxTokens", whole(1, 32_768), { now: "length of an answer" }),
  rule("llm_config.top_p", "llm.topP", number({ from: 0.01, to: 1 }), { now: "as it says" }),
  rule("llm_config.presence_penalty", "llm.presencePenalty", number({ from: -2, to: 2 }), {
    now: "as it says",
  }),
  rule("llm_config.frequency_penalty", "llm.frequencyPenalty", number({ from: -2, to: 2 }), {
    now: "as it says",
  }),
  ...kept("llm_config.retry_attempts", "llm_config.fallback_provider"),
];

const character: readonly KeyRule[] = [
  rule("personality.traits", "personality.traits", texts),
  rule("personality.values", "personality.values", texts),
  rule("personality.speaking_style", "personality.speakingStyle", text),
  rule("personality.interests", "personality.interests", texts),
  ...kept("personality.background", "personality.quirks", "personality.emotional_range"),
];

const style: readonly KeyRule[] = [
  rule("style_guide.voice", "styleGuide.voice", text),
  rule("style_guide.tone", "styleGuide.tone", text),
  rule("style_guide.formatting.uses_hashtags", "styleGuide.formatting.usesHashtags", flag),
  rule("style_guide.formatting.hashtag_style", "styleGuide.formatting.hashtagStyle", text),
  rule("style_guide.formatting.uses_emojis", "styleGuide.formatting.usesEmojis", flag),
  rule("style_guide.formatting.emoji_frequency", "styleGuide.formatting.emojiFrequency", text),
  rule(
    "style_guide.formatting.capitalization",
    "styleGuide.formatting.capitalization",
    capitalization,
  ),
  rule(
    "style_guide.formatting.sentence_length",
    "styleGuide.formatting.sentenceLength",
    sentenceLength,
  ),
  rule("style_guide.formatting.avoid_hyphens", "styleGuide.formatting.avoidHyphens", flag, {
    now: "texts have no hyphens",
  }),
  rule("style_guide.vocabulary.key_terms", "styleGuide.vocabulary.keyTerms", texts, {
    now: "words that it likes to say",
  }),
  rule("style_guide.vocabulary.avoid_terms", "styleGuide.vocabulary.avoidTerms", texts, {
    now: "words that it never says",
  }),
  rule("style_guide.topics_to_avoid", "styleGuide.topicsToAvoid", texts),
  ...kept("style_guide.content_preferences", "style_guide.language_constraints"),
];

const CORE = { now: "never forgotten, and in the prompts" };
const EVENTS = { now: "remembered as events" };

const memory: readonly KeyRule[] = [
  rule("initial_memory.core_memories", "initialMemory.coreMemories", remembered, CORE),
  rule("initial_memory.recent_events", "initialMemory.recentEvents", events, EVENTS),
  rule("initial_memory.relationships", "initialMemory.relationships", relationships),
  rule("initial_memory.tweet_history", "initialMemory.recentPosts", ownPosts, {
    now: "own texts, not to be repeated",
  }),
];

const POSTS = "behavior.postFrequency";
const PATTERNS = "behavior.interactionPatterns";
const CONTENT = "behavior.contentPreferences";

const behavior: readonly KeyRule[] = [
  rule(
    "behavior.post_frequency.min_hours_between_posts",
    `${POSTS}.minHoursBetweenPosts`,
    upTo(MANY),
  ),
  rule("behavior.post_frequency.max_hours_between_posts", `${POSTS}.maxHoursBetweenPosts`, maximum),
  rule("behavior.post_frequency.peak_posting_hours", `${POSTS}.peakPostingHours`, localHours),
  rule("behavior.post_frequency.peak_hours", `${POSTS}.peakPostingHours`, localHours, {
    now: "posts sooner in them",
  }),
  rule("behavior.post_frequency.timezone", "behavior.utcOffsetMinutes", offsetOfZone, {
    now: "what its local hours are",
  }),
  rule("behavior.interaction_patterns.reply_probability", `${PATTERNS}.replyProbability`, unit),
  rule(
    "behavior.interaction_patterns.quote_tweet_probability",
    `${PATTERNS}.quoteProbability`,
    unit,
  ),
  rule("behavior.interaction_patterns.like_probability", `${PATTERNS}.likeProbability`, unit),
  rule("behavior.interaction_patterns.retweet_probability", `${PATTERNS}.repostProbability`, unit, {
    now: "reposts",
  }),
  ...kept("behavior.interaction_patterns.mention_response_time"),
  rule(
    "behavior.content_preferences.max_thread_length",
    `${CONTENT}.maxThreadLength`,
    whole(1, 25),
    {
      now: "posts of one thread",
    },
  ),
  rule(
    "behavior.content_preferences.typical_post_length",
    `${CONTENT}.typicalPostLength`,
    whole(1, 280),
    { now: "characters of a post, about" },
  ),
  rule("behavior.content_preferences.max_post_length", `${CONTENT}.maxPostLength`, whole(20, 280), {
    now: "characters of a post, at most",
  }),
  rule(
    "behavior.content_preferences.link_sharing_frequency",
    `${CONTENT}.linkSharingFrequency`,
    unit,
    { now: "as it says" },
  ),
];

const TRADES = "behavior.trading_behavior";
const SAFETY = "solana_integration.trade_safety";
const RULES = "agent_kit_integration.autonomy_rules";
const sol = upTo(MANY);

const trading: readonly KeyRule[] = [
  rule(
    `${TRADES}.trading_frequency.min_hours_between_trades`,
    "trading.minHoursBetweenTrades",
    upTo(MANY),
  ),
  rule(
    `${TRADES}.trading_frequency.max_hours_between_trades`,
    "trading.maxHoursBetweenTrades",
    maximum,
    { now: "looks again by then" },
  ),
  rule(`${TRADES}.trading_frequency.random_probability`, "trading.tradeProbability", unit),
  rule(`${TRADES}.trade_tweet_probability`, "trading.postProbability", unit, {
    now: "writes about a trade that went through",
  }),
  rule(`${TRADES}.max_trade_amount_per_transaction`, "trading.maxTradeSol", sol, {
    now: "the least of the amounts counts",
    isLeast: true,
  }),
  rule(`${TRADES}.allowed_tokens.always_tradable`, "trading.alwaysTradable", texts, {
    now: "always among what it may trade",
  }),
  rule(`${TRADES}.allowed_tokens.consider_trending`, "trading.considersTrending", flag, {
    now: "whether trending tokens count",
  }),
  rule(`${TRADES}.allowed_tokens.blacklist`, "trading.blacklist", texts),
  rule(`${TRADES}.trade_decision_factors`, "trading.decisionFactors", decisionFactors),
  rule("solana_integration.wallet_address", "wallet.address", textOrNone),
  rule("solana_integration.network", "wallet.network", network, { now: "the network it is on" }),
  rule("solana_integration.rpc_url", "wallet.rpcUrl", host),
  rule("solana_integration.trading_enabled", "trading.enabled", flag),
  rule(`${SAFETY}.max_trade_amount_sol`, "trading.maxTradeSol", sol, { isLeast: true }),
  rule(`${SAFETY}.min_wallet_balance_sol`, "trading.minBalanceSol", sol),
  rule(`${SAFETY}.max_slippage_percent`, "trading.maxSlippagePercent", upTo(100)),
  rule(`${SAFETY}.max_daily_trades`, "trading.maxTradesPerDay", whole(0, MANY), {
    now: "the least counts",
    isLeast: true,
  }),
  rule(`${RULES}.max_daily_trades`, "trading.maxTradesPerDay", whole(0, MANY), { isLeast: true }),
  rule(`${RULES}.max_single_trade_amount_sol`, "trading.maxTradeSol", sol, { isLeast: true }),
  rule(`${RULES}.ignore_human_trading_requests`, "trading.ignoresRequests", flag, {
    now: "whether it trades because somebody asks",
  }),
  ...kept(
    `${RULES}.require_trending_validation`,
    "agent_kit_integration.enabled",
    "agent_kit_integration.methods.allowed",
    "agent_kit_integration.methods.autonomous_only",
    "jupiter_integration",
  ),
];

/** Keys of an agent file; `id`, and what is secret, are read apart from them. */
const agentRules: readonly KeyRule[] = [
  ...identity,
  ...character,
  ...style,
  ...memory,
  ...behavior,
  ...trading,
];

/** Keys of a memory file, `data/memories/ID.json`. */
const memoryRules: readonly KeyRule[] = [
  rule("core_memories", "initialMemory.coreMemories", remembered),
  rule("recent_events", "initialMemory.recentEvents", events, EVENTS),
  rule("recent_posts", "initialMemory.recentPosts", ownPosts),
  rule("tweet_history", "initialMemory.recentPosts", ownPosts, {
    now: "own texts, not to be repeated",
  }),
  rule("relationships", "initialMemory.relationships", relationships),
  rule("long_term_memories", "initialMemory.memories", memories, { now: "remembered" }),
];

/** Objects of v1 whose unknown keys go into the object of the persona that has their place. */
const sections: ReadonlyMap<string, string> = new Map([
  ["personality", "personality"],
  ["style_guide", "styleGuide"],
  ["style_guide.formatting", "styleGuide.formatting"],
  ["style_guide.vocabulary", "styleGuide.vocabulary"],
  ["initial_memory", "initialMemory"],
  ["behavior", "behavior"],
  ["behavior.post_frequency", POSTS],
  ["behavior.interaction_patterns", PATTERNS],
  ["behavior.content_preferences", CONTENT],
  ["llm_config", "llm"],
]);

/** What the keys of a kind of file mean. */
export interface Meaning {
  /** By key. */
  readonly rules: ReadonlyMap<string, KeyRule>;
  /** Objects with keys of their own, with their place in a persona. */
  readonly sections: ReadonlyMap<string, string>;
  /** Where unknown keys go; the persona itself, when left out. */
  readonly rest?: string;
}

const byKey = (rules: readonly KeyRule[]): ReadonlyMap<string, KeyRule> =>
  new Map(rules.map((it) => [it.key, it]));

export const agentMeaning: Meaning = { rules: byKey(agentRules), sections };
export const memoryMeaning: Meaning = {
  rules: byKey(memoryRules),
  sections: new Map(),
  rest: "initialMemory",
};
