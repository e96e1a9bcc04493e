// What the world knows of agents: who they are, and whether they are there.
import type { Agent } from "../agent.ts";
import { type Address, toAddress, toId } from "../event.ts";
import type { Account, Presence } from "./posts.ts";
import type { World } from "./world-state.ts";

/** Keeps the world up to date with an agent that has come, gone or become another. */
export function placeInWorld(
  world: World,
  { address, status, input, isRecast }: Pick<Agent, "address" | "status" | "input" | "isRecast">,
): void {
  const isHere = status !== "absent" && status !== "left";
  const account = isRecast ? accountOf(toId(address), input) : undefined;
  setPresence(world, address, { isHere, ...(account && { account }) });
  world.touched.presence.add(address);
}

/** What a snapshot knows, or an agent tells. */
export function setPresence(
  { accounts, presence }: Pick<World, "accounts" | "presence">,
  address: Address,
  now: Presence,
): void {
  presence.set(address, now);
  if (now.account !== undefined) accounts.set(address, now.account);
}

/** What the world knows of an agent: its name and interests, where its persona tells them. */
export function accountOf(id: string, input: unknown): Account {
  const address = toAddress(id);
  const persona = typeof input === "object" && input !== null ? input : {};
  const name = "name" in persona && typeof persona.name === "string" ? persona.name : id;
  return { address, id, name, interests: interestsOf(persona) };
}

function interestsOf(persona: object): readonly string[] {
  const personality = "personality" in persona ? persona.personality : persona;
  if (typeof personality !== "object" || personality === null) return [];
  const interests = "interests" in personality ? personality.interests : undefined;
  return Array.isArray(interests) ? interests.filter((topic) => typeof topic === "string") : [];
}
