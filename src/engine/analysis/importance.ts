import type { World } from '../batch/batch';
import { allocateOutcomes, type Outcomes, type SeriesName } from '../batch/outcomes';
import { debtRank } from './debt-rank';
import { type Exposures, exposureSeries, exposuresAt } from './exposures';
import type { WorldRunner } from './progress';
import { fallsOf, fallsOnlyIn } from './totals';

/**
 * What firms lose beyond what they lose anyway, billions over the run; below 0 where they lose less. `lost`: rest of terms lost with payers
 * that fell. `cut`: flexible dues their payers did not take. `badDebt`, `stakesLost`, `stranded` as in `Run.losses`. `capex`: capital
 * spending that does not happen.
 */
export const damageNames = ['lost', 'cut', 'badDebt', 'stakesLost', 'stranded', 'capex'] as const;
export type Damage = Readonly<Record<(typeof damageNames)[number], number>>;

/** What it means for the others that one firm fails. Firms are indices in the network's order. */
export interface KnockOut {
  readonly firm: number;
  /** It fell before the quarter anyway, so that nothing can be knocked out. */
  readonly alreadyFell: boolean;
  /** Other firms that fall only because of it, and those that only fall without it. */
  readonly fallen: readonly number[];
  readonly spared: readonly number[];
  /** Other firms that fall either way, but later or sooner because of it. */
  readonly delayed: readonly number[];
  readonly hastened: readonly number[];
  /** What it costs all other firms together, and the firm itself. */
  readonly caused: Damage;
  readonly own: Damage;
  /**
   * The share of all other firms' buffers that is gone when contagion has run its course from the firm's stress of 1 (DebtRank, linear). 0
   * if it has fallen as a lab before.
   */
  readonly debtRank: number;
  /** The stress of each firm then, 0..1. */
  readonly stress: Float64Array;
}

export interface Importance {
  /** The quarter at whose end each firm in turn is made to fail. */
  readonly quarter: number;
  readonly exposures: Exposures;
  /** One for each firm, in the order of the network. */
  readonly firms: readonly KnockOut[];
}

export interface ImportanceOptions {
  /** By default the quarter of the stop; a quarter of the way through the run if the music never stops. */
  readonly quarter?: number;
  /** How many quarters ahead dues and orders count as exposures. By default 4, a year. */
  readonly horizon?: number;
}

const series: readonly SeriesName[] = [...exposureSeries, 'contract.lost', 'contract.cut', 'firm.capex'];

/**
 * Makes each firm in turn fail at the end of one quarter, and compares with the same world without: one run a firm and one, in one batch.
 * Beside it DebtRank on that quarter's exposures. Throws if the quarter is not one of the run's, or something in the world is forced
 * already.
 */
export function whoMatters(runner: WorldRunner, world: World, options: ImportanceOptions = {}): Importance {
  const { network } = runner;
  const quarter = options.quarter ?? usualQuarter(world, network.quarters);
  if (world.circumstances?.forced) throw new Error('In this world a failure is forced already.');
  const knockedOut = network.firms.map((_, firm): World => {
    return { ...world, circumstances: { ...world.circumstances, forced: { firm, quarter } } };
  });
  const worlds = [world, ...knockedOut];
  const outcomes = allocateOutcomes(network, worlds.length, series);
  runner.run(worlds, outcomes);

  const exposures = exposuresAt(world, outcomes, 0, quarter, options.horizon ?? 4);
  const present = fallsOf(outcomes, 0);
  const without = damageOf(outcomes, 0);
  const firms = network.firms.map((_, firm): KnockOut => {
    const falls = fallsOf(outcomes, firm + 1);
    const damage = damageOf(outcomes, firm + 1);
    const others = (them: number[]) => them.filter((other) => other !== firm);
    const eitherWay = (isSo: (other: number) => boolean) =>
      others([...falls.keys()]).filter(
        (other) => Math.max(falls[other], present[other]) < network.quarters && isSo(other),
      );
    return {
      firm,
      alreadyFell: present[firm] < quarter,
      fallen: others(fallsOnlyIn(falls, present, network.quarters)),
      spared: others(fallsOnlyIn(present, falls, network.quarters)),
      delayed: eitherWay((other) => falls[other] > present[other]),
      hastened: eitherWay((other) => falls[other] < present[other]),
      caused: difference(damage, without, (other) => other !== firm),
      own: difference(damage, without, (other) => other === firm),
      ...contagion(exposures, firm),
    };
  });
  return { quarter, exposures, firms };
}

function usualQuarter({ levers }: World, quarters: number): number {
  return levers.stop < quarters ? Math.max(0, Math.floor(levers.stop)) : Math.floor(quarters / 4);
}

function contagion({ claims, buffer }: Exposures, firm: number): { debtRank: number; stress: Float64Array } {
  const stress = debtRank(
    claims,
    buffer,
    buffer.map((_, other) => (other === firm ? 1 : 0)),
  );
  let gone = 0;
  let all = 0;
  for (const [other, has] of buffer.entries()) {
    if (other === firm) continue;
    gone += stress[other] * has;
    all += has;
  }
  return { debtRank: all > 0 ? gone / all : 0, stress };
}

/** Per firm what it loses in the world in one row, each an array over the firms. */
function damageOf(outcomes: Outcomes, row: number): Readonly<Record<keyof Damage, Float64Array>> {
  const { network, losses } = outcomes;
  const n = network.firms.length;
  const own = (values: Float64Array) => values.subarray(row * n, (row + 1) * n);
  const payees = network.contracts.map(({ payee }) => network.firms.findIndex(({ id }) => id === payee));
  const badDebt = own(losses.badDebt);
  const lost = overRun(outcomes, row, 'contract.lost', payees);
  return {
    // What is lost with a contract is the rest of its term and the bad debt; the two are kept apart here.
    lost: lost.map((value, firm) => value - badDebt[firm]),
    cut: overRun(outcomes, row, 'contract.cut', payees),
    badDebt,
    stakesLost: own(losses.stakesLost),
    stranded: own(losses.stranded),
    capex: overRun(outcomes, row, 'firm.capex', Array.from(network.firms.keys())).map((value) => -value),
  };
}

/** A series summed over the run, each of its columns for one firm. */
function overRun(outcomes: Outcomes, row: number, name: SeriesName, firmOf: readonly number[]): Float64Array {
  const { network, series: kept } = outcomes;
  const sums = new Float64Array(network.firms.length);
  const values = kept[name];
  const columns = firmOf.length;
  const first = row * network.quarters * columns;
  for (let k = 0; values && k < network.quarters * columns; k++) sums[firmOf[k % columns]] += values[first + k];
  return sums;
}

/** Differences firm by firm, then summed, so that what does not change adds up to nothing at all. */
function difference(
  damage: Readonly<Record<keyof Damage, Float64Array>>,
  without: Readonly<Record<keyof Damage, Float64Array>>,
  counts: (firm: number) => boolean,
): Damage {
  const sum = (name: keyof Damage) => {
    let all = 0;
    for (const [firm, value] of damage[name].entries()) if (counts(firm)) all += value - without[name][firm];
    return all;
  };
  return Object.fromEntries(damageNames.map((name) => [name, sum(name)])) as Record<keyof Damage, number>;
}
