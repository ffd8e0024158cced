import { item } from '../columns.ts';

/**
 * Choosing one option for each slot (a host), so that the orders which the options add up to cost least. An order is
 * whole packs with a minimum, so slots depend on one another a little: by what rounding up costs.
 *
 * Exact by branch and bound while the work lasts; else the best found with a proven bound. A mixed-integer solver was
 * refused: nearly always the first bound meets the first choice, and then nothing is left to search.
 */
export interface Slot {
  /** Like slots. */
  readonly copies: number;
  readonly options: readonly Option[];
}

/** Units that an option adds, by account. */
export interface Option {
  readonly units: readonly { readonly account: number; readonly units: number }[];
}

/** One product's order. */
export interface Account {
  readonly unitsPerPack: number;
  /** Fewest units of an order that is not empty. */
  readonly minimumUnits: number;
  readonly packCost: number;
}

export interface Choice {
  /** How many copies of each slot take each option: `picked[slot][option]`. */
  readonly picked: readonly (readonly number[])[];
  readonly cost: number;
  /** No choice costs less. */
  readonly lowerBound: number;
  readonly isOptimal: boolean;
}

/** Costs closer than this are equal: sums of binary fractions of a cent. */
const tolerance = 1e-6;
const mostNodes = 100_000;

/** Null where a slot has no option: then nothing covers it. */
export function choose(slots: readonly Slot[], accounts: readonly Account[]): Choice | null {
  if (slots.some(({ options }) => options.length === 0)) return null;
  const search = new Search(slots, accounts);
  return search.run();
}

const orderCost = ({ unitsPerPack, minimumUnits, packCost }: Account, units: number) =>
  units <= 0 ? 0 : Math.ceil(Math.max(units, minimumUnits) / unitsPerPack - tolerance) * packCost;

class Search {
  readonly #slots: readonly Slot[];
  readonly #accounts: readonly Account[];
  /** Cheapest cost of the slots from here on if packs could be divided: a bound for what is still open. */
  readonly #restBound: readonly number[];
  #best: { readonly picked: readonly (readonly number[])[]; readonly cost: number } | null = null;
  #nodes = 0;

  constructor(slots: readonly Slot[], accounts: readonly Account[]) {
    this.#slots = slots;
    this.#accounts = accounts;
    const rest = [0];
    for (const slot of slots.toReversed()) {
      const cheapest = Math.min(...slot.options.map((option) => this.#dividedCost(option)));
      rest.unshift((rest[0] ?? 0) + cheapest * slot.copies);
    }
    this.#restBound = rest;
  }

  run(): Choice {
    const rootBound = item(this.#restBound, 0);
    for (const start of this.#starts()) this.#offer(start);
    if (this.#bestCost() > rootBound + tolerance) {
      this.#branch(0, new Float64Array(this.#accounts.length), []);
    }
    const best = this.#best;
    if (best === null) throw new Error('slots with options have a choice');
    const isOptimal = this.#nodes < mostNodes;
    return { ...best, lowerBound: isOptimal ? best.cost : rootBound, isOptimal };
  }

  #bestCost() {
    return this.#best?.cost ?? Number.POSITIVE_INFINITY;
  }

  readonly #dividedCost = ({ units }: Option) =>
    units.reduce((sum, { account, units: added }) => {
      const { packCost, unitsPerPack } = item(this.#accounts, account);
      return sum + (added / unitsPerPack) * packCost;
    }, 0);

  /** The cheapest of every slot by itself, and every product alone where it can serve all slots. */
  *#starts(): Generator<readonly (readonly number[])[]> {
    yield this.#slots.map((slot) => only(slot, cheapestOf(slot.options, this.#dividedCost)));
    for (const account of this.#accounts.keys()) {
      const single = this.#slots.map((slot) =>
        cheapestOf(slot.options, (option) =>
          option.units.every((part) => part.account === account)
            ? this.#dividedCost(option)
            : Number.POSITIVE_INFINITY,
        ),
      );
      yield this.#slots.map((slot, index) => only(slot, item(single, index)));
    }
  }

  #offer(picked: readonly (readonly number[])[]) {
    const units = new Float64Array(this.#accounts.length);
    picked.forEach((copies, slot) => {
      copies.forEach((count, option) => {
        this.#add(units, item(item(this.#slots, slot).options, option), count);
      });
    });
    const cost = this.#cost(units);
    if (cost < this.#bestCost() - tolerance) this.#best = { picked, cost };
  }

  #add(units: Float64Array, option: Option, count: number) {
    for (const part of option.units) {
      units[part.account] = (units[part.account] ?? 0) + part.units * count;
    }
  }

  readonly #cost = (units: Float64Array) =>
    this.#accounts.reduce((sum, account, index) => sum + orderCost(account, units[index] ?? 0), 0);

  #bound(units: Float64Array, slot: number) {
    const divided = this.#accounts.reduce(
      (sum, { packCost, unitsPerPack }, index) =>
        sum + ((units[index] ?? 0) / unitsPerPack) * packCost,
      0,
    );
    // An order only grows; and packs could at best be divided.
    return Math.max(this.#cost(units), divided + item(this.#restBound, slot));
  }

  #branch(slot: number, units: Float64Array, picked: readonly (readonly number[])[]) {
    if (++this.#nodes >= mostNodes) return;
    if (slot === this.#slots.length) {
      this.#offer(picked);
      return;
    }
    if (this.#bound(units, slot) >= this.#bestCost() - tolerance) return;
    const { copies, options } = item(this.#slots, slot);
    for (const shares of sharesOf(copies, options.length)) {
      const next = Float64Array.from(units);
      for (const [option, count] of shares.entries()) this.#add(next, item(options, option), count);
      this.#branch(slot + 1, next, [...picked, shares]);
      if (this.#nodes >= mostNodes) return;
    }
  }
}

const only = ({ copies, options }: Slot, option: number): readonly number[] =>
  options.map((_, index) => (index === option ? copies : 0));

function cheapestOf(options: readonly Option[], cost: (option: Option) => number): number {
  let best = 0;
  for (const index of options.keys()) {
    if (cost(item(options, index)) < cost(item(options, best))) best = index;
  }
  return best;
}

/** Every way to share like slots among options. */
function* sharesOf(copies: number, optionCount: number): Generator<readonly number[]> {
  if (optionCount === 1) {
    yield [copies];
    return;
  }
  for (let first = copies; first >= 0; first--) {
    for (const rest of sharesOf(copies - first, optionCount - 1)) yield [first, ...rest];
  }
}
