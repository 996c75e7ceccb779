import type { Network } from './network';
import type { Tables } from './tables';

/**
 * What befalls a run besides its dials. Without circumstances, or with ones that do nothing, a run is the same to the bit. Firms are indices in
 * the network's order.
 */
export interface Circumstances {
  /** quarters x firms, read at `t * firms + i`: added to the quarterly rate at which a lab's revenue grows (0.02 is two points). Other firms' entries are not read. */
  readonly growthShock?: ArrayLike<number>;
  /** Per quarter: investors' money, as a multiple of what it would be. */
  readonly ventureFactor?: ArrayLike<number>;
  /** A firm that fails at the end of a quarter whether it paid or not. Its failure has no causes in the log. */
  readonly forced?: { readonly firm: number; readonly quarter: number };
  /** Money from outside (billions) that is there when a quarter is cleared, and asks for nothing in return. */
  readonly cheque?: { readonly firm: number; readonly quarter: number; readonly amount: number };
}

export const nothingBefalls: Circumstances = {};

/** Writes circumstances into the tables of a module, over whatever stood there. Throws, and writes nothing, if one does not fit the network. */
export function circumstanceWriter(tables: Tables, network: Network): (circumstances: Circumstances) => void {
  const firms = network.firms.length;
  const growthShock = tables.given('growthShock');
  const ventureFactor = tables.given('ventureFactor');
  const forcedAt = tables.givenWhole('forcedAt');
  const cheque = tables.given('cheque');
  let written = nothingBefalls;

  return (circumstances) => {
    if (circumstances === nothingBefalls && written === nothingBefalls) return;
    checkCircumstances(circumstances, network);
    const { forced, cheque: given } = circumstances;
    if (circumstances.growthShock) growthShock.set(circumstances.growthShock);
    else growthShock.fill(0);
    if (circumstances.ventureFactor) ventureFactor.set(circumstances.ventureFactor);
    else ventureFactor.fill(1);
    forcedAt.fill(-1);
    if (forced) forcedAt[forced.firm] = forced.quarter;
    cheque.fill(0);
    if (given) cheque[given.quarter * firms + given.firm] = given.amount;
    written = circumstances;
  };
}

/** Throws if a circumstance does not fit the network. */
export function checkCircumstances(circumstances: Circumstances, network: Network): void {
  const { quarters } = network;
  const firms = network.firms.length;
  const { growthShock, ventureFactor, forced, cheque } = circumstances;
  checkSeries('growthShock', growthShock, quarters * firms);
  checkSeries('ventureFactor', ventureFactor, quarters);
  for (const place of [forced, cheque]) if (place) checkPlace(place, quarters, firms);
  if (cheque && !Number.isFinite(cheque.amount)) throw new Error(`A cheque is not a number: ${cheque.amount}.`);
}

function checkSeries(name: string, series: ArrayLike<number> | undefined, length: number): void {
  if (!series) return;
  if (series.length !== length) throw new Error(`"${name}" has ${series.length} numbers, not ${length}.`);
  if (!Array.from(series).every(Number.isFinite)) throw new Error(`"${name}" has an entry that is not a number.`);
}

function checkPlace(place: { firm: number; quarter: number }, quarters: number, firms: number): void {
  const within = (index: number, count: number) => Number.isInteger(index) && index >= 0 && index < count;
  if (within(place.firm, firms) && within(place.quarter, quarters)) return;
  throw new Error(`There is no firm ${place.firm} in quarter ${place.quarter} of this run.`);
}
