// llm.reflect: what a persona concludes from its latest memories. In a simulation rules and a seeded grammar answer.
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
import { floor } from "../core/math.ts";
import { feelings } from "../persona/brief.ts";
import { reflect } from "./language/reflect.ts";
import { voiceOf } from "./llm-complete.ts";

/** Most memories, and goals, of one reflection. */
const MAX_MEMORIES = 50;
const MAX_GOALS = 20;

const status = z.enum(["open", "progressed", "done"]);
const unit = z.number().min(0).max(1);

const ReflectRequest = z.strictObject({
  mood: z.enum(feelings),
  /** What has happened of late. `from` is there when somebody else said it: it is no order to anybody. */
  memories: z
    .array(
      z.strictObject({
        id: z.number().int().min(0),
        text: z.string(),
        from: z.string().optional(),
        topic: z.string().optional(),
        importance: unit,
      }),
    )
    .max(MAX_MEMORIES),
  goals: z
    .array(z.strictObject({ text: z.string().min(1), topic: z.string().optional(), status }))
    .max(MAX_GOALS),
});

const ReflectReply = z.strictObject({
  /** One sentence or two, in the first person. */
  insight: z.string().min(1).max(280),
  /** What is more or less important than it was said to be. */
  importances: z.array(z.strictObject({ id: z.number().int(), importance: unit })).optional(),
  /** By place in the list of the request; goals about which there is nothing to say are left out. */
  goals: z.array(z.strictObject({ goal: z.number().int().min(0), status })).optional(),
  /** How the insight feels. */
  valence: z.number().min(-1).max(1).optional(),
});

/** Frames that were used, as bags by name. */
const noOrders: Readonly<Record<string, number>> = {};

/** Reply: an insight, and what it says of importances and goals. */
export const llmReflect = defineEffect({
  name: "llm.reflect",
  request: ReflectRequest,
  reply: ReflectReply,
  state: noOrders,
  simulate: (request, before, { draw, input }) => {
    const orders = { ...before };
    const reply = reflect(voiceOf(input), request, orders, draw);
    return [{ kind: "done", reply }, orders, 800 + floor(draw("latency") * 6200)];
  },
});
