import { displayQuarter } from '../world/quarters';
import { type ChartText, type PlacedText, placeTexts } from './chart-texts';
import type { Leases } from './diggers-leases';
import { payersOf } from './diggers-words';
import { dollars, shown } from './money';

/** A chart of a host: its scale, what its lines are, and its words. */
export interface LeasesChart {
  /** What the full height stands for, in billions. */
  readonly top: number;
  readonly words: readonly PlacedText[];
}

export interface LeasesRent extends LeasesChart {
  /** What is let, and all that is built for tenants: with what stands empty. */
  readonly taken: readonly number[];
  readonly built: readonly number[];
  /** Does anything stand empty? */
  readonly empties: boolean;
}

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;
/** Over the highest line there is room for words. */
const headroom = 1.15;

const most = (...series: readonly (readonly number[])[]) => Math.max(1e-9, ...series.flat());
const sum = (...series: readonly (readonly number[])[]) =>
  series[0].map((_, t) => series.reduce((all, values) => all + values[t], 0));

/** Rent, what stands empty, and what that costs. */
export function rentChart(leases: Leases, reference: Leases, start: string): LeasesRent {
  const taken = sum(leases.rent, leases.relet);
  const built = sum(taken, leases.empty);
  const top = Math.max(headroom * most(built), 1.04 * most(reference.rent));
  const end = taken.length - 1;
  const emptiest = leases.empty.indexOf(Math.max(...leases.empty));
  const empties = leases.empty[emptiest] >= worthSaying;
  const texts: ChartText[] = empties
    ? [
        {
          t: emptiest,
          pay: (taken[emptiest] + built[emptiest]) / 2,
          sum: dollars(leases.empty[emptiest]),
          after: ` empty, ${displayQuarter(emptiest, start)}`,
          area: true,
        },
        {
          t: end,
          pay: leases.upkeep[end],
          before: 'cost',
          sum: dollars(leases.upkeep[end]),
          after: `, ${displayQuarter(end, start)}`,
        },
        ...(leases.relet[end] < worthSaying
          ? []
          : [{ t: end, pay: taken[end], sum: dollars(leases.relet[end]), after: ' let again' }]),
      ]
    : [{ t: end, pay: taken[end], sum: dollars(taken[end]), after: ` from ${payersOf(leases, end)}` }];
  const lines = [taken, leases.rent, built, ...(empties ? [leases.upkeep] : [])];
  return { top, taken, built, empties, words: placeTexts(texts, { lines, quiet: [reference.rent] }, top) };
}

/** Debt and cash: what it owes at the most, what its lenders lose, and what it has in the end. */
export function moneyChart(leases: Leases, reference: Leases, start: string): LeasesChart {
  const { debt, cash, restructured, struckOut } = leases;
  const top = Math.max(headroom * most(debt, cash), 1.04 * most(reference.debt));
  const end = debt.length - 1;
  const indebted = debt.indexOf(Math.max(...debt));
  const texts: ChartText[] = [
    {
      t: end,
      pay: cash[end],
      ...(shown(cash[end]) === 0 ? { sum: 'no', after: ' cash' } : { sum: dollars(cash[end]), after: ' of cash' }),
    },
    ...(debt[indebted] < worthSaying
      ? []
      : [
          {
            t: indebted,
            pay: debt[indebted],
            sum: dollars(debt[indebted]),
            after: ` of debt, ${displayQuarter(indebted, start)}`,
          },
        ]),
    // The line falls from this quarter to the next.
    ...(restructured === undefined || restructured >= end || struckOut < worthSaying
      ? []
      : [
          {
            t: restructured + 0.5,
            pay: debt[restructured] / 2,
            sum: dollars(struckOut),
            after: ' struck out',
          },
        ]),
  ];
  return { top, words: placeTexts(texts, { lines: [debt, cash], quiet: [reference.debt] }, top) };
}
