// A persona and a brief that have something to say for every part of a prompt.
import { Brief } from "../../src/persona/brief.ts";
import { type PersonaInput, readPersona } from "../../src/persona/persona.ts";
import { buildPrompt, type Prompt } from "../../src/persona/prompt.ts";

export const ADA: PersonaInput = {
  name: "Ada",
  description: "A retired lock keeper.",
  personality: {
    traits: ["dry", "patient"],
    values: ["fairness"],
    speakingStyle: "as if over a hedge",
    interests: ["canals"],
  },
  styleGuide: {
    voice: "weathered",
    tone: "amused",
    formatting: {
      usesHashtags: true,
      hashtagStyle: "one at most",
      usesEmojis: true,
      emojiFrequency: "rare",
      capitalization: "lowercase",
      sentenceLength: "short",
      avoidHyphens: true,
    },
    vocabulary: { keyTerms: ["towpath"], avoidTerms: ["utilise"] },
    topicsToAvoid: ["cricket"],
  },
  initialMemory: { coreMemories: ["I was born on a barge."] },
};

export const REPLY: Brief = {
  task: "reply",
  mood: "irritated",
  vad: { valence: -0.7, arousal: 0.8, dominance: 0.2 },
  topic: "locks",
  replyTo: { from: "bob", text: "Is the lock open?" },
  conversation: [
    { from: "cleo", text: "The water is high." },
    { from: "bob", text: "How high?" },
  ],
  isContextQuestion: true,
  standing: {
    with: "bob",
    sentiment: 0.5,
    familiarity: 0.3,
    trust: 0.6,
    interactions: 4,
    notes: ["He fears water."],
    sharedExperiences: ["The flood."],
  },
  memories: [
    { kind: "core", text: "I have outlived the canal company." },
    { kind: "interaction", text: "The mill is sold.", from: "cleo" },
    { kind: "event", text: "I painted the gate." },
  ],
  recentPosts: ["The gate is green.", "The gate is dry."],
  recentTopics: ["paint", "gates"],
  goals: ["sell the boat"],
  length: 80,
  variety: { style: 1, hints: [0, 2], extra: 4 },
};

export const prompt = (brief: Partial<Brief> = {}, persona: PersonaInput = ADA): Prompt =>
  buildPrompt(readPersona(persona), Brief.parse({ task: "post", mood: "neutral", ...brief }));
export const whole = ({ system, user }: Prompt): string => `${system}\n\n${user}`;
