// Tells agent files of Puppet Engine v1 from personas: both are JSON, and in camelCase much is spelled alike.
import { agentMeaning } from "./key-rules.ts";
import { type Fields, isFields, snakeCase } from "./paths.ts";
import { isSecretKey } from "./secrets.ts";

/** Objects that only v1 has. */
const V1_ONLY = new Set([
  "twitter_credentials",
  "solana_integration",
  "agent_kit_integration",
  "jupiter_integration",
  "behavior.trading_behavior",
]);

/** Objects that only a persona has, and each that was imported. */
const OWN_ONLY = ["temperament", "limits", "llm"] as const;

/** Whether fields of a file are spelled, or placed, as only v1 has them; a file with credentials in it always counts. */
export function isV1Agent(fields: Fields): boolean {
  const names = Object.keys(fields).map(snakeCase);
  const wallet = Object.entries(fields).find(([name]) => snakeCase(name) === "solana_integration");
  const hasKey = isFields(wallet?.[1]) && Object.keys(wallet[1]).some(isSecretName);
  if (names.includes("twitter_credentials") || hasKey) return true;
  return !OWN_ONLY.some((name) => names.includes(name)) && hasV1Key(fields, "", "");
}

const isSecretName = (name: string): boolean => isSecretKey(snakeCase(name));

function hasV1Key(fields: Fields, spelled: string, key: string): boolean {
  const { rules, sections } = agentMeaning;
  return Object.entries(fields).some(([name, value]) => {
    const [here, canonical] = [`${spelled}${name}`, `${key}${snakeCase(name)}`];
    const to = rules.get(canonical)?.to ?? sections.get(canonical);
    if (V1_ONLY.has(canonical) || (to !== undefined && to !== here)) return true;
    return (
      sections.has(canonical) && isFields(value) && hasV1Key(value, `${here}.`, `${canonical}.`)
    );
  });
}
