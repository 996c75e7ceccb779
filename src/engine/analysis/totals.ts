import type { Outcomes } from '../batch/outcomes';

/** A firm that failed or was restructured, and the quarter at whose end it did. */
export interface Fall {
  /** Index in the order of the network. */
  readonly firm: number;
  readonly quarter: number;
}

/**
 * What a world came to, one number each. `failures`: firms that failed or were restructured. `firstFall`: the quarter of the first; the number
 * of quarters of a run if there is none. The others in billions, over all firms and the whole run: `lost`, rest of terms lost with their payers;
 * `cut`, flexible dues not taken; `badDebt`, `stakesLost` and `stranded` as in `Run.losses`.
 */
export const totalNames = ['failures', 'firstFall', 'lost', 'cut', 'badDebt', 'stakesLost', 'stranded'] as const;
export type TotalName = (typeof totalNames)[number];
export type Totals = Readonly<Record<TotalName, number>>;

/** The totals of the world in one row. */
export function totalsOf(outcomes: Outcomes, row: number): Totals {
  const { losses, lost, cut } = outcomes;
  const falls = fallsOf(outcomes, row);
  return {
    failures: falls.filter((quarter) => quarter < outcomes.network.quarters).length,
    firstFall: Math.min(outcomes.network.quarters, ...falls),
    lost: lost[row],
    cut: cut[row],
    badDebt: sum(firmsOf(outcomes, losses.badDebt, row)),
    stakesLost: sum(firmsOf(outcomes, losses.stakesLost, row)),
    stranded: sum(firmsOf(outcomes, losses.stranded, row)),
  };
}

/** When each firm fell in the world in one row: a view, good until the row is written again. */
export function fallsOf(outcomes: Outcomes, row: number): Float64Array {
  return firmsOf(outcomes, outcomes.fellAt, row);
}

/** What firms lose in the world in one row, in billions: bad debt, stakes and stranded capacity. */
export function lossesOf(outcomes: Outcomes, row: number): number {
  const { badDebt, stakesLost, stranded } = outcomes.losses;
  return (
    sum(firmsOf(outcomes, badDebt, row)) +
    sum(firmsOf(outcomes, stakesLost, row)) +
    sum(firmsOf(outcomes, stranded, row))
  );
}

/** The first to fall; of several in one quarter the first in the order of the network. */
export function firstOf(fellAt: ArrayLike<number>, quarters: number): Fall | undefined {
  let first: Fall | undefined;
  for (let firm = 0; firm < fellAt.length; firm++) {
    if (fellAt[firm] < (first?.quarter ?? quarters)) first = { firm, quarter: fellAt[firm] };
  }
  return first;
}

/** The firms, by index, that fall in one world and not in another. */
export function fallsOnlyIn(world: ArrayLike<number>, other: ArrayLike<number>, quarters: number): number[] {
  return Array.from(world, (_, firm) => firm).filter((firm) => world[firm] < quarters && other[firm] >= quarters);
}

function firmsOf({ network }: Outcomes, values: Float64Array, row: number): Float64Array {
  const n = network.firms.length;
  return values.subarray(row * n, (row + 1) * n);
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
