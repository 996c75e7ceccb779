import type { Run } from '../engine';
import { duesOf } from './dues';

/** What was paid in one step of a quarter, by a firm and to it. Billions. */
export interface Paid {
  /** On its contracts for compute; on its orders to other firms; for building, to suppliers outside. */
  readonly contracts: number;
  readonly orders: number;
  readonly outside: number;
  /** By other firms to it, on contracts and orders. */
  readonly received: number;
}

/** What firm i paid and was paid in quarter t, by the step that made it: in the clearing (8) what was legally due, afterwards (9) what somebody chose to buy. */
export function paidBySteps(run: Run, i: number, t: number): { readonly due: Paid; readonly chosen: Paid } {
  const all = allPaid(run, i, t);
  const due = paidInClearing(run, i, t);
  // What is left of a difference that is nothing is rounding.
  const rest = (whole: number, part: number) => (Math.abs(whole - part) > 1e-12 * Math.abs(whole) ? whole - part : 0);
  const chosen = {
    contracts: rest(all.contracts, due.contracts),
    orders: rest(all.orders, due.orders),
    outside: rest(all.outside, due.outside),
    received: rest(all.received, due.received),
  };
  return { due, chosen };
}

function paidInClearing(run: Run, i: number, t: number): Paid {
  const { network, firm } = run;
  const row = t * network.firms.length;
  // All that a firm owes in one rank is paid to the same part.
  const part = network.firms.map((_, j) => (firm.owed[row + j] > 0 ? firm.cleared[row + j] / firm.owed[row + j] : 0));
  const { debts, outside } = duesOf(run, t);
  const sums = { contracts: 0, orders: 0, outside: outside[i] * part[i], received: 0 };
  debts.forEach(({ from, to, amount }, d) => {
    if (from === i) sums[d < network.contracts.length ? 'contracts' : 'orders'] += amount * part[i];
    if (to === i) sums.received += amount * part[from];
  });
  return sums;
}

function allPaid({ network, firm, contract, supply }: Run, i: number, t: number): Paid {
  const { id } = network.firms[i];
  const at = t * network.firms.length + i;
  let contracts = 0;
  network.contracts.forEach(({ payer }, c) => {
    if (payer === id) contracts += contract.paid[t * network.contracts.length + c];
  });
  let orders = 0;
  network.supply.forEach(({ buyer }, s) => {
    if (buyer === id) orders += supply.paid[t * network.supply.length + s];
  });
  return { contracts, orders, outside: firm.outside[at], received: firm.received[at] - firm.relet[at] };
}
