import type { Run } from '../engine';
import { openingCash } from '../world/step-ten';

/** A debt of one firm to another, legally due in a quarter. */
export interface Debt {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** What is legally due in one quarter, and what there is to pay it with. Billions. */
export interface Dues {
  /** Instalments with what is late of them, then orders, in the order of the network; also those of nothing. */
  readonly debts: readonly Debt[];
  /** Per firm, due to those outside the network in the same rank: capital spending that cannot be cancelled. */
  readonly outside: readonly number[];
  /** Per firm, what it has before other firms pay it, once senior bills (costs, interest, maturing debt) are paid. May be below 0. */
  readonly means: readonly number[];
}

/** The dues of quarter t, read back from a run: the engine keeps what was owed and paid, and not from whom to whom. */
export function duesOf(run: Run, t: number): Dues {
  const debts = [...contractDebts(run, t), ...orderDebts(run, t)];
  const outside = run.network.firms.map((_, i) => {
    const owed = run.firm.owed[t * run.network.firms.length + i];
    const inside = debts.reduce((sum, { from, amount }) => (from === i ? sum + amount : sum), 0);
    // What is left of a difference that is nothing is rounding.
    return owed - inside > 1e-12 * owed ? owed - inside : 0;
  });
  return { debts, outside, means: meansOf(run, t) };
}

function contractDebts({ network, contract, levers }: Run, t: number): Debt[] {
  const { contracts } = network;
  return contracts.map(({ payer, payee, start, length }, c) => {
    const at = t * contracts.length + c;
    const firm = t >= start && t < start + length ? levers.firmness * contract.due[at] : 0;
    // With the end of a contract its arrears are settled, one way or the other.
    const late = t > 0 && contract.lost[at - contracts.length] === 0 ? contract.arrears[at - contracts.length] : 0;
    return { from: indexOf(network, payer), to: indexOf(network, payee), amount: firm + late };
  });
}

function orderDebts({ network, supply, levers }: Run, t: number): Debt[] {
  return network.supply.map(({ buyer, supplier, of }, s) => {
    const order = supply.ordered[t * network.supply.length + s];
    const amount = of === 'sales' ? order : levers.lock * order;
    return { from: indexOf(network, buyer), to: indexOf(network, supplier), amount };
  });
}

function meansOf(run: Run, t: number): number[] {
  const { own, relet, equity, invested, borrowed, costs, interest, maturing } = run.firm;
  return run.network.firms.map((_, i) => {
    const at = t * run.network.firms.length + i;
    const raised = equity[at] - invested[at] + borrowed[at];
    return openingCash(run, i, t) + own[at] + relet[at] + raised - (costs[at] + interest[at] + maturing[at]);
  });
}

function indexOf({ firms }: Run['network'], id: string): number {
  return firms.findIndex((firm) => firm.id === id);
}
