import type { Run } from '../../../src/engine';
import { fallIn, opening, type Purse, paymentsIn, pour, scaled, sourcesIn, total } from './ledger';

/** Less than this still on its way, of all that came in, is nothing. */
const nothing = 1e-15;

/**
 * Follows the dollar the slow and obvious way: money goes round and round. What comes into a pot is passed on at once, each payment
 * taking its part of it, and what it brings to others is passed on in the next round; until next to nothing is on its way. Returns the compositions
 * of the pots: per quarter and firm the shares by colour.
 */
export function followByRounds(run: Run): Purse[][] {
  const quarters: Purse[][] = [];
  let { purses } = opening(run);
  for (let t = 0; t < run.network.quarters; t++) {
    const came = sourcesIn(run, t);
    purses.forEach((purse, i) => {
      for (const [colour, amount] of Object.entries(purse)) pour(came[i], colour, amount);
    });
    const shares = passRound(came, paymentsIn(run, t));
    quarters.push(shares);
    purses = fallIn(run, t, shares).purses;
  }
  return quarters;
}

function passRound(came: readonly Purse[], payments: ReturnType<typeof paymentsIn>): Purse[] {
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
  return passed.map((purse, i) => (throughflow[i] > 0 ? scaled(purse, 1 / throughflow[i]) : {}));
}
