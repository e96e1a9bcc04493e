// The agents of a run, each made when somebody asks for it first: whoever looks at an instant of many agents reads
// the states of few.
import { type Agent, makeAgent } from "./agent.ts";
import { assert } from "./error.ts";
import { type Address, toAddress } from "./event.ts";
import type { PreparedMachine } from "./machine/prepare.ts";
import type { Production } from "./production.ts";

/** They stay what they are: a run is loaded again and again. */
const known = new WeakMap<Production["roles"], ReadonlyMap<Address, number>>();

function indexesOf({ roles }: Production): ReadonlyMap<Address, number> {
  const indexes = known.get(roles) ?? new Map(roles.map(({ id }, i) => [toAddress(id), i]));
  known.set(roles, indexes);
  return indexes;
}

/** By address and by index. Closed state, owned by one run. */
export class Agents {
  readonly #production: Production;
  readonly #entered: ReadonlyMap<PreparedMachine, Uint8Array>;
  readonly #indexes: ReadonlyMap<Address, number>;
  readonly #made = new Map<Address, Agent>();
  #all: readonly Agent[] | undefined;
  #load: ((agent: Agent) => void) | undefined;

  /** @param entered which states were ever entered, by machine */
  constructor(production: Production, entered: ReadonlyMap<PreparedMachine, Uint8Array>) {
    this.#production = production;
    this.#entered = entered;
    this.#indexes = indexesOf(production);
  }

  /** How an agent comes to its state when it is made; before the first is. */
  loadWith(load: (agent: Agent) => void): void {
    assert(this.#made.size === 0, "agents are loaded when they are made");
    this.#load = load;
  }

  get(address: string): Agent | undefined {
    return this.#made.get(address) ?? this.#make(address);
  }

  at(index: number): Agent | undefined {
    const role = this.#production.roles[index];
    return role && this.get(toAddress(role.id));
  }

  has(address: string): boolean {
    return this.#indexes.has(address);
  }

  /** All addresses, ascending. */
  keys(): Iterable<Address> {
    return this.#indexes.keys();
  }

  /** All of them, by index. */
  get all(): readonly Agent[] {
    this.#all ??= [...this.#indexes.keys()].flatMap((address) => this.get(address) ?? []);
    return this.#all;
  }

  #make(address: string): Agent | undefined {
    const index = this.#indexes.get(address);
    const role = index === undefined ? undefined : this.#production.roles[index];
    if (index === undefined || role === undefined) return undefined;
    const { machine, input } = role;
    const entered = this.#entered.get(machine);
    const agent = makeAgent(machine, { index, address, input, ...(entered && { entered }) });
    this.#load?.(agent);
    this.#made.set(address, agent);
    return agent;
  }
}
