import { followTheDollar, type Run } from '../engine';
import { cashAfterFalls, debtStruckOut, openingCash } from '../world/step-ten';
import { balanceOf } from './balance';

/** One thing that must hold in every world, and how far this one is from it. */
export interface Check {
  readonly id: 'books' | 'debt' | 'border' | 'owed' | 'means' | 'pro-rata' | 'colours';
  readonly what: string;
  /** The largest deviation found: billions, or for colours a share. */
  readonly worst: number;
  readonly holds: boolean;
  /** How many times it was looked at in this run. */
  readonly looked: number;
}

/** Sums of decimal amounts are not exact. A billionth of a billion is a dollar. */
const tolerance = 1e-9;

/**
 * Checks a run against what its model promises (section 4 of its page), from the numbers it reports and none of its own checks: each quarter is cleared a second time
 * here. It takes some milliseconds.
 */
export function auditOf(run: Run): readonly Check[] {
  const { firms, contracts, quarters } = run.network;
  const cells = firms.length * quarters;
  return [
    check(
      'books',
      'Each firm’s cash is what it closed the last quarter with and what falls then did to it, with what came in, less what went out',
      bookErrors(run),
      cells,
    ),
    check(
      'debt',
      'Each firm’s debt is what it owed, less what lenders had to strike out, with what it borrowed, less what it repaid',
      debtErrors(run),
      cells,
    ),
    check(
      'border',
      'What changes all cash together, from one close to the next, has crossed the border',
      borderErrors(run),
      quarters,
    ),
    check('owed', 'Nobody pays more than is due, nor less than nothing', owedErrors(run), cells),
    check(
      'means',
      'Who can pay in full does; who cannot pays all there is, less what default burns',
      meansErrors(run),
      cells,
    ),
    check('pro-rata', 'A firm that is short treats its creditors alike', shareErrors(run), contracts.length * quarters),
    check('colours', 'A pot of money is all of its sources, and nothing else', colourErrors(run), cells),
  ];
}

function check(id: Check['id'], what: string, errors: readonly number[], looked: number): Check {
  const worst = errors.reduce((most, error) => Math.max(most, Math.abs(error)), 0);
  return { id, what, worst, holds: worst <= tolerance, looked };
}

/** What is asked of each firm in each quarter, one after the other. */
function each({ network }: Run, ask: (i: number, t: number, at: number) => number): number[] {
  const n = network.firms.length;
  return Array.from({ length: network.quarters * n }, (_, at) => ask(at % n, Math.floor(at / n), at));
}

function bookErrors(run: Run): number[] {
  return each(run, (i, t) => balanceOf(run, i, t).residual);
}

function debtErrors(run: Run): number[] {
  const { network, firm } = run;
  const n = network.firms.length;
  return each(run, (i, t, at) => {
    const before = t === 0 ? network.firms[i].debt : firm.debt[at - n] - debtStruckOut(run, i, t - 1);
    return firm.debt[at] - (before + firm.borrowed[at] - firm.maturing[at]);
  });
}

/** Payments between firms cancel out. So the sum of all cash changes by what comes from outside less what goes there, falls included. */
function borderErrors(run: Run): number[] {
  const { network, firm } = run;
  const n = network.firms.length;
  const links = network.contracts.length;
  return Array.from({ length: network.quarters }, (_, t) => {
    let error = 0;
    network.firms.forEach((file, i) => {
      const at = t * n + i;
      const came = firm.own[at] + firm.relet[at] + firm.investors[at] + firm.borrowed[at];
      const bills = firm.costs[at] + firm.interest[at] + firm.maturing[at] + firm.outside[at] + firm.spot[at];
      const went = bills + firm.returned[at] + firm.destroyed[at];
      error += firm.cash[at] - (t === 0 ? file.cash : firm.cash[at - n]) - came + went;
      if (t === 0) return;
      const { putIn, gone } = cashAfterFalls(run, i, t - 1);
      error += gone - putIn;
    });
    // What is recovered comes from outside, whoever it comes to.
    if (t > 0) for (const recovered of run.contract.recovered.subarray((t - 1) * links, t * links)) error -= recovered;
    return error;
  });
}

function owedErrors(run: Run): number[] {
  const { owed, cleared } = run.firm;
  return each(run, (_i, _t, at) => Math.max(0, -cleared[at], cleared[at] - owed[at]));
}

/** Is the payment of each firm what the rule of clearing makes of all the others'? That is what makes it a clearing vector. */
function meansErrors(run: Run): number[] {
  const { firm } = run;
  const { friction } = run.levers;
  return each(run, (i, t, at) => {
    const senior = firm.costs[at] + firm.interest[at] + firm.maturing[at];
    const raised = firm.equity[at] - firm.invested[at] + firm.borrowed[at];
    const means = openingCash(run, i, t) + firm.own[at] + firm.relet[at] + raised - senior;
    const inflow = clearedTo(run, i, t);
    // Who can just pay, pays.
    if (means + inflow >= firm.owed[at] - tolerance && firm.cleared[at] === firm.owed[at]) return 0;
    const all = Math.min(means, 0) + (1 - friction) * (Math.max(means, 0) + inflow);
    return firm.cleared[at] - Math.min(firm.owed[at], Math.max(0, all));
  });
}

/** What reaches firm i in the clearing of quarter t: from each firm the same part of all that it legally owes. */
function clearedTo(run: Run, i: number, t: number): number {
  const { network, supply } = run;
  const { id } = network.firms[i];
  let inflow = 0;
  network.contracts.forEach(({ payer, payee }, c) => {
    if (payee === id) inflow += partPaid(run, payer, t) * legallyDue(run, c, t);
  });
  network.supply.forEach(({ buyer, supplier, of }, s) => {
    if (supplier !== id) return;
    const ordered = supply.ordered[t * network.supply.length + s];
    inflow += partPaid(run, buyer, t) * (of === 'capex' ? run.levers.lock * ordered : ordered);
  });
  return inflow;
}

/** The part of its legal obligations that a firm pays in the clearing. */
function partPaid({ network, firm }: Run, id: string, t: number): number {
  const at = t * network.firms.length + network.firms.findIndex((one) => one.id === id);
  return firm.owed[at] > 0 ? firm.cleared[at] / firm.owed[at] : 1;
}

/** The firm part of an instalment within its term, and the arrears of the quarter before, unless the contract has ended. */
function legallyDue({ network, levers, firm, contract }: Run, c: number, t: number): number {
  const { payer, start, length } = network.contracts[c];
  const at = t * network.contracts.length + c;
  const firmly = t >= start && t < start + length ? levers.firmness * contract.due[at] : 0;
  if (t === 0) return firmly;
  const i = network.firms.findIndex(({ id }) => id === payer);
  const ended = firm.status[(t - 1) * network.firms.length + i] > 0;
  return ended ? 0 : firmly + contract.arrears[at - network.contracts.length];
}

function shareErrors(run: Run): number[] {
  const { contracts, quarters } = run.network;
  return Array.from({ length: contracts.length * quarters }, (_, at) => {
    const c = at % contracts.length;
    const t = Math.floor(at / contracts.length);
    const due = legallyDue(run, c, t);
    return run.contract.arrears[at] - (1 - partPaid(run, contracts[c].payer, t)) * due;
  });
}

/** Shares of a pot sum to one; a pot into which nothing came has none. */
function colourErrors(run: Run): number[] {
  const { colours, pots } = followTheDollar(run);
  return each(run, (_i, _t, at) => {
    let sum = 0;
    for (let k = 0; k < colours.length; k++) sum += pots[at * colours.length + k];
    return sum === 0 ? 0 : sum - 1;
  });
}
