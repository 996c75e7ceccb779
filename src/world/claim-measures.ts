import type { Firm, Network } from '../engine';
import type { FutureView } from '../engine/futures';

/** What claims measure in one future. Money in billions, time in quarters. */

/** Anything smaller is rounding, as in the model. */
export const nothing = 1e-9;

/** The place of a firm in a network that has it (`TestedClaim.needs`). */
export function place({ firms }: Network, id: string): number {
  return firms.findIndex((firm) => firm.id === id);
}

/** Indices of the labs, and of all others. */
export function labsOf({ firms }: Network): number[] {
  return firms.flatMap(({ lab }, i) => (lab ? [i] : []));
}

export function othersOf({ firms }: Network): number[] {
  return firms.flatMap(({ lab }, i) => (lab ? [] : [i]));
}

/** Indices of the firms that owe on contracts when the run opens. */
export function payersOf({ firms, contracts }: Network): number[] {
  return firms.flatMap(({ id }, i) => (contracts.some(({ payer }) => payer === id) ? [i] : []));
}

/** Indices of the contracts on which a firm owes. */
export function contractsOwedBy({ contracts }: Network, id: string): number[] {
  return contracts.flatMap(({ payer }, c) => (payer === id ? [c] : []));
}

/** Indices of the firms that are owed by contract when the run opens: the clouds. */
export function hostsOf({ firms, contracts }: Network): number[] {
  return firms.flatMap(({ id }, i) => (contracts.some(({ payee }) => payee === id) ? [i] : []));
}

export function falls(future: FutureView, firm: number, quarters: number): boolean {
  return future.fellAt(firm) < quarters;
}

/** The quarter of the first fall among some firms; the length of the run if none falls. */
export function firstFallAmong(future: FutureView, firms: readonly number[], quarters: number): number {
  return firms.reduce((first, i) => Math.min(first, future.fellAt(i)), quarters);
}

/** The first quarter in which part of the venture money stays away; the length of the run if there is none. Reads `quarter.climate`. */
export function firstThin(future: FutureView, quarters: number): number {
  const climate = future.series('quarter.climate');
  let t = 0;
  while (t < quarters && climate.at(t) >= 1) t++;
  return t;
}

/** The quarter in which the venture money is thinnest; the first of them if several are. Reads `quarter.climate`. */
export function thinnest(future: FutureView, quarters: number): number {
  const climate = future.series('quarter.climate');
  let bottom = 0;
  for (let t = 1; t < quarters; t++) if (climate.at(t) < climate.at(bottom)) bottom = t;
  return bottom;
}

/** Does a lab still burn cash in a quarter, or is it gone by then? Reads `firm.burn`. */
export function isLate(future: FutureView, lab: number, t: number): boolean {
  return future.fellAt(lab) <= t || future.series('firm.burn').at(t, lab) > nothing;
}

/** The sum of a quantity over the quarters `from` .. `to - 1`. */
export function sumOver(from: number, to: number, quantity: (t: number) => number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += quantity(t);
  return sum;
}

/** What a firm builds of what it means to, over the run: 1 is all of it, and what one builds that means to build nothing. */
export function builtShareOf(future: FutureView, { firms, quarters }: Network, firm: number): number {
  const planned = capexPath(firms[firm], quarters).reduce((sum, x) => sum + x, 0);
  const capex = future.series('firm.capex');
  return planned > 0 ? sumOver(0, quarters, (t) => capex.at(t, firm)) / planned : 1;
}

/** What a firm loses by the failure of others: bills never paid, stakes in labs that failed, and capacity that stands idle as the run ends. */
export function lossOf(future: FutureView, firm: number): number {
  return future.loss('badDebt', firm) + future.loss('stakesLost', firm) + future.loss('stranded', firm);
}

/** That loss in years of the cash its operations brought in when the run opened, so that firms of different size compare. */
export function lossForSize(future: FutureView, firm: number): number {
  return lossOf(future, firm) / future.loss('operatingCash', firm);
}

/** The furthest that the income of a firm, from its own customers and from other firms, falls below what it had reached before, as a share of that, 0..1. Reads `firm.own` and `firm.received`. */
export function deepestFall(future: FutureView, firm: number, quarters: number): number {
  const [own, received] = [future.series('firm.own'), future.series('firm.received')];
  let peak = 0;
  let deepest = 0;
  for (let t = 0; t < quarters; t++) {
    const income = own.at(t, firm) + received.at(t, firm);
    peak = Math.max(peak, income);
    if (peak > 0) deepest = Math.max(deepest, 1 - income / peak);
  }
  return deepest;
}

/** What a firm would keep over the run if no other firm paid it: its own revenue less costs, interest, building and what it puts into labs. */
export function keptByItself(future: FutureView, firm: number, quarters: number): number {
  const [own, costs, interest, capex, invested] = (
    ['firm.own', 'firm.costs', 'firm.interest', 'firm.capex', 'firm.invested'] as const
  ).map((name) => future.series(name));
  return sumOver(
    0,
    quarters,
    (t) => own.at(t, firm) - costs.at(t, firm) - interest.at(t, firm) - capex.at(t, firm) - invested.at(t, firm),
  );
}

/** A rate a quarter that compounds to `yearly`. */
const quarterly = (yearly: number) => (1 + yearly) ** 0.25 - 1;
const fade = (first: number, long: number, half: number, t: number) => long + (first - long) * 2 ** (-t / half);

function path(yearly: number, quarters: number, growthAt: (t: number) => number): Float64Array {
  const values = new Float64Array(quarters);
  let value = yearly / 4;
  for (let t = 0; t < quarters; t++) {
    values[t] = value;
    value *= 1 + quarterly(growthAt(t));
  }
  return values;
}

/** What a firm that is no lab would earn from its own customers, quarter by quarter, if nothing were taken from it and nobody came over. */
export function revenuePath({ revenue, growth, growthLong, growthFade }: Firm, quarters: number): Float64Array {
  return path(revenue, quarters, (t) => fade(growth, growthLong, growthFade, t));
}

/** What a firm would spend on building for itself, quarter by quarter, if the mood never fell. */
export function capexPath({ capex, capexGrowth, capexGrowthLong, capexFade }: Firm, quarters: number): Float64Array {
  return path(capex, quarters, (t) => fade(capexGrowth, capexGrowthLong, capexFade, t));
}
