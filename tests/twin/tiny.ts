/** Worlds small enough to solve by hand: everything is zero unless a test says so. */
import type { Levers } from '../../src/engine/levers';
import type { Firm, Network } from '../../src/engine/network';
import { usualLevers } from '../arbitraries/dials';

/** A firm that has nothing and does nothing. */
export function firm(id: string, changes: Partial<Firm> = {}): Firm {
  return {
    id,
    lab: false,
    cash: 0,
    debt: 0,
    revenue: 0,
    growth: 0,
    growthLong: 0,
    growthFade: 1,
    costShare: 0,
    costShareLong: 0,
    fixedCost: 0,
    serviceCost: 0,
    idleCost: 0,
    compute: 0,
    computeGrowth: 0,
    computeGrowthLong: 0,
    computeFade: 1,
    capex: 0,
    capexGrowth: 0,
    capexGrowthLong: 0,
    capexFade: 1,
    herding: 0,
    intensity: 0,
    leverage: 0,
    rate: 0,
    maturity: 1,
    minCash: 0,
    payout: 0,
    ventureShare: 0,
    openingStakes: {},
    ...changes,
  };
}

export function network(firms: readonly Firm[], changes: Partial<Network> = {}): Network {
  return {
    quarters: 4,
    firms,
    contracts: [],
    supply: [],
    vendors: [],
    rivals: [],
    substitution: [],
    venture: { annual: 0, growth: 0 },
    ...changes,
  };
}

/** Dials that leave out whatever a test does not speak of. */
export function stillLevers(changes: Partial<Levers> = {}): Levers {
  return usualLevers({
    runway: 0,
    reserve: 0,
    starvation: 0,
    firmness: 1,
    ramp: 0,
    grace: 0,
    caution: 0,
    lead: 1,
    lock: 0,
    alarm: 0,
    relet: 0,
    panic: 0,
    heal: 0,
    ...changes,
  });
}

/** The series of one item: every n-th value from the first of it. */
export function of(series: readonly number[], index: number, n: number): number[] {
  return series.filter((_, k) => k % n === index);
}
