// llm.reflect: placeholder
import { z } from "zod";
import { defineEffect } from "../core/effect.ts";
export const llmReflect = defineEffect({
  name: "llm.reflect",
  request: z.strictObject({
    mood: z.string(),
    memories: z.array(
      z.object({
        id: z.number(),
        text: z.string(),
        from: z.string().optional(),
        importance: z.number(),
      }),
    ),
    goals: z.array(z.object({ text: z.string(), status: z.enum(["open", "progressed", "done"]) })),
  }),
  reply: z.strictObject({
    insight: z.string(),
    valence: z.number().optional(),
    importances: z.array(z.object({ id: z.number(), importance: z.number() })).optional(),
    goals: z.array(z.object({ goal: z.number(), status: z.enum(["open", "progressed", "done"]) })),
  }),
  state: null,
  simulate: (request, state, { draw }) => [
    {
      kind: "done",
      reply: {
        insight: `I keep thinking about ${request.memories.at(-1)?.text ?? "nothing"}`,
        goals: [],
      },
    },
    state,
    1000 + draw("x"),
  ],
});
