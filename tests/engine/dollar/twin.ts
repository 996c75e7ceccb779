import type { Run } from '../../../src/engine';
import { fallIn, opening, type Payment, type Purse, paymentsIn, pour, scaled, sourcesIn, total } from './ledger';

/** Less than this still on its way, of all that came in, is nothing. */
const nothing = 1e-15;

/** One pot in one quarter. */
export interface Pot {
  /** What stood in it and came into it, in billions. */
  readonly throughflow: number;
  /** By colour; what was still on its way when the rounds ended is missing. */
  readonly shares: Purse;
}

/**
 * Follows the dollar the slow and obvious way: money goes round and round. What comes into a pot is passed on at once, each payment
 * taking its part of it, and what it brings to others is passed on in the next round; until next to nothing is on its way. Returns the pots per quarter
 * and firm.
 */
export function followByRounds(run: Run): Pot[][] {
  const quarters: Pot[][] = [];
  let { purses } = opening(run);
  for (let t = 0; t < run.network.quarters; t++) {
    const came = sourcesIn(run, t);
    purses.forEach((purse, i) => {
      for (const [colour, amount] of Object.entries(purse)) pour(came[i], colour, amount);
    });
    const pots = passRound(came, paymentsIn(run, t));
    quarters.push(pots);
    purses = fallIn(
      run,
      t,
      pots.map(({ shares }) => shares),
    ).purses;
  }
  return quarters;
}

function passRound(came: readonly Purse[], payments: readonly Payment[]): Pot[] {
  const throughflow = came.map(total);
  for (const { to, amount } of payments) throughflow[to] += amount;
  const all = came.reduce((sum, purse) => sum + total(purse), 0);
  const passed = came.map((): Purse => ({}));
  let moving = came.map((purse) => purse);
  while (moving.some((purse) => total(purse) > nothing * all)) {
    const next = came.map((): Purse => ({}));
    moving.forEach((purse, i) => {
      for (const [colour, amount] of Object.entries(purse)) pour(passed[i], colour, amount);
    });
    for (const { from, to, amount } of payments) {
      if (amount === 0) continue;
      for (const [colour, x] of Object.entries(moving[from])) pour(next[to], colour, (x * amount) / throughflow[from]);
    }
    moving = next;
  }
  return passed.map((purse, i) => ({
    throughflow: throughflow[i],
    shares: throughflow[i] > 0 ? scaled(purse, 1 / throughflow[i]) : {},
  }));
}
