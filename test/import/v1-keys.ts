// Every key of an agent file of Puppet Engine v1, with what must become of it; the file every-key.json has them all.
import type { Fate } from "../../src/import/fate.ts";

const secret = (key: string): V1Key => [
  `twitter_credentials.${key}`,
  "secret",
  "credentials.twitter",
];

export type V1Key = readonly [key: string, fate: Fate, to?: string];

export const v1Keys: readonly V1Key[] = [
  ["id", "used"],
  ["name", "used"],
  ["description", "used"],
  ["llm_provider", "renamed", "llm.provider"],
  ...["apiKey", "apiKeySecret", "accessToken", "accessTokenSecret"].map(secret),
  ...["bearerToken", "username", "password"].map(secret),
  ["custom_system_prompt", "renamed", "systemPrompt"],
  ["rotating_system_prompts", "renamed", "rotatingSystemPrompts"],
  ["personality.traits", "used"],
  ["personality.values", "used"],
  ["personality.interests", "used"],
  ["personality.speaking_style", "renamed", "personality.speakingStyle"],
  ["style_guide.voice", "renamed", "styleGuide.voice"],
  ["style_guide.tone", "renamed", "styleGuide.tone"],
  ["style_guide.formatting.uses_hashtags", "renamed", "styleGuide.formatting.usesHashtags"],
  ["style_guide.formatting.uses_emojis", "renamed", "styleGuide.formatting.usesEmojis"],
  ["style_guide.formatting.hashtag_style", "renamed", "styleGuide.formatting.hashtagStyle"],
  ["style_guide.formatting.emoji_frequency", "renamed", "styleGuide.formatting.emojiFrequency"],
  ["style_guide.formatting.capitalization", "renamed", "styleGuide.formatting.capitalization"],
  ["style_guide.formatting.sentence_length", "renamed", "styleGuide.formatting.sentenceLength"],
  ["style_guide.formatting.avoid_hyphens", "revived", "styleGuide.formatting.avoidHyphens"],
  ["style_guide.vocabulary.key_terms", "revived", "styleGuide.vocabulary.keyTerms"],
  ["style_guide.vocabulary.avoid_terms", "revived", "styleGuide.vocabulary.avoidTerms"],
  ["style_guide.topics_to_avoid", "renamed", "styleGuide.topicsToAvoid"],
  ["initial_memory.core_memories", "revived", "initialMemory.coreMemories"],
  ["initial_memory.coreMemories", "revived", "initialMemory.coreMemories"],
  ["initial_memory.relationships", "clamped", "initialMemory.relationships"],
  ["initial_memory.recent_events", "revived", "initialMemory.recentEvents"],
  ["initial_memory.recentEvents", "revived", "initialMemory.recentEvents"],
  ["initial_memory.tweetHistory", "revived", "initialMemory.recentPosts"],
  ...frequency("min_hours_between_posts", "minHoursBetweenPosts"),
  ...frequency("max_hours_between_posts", "maxHoursBetweenPosts"),
  ...frequency("peak_posting_hours", "peakPostingHours"),
  ["behavior.post_frequency.peak_hours", "revived", "behavior.postFrequency.peakPostingHours"],
  ["behavior.post_frequency.timezone", "revived", "behavior.utcOffsetMinutes"],
  pattern("reply_probability", "renamed", "replyProbability"),
  pattern("quote_tweet_probability", "renamed", "quoteProbability"),
  pattern("like_probability", "clamped", "likeProbability"),
  pattern("retweet_probability", "revived", "repostProbability"),
  pattern("mention_response_time", "kept", "mention_response_time"),
  content("max_thread_length", "maxThreadLength"),
  content("typical_post_length", "typicalPostLength"),
  content("link_sharing_frequency", "linkSharingFrequency"),
  content("max_post_length", "maxPostLength"),
  trades("trading_frequency.min_hours_between_trades", "renamed", "minHoursBetweenTrades"),
  trades("trading_frequency.max_hours_between_trades", "revived", "maxHoursBetweenTrades"),
  trades("trading_frequency.random_probability", "renamed", "tradeProbability"),
  trades("trade_tweet_probability", "revived", "postProbability"),
  trades("max_trade_amount_per_transaction", "revived", "maxTradeSol"),
  trades("allowed_tokens.always_tradable", "revived", "alwaysTradable"),
  trades("allowed_tokens.consider_trending", "revived", "considersTrending"),
  trades("allowed_tokens.blacklist", "renamed", "blacklist"),
  trades("trade_decision_factors", "renamed", "decisionFactors"),
  ["solana_integration.wallet_address", "renamed", "wallet.address"],
  ["solana_integration.private_key", "secret", "wallet.secret"],
  ["solana_integration.rpc_url", "kept", "wallet.rpcUrl"],
  ["solana_integration.trading_enabled", "renamed", "trading.enabled"],
  ["solana_integration.network", "revived", "wallet.network"],
  ["solana_integration.trade_safety.max_trade_amount_sol", "renamed", "trading.maxTradeSol"],
  ["solana_integration.trade_safety.min_wallet_balance_sol", "renamed", "trading.minBalanceSol"],
  ["solana_integration.trade_safety.max_slippage_percent", "renamed", "trading.maxSlippagePercent"],
  ["solana_integration.trade_safety.max_daily_trades", "revived", "trading.maxTradesPerDay"],
  ["agent_kit_integration.enabled", "kept"],
  ["agent_kit_integration.methods.allowed", "kept"],
  ["agent_kit_integration.methods.autonomous_only", "kept"],
  autonomy("ignore_human_trading_requests", "revived", "trading.ignoresRequests"),
  autonomy("require_trending_validation", "kept"),
  autonomy("max_daily_trades", "renamed", "trading.maxTradesPerDay"),
  autonomy("max_single_trade_amount_sol", "renamed", "trading.maxTradeSol"),
  ["llm_config.model", "revived", "llm.model"],
  ["llm_config.temperature", "revived", "llm.temperature"],
  ["llm_config.max_tokens", "revived", "llm.maxTokens"],
  ["llm_config.top_p", "revived", "llm.topP"],
  ["llm_config.presence_penalty", "revived", "llm.presencePenalty"],
  ["llm_config.frequency_penalty", "revived", "llm.frequencyPenalty"],
  ["llm_config.retry_attempts", "kept", "llm.retry_attempts"],
  ["llm_config.fallback_provider", "kept", "llm.fallback_provider"],
  ["personality.background", "kept"],
  ["personality.quirks", "kept"],
  ["personality.emotional_range", "kept"],
  ["style_guide.content_preferences", "kept", "styleGuide.content_preferences"],
  ["style_guide.language_constraints", "kept", "styleGuide.language_constraints"],
  ["jupiter_integration", "kept"],
  ["is_active", "renamed", "isActive"],
];

function frequency(key: string, to: string): readonly V1Key[] {
  return [[`behavior.post_frequency.${key}`, "renamed", `behavior.postFrequency.${to}`]];
}

function pattern(key: string, fate: Fate, to: string): V1Key {
  return [`behavior.interaction_patterns.${key}`, fate, `behavior.interactionPatterns.${to}`];
}

function content(key: string, to: string): V1Key {
  return [`behavior.content_preferences.${key}`, "revived", `behavior.contentPreferences.${to}`];
}

function trades(key: string, fate: Fate, to: string): V1Key {
  return [`behavior.trading_behavior.${key}`, fate, `trading.${to}`];
}

function autonomy(key: string, fate: Fate, to?: string): V1Key {
  const place = `agent_kit_integration.autonomy_rules.${key}`;
  return to === undefined ? [place, fate] : [place, fate, to];
}
