// The hand that chooses: shuffle bags over lists, so that nothing comes again before the rest was used.
import { floor } from "../../core/math.ts";

/** Places in one list; the order takes the digits above. */
const MAX_LIST = 1024;
const ORDERS = 65_536;
/** Items passed over in search of a fitting one; each is used up with it. */
const MAX_SKIP = 3;

/** Chooses for one text. Every choice has a purpose of its own. */
export interface Pen {
  /** The next item of a list that fits, in the order of this speaker's bag; without one, the next item. */
  readonly take: <T>(bag: string, list: readonly T[], fits?: (item: T) => boolean) => T | undefined;
  /** An item of a list, without memory. */
  readonly one: <T>(purpose: string, list: readonly T[]) => T | undefined;
  /** True with a probability in [0, 1]. */
  readonly chance: (purpose: string, share: number) => boolean;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The item at a place of an order: a walk round the list with a stride that meets every item once. */
function itemAt(order: number, place: number, length: number): number {
  if (length < 3) return (order + place) % length;
  let stride = 1 + (floor(order / length) % (length - 1));
  while (greatestDivisor(stride, length) !== 1) stride = (stride % (length - 1)) + 1;
  return ((order % length) + place * stride) % length;
}

/** A new order whose first item is not the one that came last. */
function nextOrder(drawn: number, length: number, last: number | undefined): number {
  const order = floor(drawn * ORDERS);
  return length > 1 && itemAt(order, 0, length) === last ? order + 1 : order;
}

/**
 * @param orders the speaker's bags; changed in place, so give a copy
 * @param draw a number in [0, 1) per purpose
 * @param label opens every purpose, so that two pens of one text choose differently
 */
export function makePen(
  orders: Record<string, number>,
  draw: (purpose: string) => number,
  label: string,
): Pen {
  let count = 0;
  const number = (purpose: string) => draw(`${label}/${count++}/${purpose}`);

  function advance(bag: string, length: number): number {
    const held = orders[bag];
    const place = held === undefined ? length : held % MAX_LIST;
    if (held !== undefined && place < length) {
      orders[bag] = held + 1;
      return itemAt(floor(held / MAX_LIST), place, length);
    }
    const last =
      held === undefined ? undefined : itemAt(floor(held / MAX_LIST), length - 1, length);
    const order = nextOrder(number(bag), length, last);
    orders[bag] = order * MAX_LIST + 1;
    return itemAt(order, 0, length);
  }

  return {
    take: (bag, list, fits) => {
      if (list.length === 0) return undefined;
      let item = list[advance(bag, list.length)];
      for (let skipped = 0; fits && skipped < MAX_SKIP; skipped++) {
        if (item === undefined || fits(item)) return item;
        item = list[advance(bag, list.length)];
      }
      return item;
    },
    one: (purpose, list) => list[floor(number(purpose) * list.length)],
    chance: (purpose, share) => number(purpose) < share,
  };
}
