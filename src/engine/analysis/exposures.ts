import type { World } from '../batch/batch';
import type { Outcomes, SeriesName } from '../batch/outcomes';
import type { Contract } from '../network';

/** Who stands to lose what if whom. Billions; firms are indices in the network's order. */
export interface Exposures {
  /** n x n, read at `creditor * n + debtor`. */
  readonly claims: Float64Array;
  /** Per firm, what it can lose before it is without means: cash and unused credit. */
  readonly buffer: Float64Array;
}

/** The series of a world that its exposures are read from. */
export const exposureSeries = [
  'firm.cash',
  'firm.debt',
  'firm.own',
  'firm.bill',
  'firm.booked',
  'firm.relet',
  'firm.costs',
  'firm.input',
  'quarter.mood',
  'contract.arrears',
  'supply.ordered',
  'vendor.given',
] as const satisfies readonly SeriesName[];

/**
 * The exposures of a world at the end of a quarter, before step 10. Claims of one firm on another are the sum of
 * - the arrears on contracts the debtor pays, and the instalments that fall due on them, firm and flexible, within their terms in the next
 *   `horizon` quarters;
 * - what the debtor ordered in the quarter, for as many quarters as the horizon;
 * - stakes in the debtor, at what they cost: the opening stake and all equity given since.
 * The buffer is the quarter's cash (at least 0) and the part of the credit limit of step 7, on the quarter's operating cash and at the mood
 * it opened with, that is not drawn. Of a firm that fell before this quarter's end there are no contracts any more; a lab among them has no
 * buffer, and nobody a stake in it. `row`: the world's row in the outcomes, which keep `exposureSeries`.
 */
export function exposuresAt(
  { levers }: World,
  outcomes: Outcomes,
  row: number,
  quarter: number,
  horizon: number,
): Exposures {
  const { network } = outcomes;
  const n = network.firms.length;
  const place = new Map(network.firms.map(({ id }, index) => [id, index]));
  const indexOf = (id: string) => place.get(id) ?? -1;
  const fell = (firm: number) => outcomes.fellAt[row * n + firm] < quarter;
  const failed = (firm: number) => fell(firm) && network.firms[firm].lab;
  const read = reader(outcomes, row);
  const claims = new Float64Array(n * n);
  const claim = (creditor: number, debtor: number, amount: number) => {
    if (creditor !== debtor && !failed(creditor) && !failed(debtor)) claims[creditor * n + debtor] += amount;
  };

  network.contracts.forEach((contract, c) => {
    const payer = indexOf(contract.payer);
    if (fell(payer)) return;
    const due = instalments(contract, levers.ramp, quarter + 1, quarter + horizon);
    claim(indexOf(contract.payee), payer, read('contract.arrears', quarter, c) + due);
  });
  network.supply.forEach(({ buyer, supplier }, s) => {
    claim(indexOf(supplier), indexOf(buyer), horizon * read('supply.ordered', quarter, s));
  });
  network.firms.forEach(({ openingStakes }, holder) => {
    for (const [lab, stake] of Object.entries(openingStakes)) claim(holder, indexOf(lab), stake);
  });
  network.vendors.forEach(({ lab, vendor }, v) => {
    for (let t = 0; t <= quarter; t++) claim(indexOf(vendor), indexOf(lab), read('vendor.given', t, v));
  });
  const buffer = Float64Array.from(network.firms, ({ leverage }, i) => {
    if (failed(i)) return 0;
    let operating = read('firm.own', quarter, i) + read('firm.booked', quarter, i) + read('firm.relet', quarter, i);
    operating -= read('firm.costs', quarter, i) + read('firm.input', quarter, i);
    network.supply.forEach(({ supplier }, s) => {
      if (indexOf(supplier) === i) operating += read('supply.ordered', quarter, s);
    });
    const mood = quarter > 0 ? read('quarter.mood', quarter - 1, 0) : 1;
    const earning = Math.max(0, operating - read('firm.bill', quarter, i));
    const limit = leverage * 4 * earning * (1 - levers.credit * (1 - mood));
    return Math.max(0, read('firm.cash', quarter, i)) + Math.max(0, limit - read('firm.debt', quarter, i));
  });
  return { claims, buffer };
}

/** What falls due on a contract within its term in quarters `from` to `to`: the k-th instalment weighs `(1 + ramp)^(k/4)`. */
function instalments({ total, start, length }: Contract, ramp: number, from: number, to: number): number {
  let all = 0;
  let due = 0;
  for (let k = 0; k < length; k++) {
    const weight = (1 + ramp) ** (k / 4);
    all += weight;
    if (start + k >= from && start + k <= to) due += weight;
  }
  return all > 0 ? (total * due) / all : 0;
}

function reader(outcomes: Outcomes, row: number): (name: SeriesName, quarter: number, column: number) => number {
  const { network, series, count } = outcomes;
  return (name, quarter, column) => {
    const values = series[name];
    if (!values) throw new Error(`These outcomes do not keep "${name}".`);
    const columns = values.length / count / network.quarters;
    return values[(row * network.quarters + quarter) * columns + column];
  };
}
