/** Steps 2 to 5 of a quarter: what is earned, owed, built and spent, before anyone raises a dollar. */
import {
  buyer,
  eaten,
  eatenWeight,
  eater,
  fixedCost,
  herding,
  idleCost,
  intensity,
  onSales,
  orderShare,
  payee,
  payer,
  rate,
  serviceCost,
  supplier,
  yearlyRevenue,
} from './given';
import { caution, firmness, lead, substitutionShare } from './levers';
import { costShareAt, instalment, ownCapexAt, repaymentOf, withinTerm } from './paths';
import { bill, booked, burn, costs, due, idleAt, input, interest, maturing, ordered, own, reletAt } from './results';
import { contracts, firms, substitutions, supplyLinks } from './sizes';
import {
  built,
  debt,
  ended,
  gained,
  idle,
  live,
  mood,
  need,
  RESTRUCTURED,
  relet,
  revenue,
  status,
  worrying,
} from './state';
import { bought, capex, firmDue, flexDue, sold, spotWish } from './work';

/** Step 2: own revenue, less what the growth of others has eaten. */
export function earn(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) own[row + i] = live(i) ? revenue[i] + gained[i] : 0;
  for (let s = 0; s < substitutions; s++) {
    const to = eaten[s];
    if (!live(to)) continue;
    const from = eater[s];
    const grown = max(0, revenue[from] + gained[from] - yearlyRevenue[from] / 4);
    own[row + to] = max(0, own[row + to] - substitutionShare() * eatenWeight[s] * grown);
  }
}

/** Step 3: what falls due on contracts, firm and flexible, and the compute wanted beyond them. */
export function fallDue(t: i32): void {
  const row = t * firms;
  const contractRow = t * contracts;
  for (let i = 0; i < firms; i++) {
    bill[row + i] = 0;
    booked[row + i] = 0;
  }
  for (let c = 0; c < contracts; c++) {
    const amount = ended[c] ? 0 : instalment(t, c);
    const bound = withinTerm(t, c) ? firmness() * amount : 0;
    due[contractRow + c] = amount;
    firmDue[c] = bound;
    flexDue[c] = amount - bound;
    booked[row + payee[c]] += amount;
    bill[row + payer[c]] += amount;
  }
  for (let i = 0; i < firms; i++) spotWish[i] = live(i) ? max(0, need[i] - bill[row + i]) : 0;
}

/** Step 4: capacity is built for the dues expected `lead` quarters on; capital spending and the orders that follow from it. */
export function build(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) sold[i] = 0; // holds the expected dues until capex is known
  for (let c = 0; c < contracts; c++) {
    if (ended[c]) continue;
    const trust = worrying[payer[c]] ? 1 - caution() : 1;
    sold[payee[c]] += instalment(t + lead(), c) * trust;
  }
  for (let i = 0; i < firms; i++) {
    const grow = max(0, sold[i] - built[i]) / 2;
    built[i] += grow;
    const brake = 1 - caution() * herding[i] * (1 - mood);
    const share: f64 = status[i] == RESTRUCTURED ? 0.5 : 1;
    capex[i] = ownCapexAt(t, i) * brake * share + intensity[i] * 4 * grow;
    sold[i] = 0;
    bought[i] = 0;
    input[row + i] = 0;
  }
  for (let s = 0; s < supplyLinks; s++) {
    const from = buyer[s];
    const order = orderShare[s] * (onSales[s] ? sold[from] : capex[from]);
    ordered[t * supplyLinks + s] = order;
    sold[supplier[s]] += order;
    if (onSales[s]) input[row + from] += order;
    else bought[from] += order;
  }
}

/** Step 5: costs, interest, debt that matures, and the burn: what the quarter takes out of the cash. */
export function cost(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    const at = row + i;
    idleAt[at] = idle[i];
    reletAt[at] = relet[i];
    const service = booked[at] + relet[i] + sold[i];
    costs[at] = live(i)
      ? costShareAt(t, i) * own[at] +
        fixedCost[i] / 4 +
        serviceCost[i] * service +
        idleCost[i] * max(0, idle[i] - relet[i])
      : 0;
    interest[at] = (rate[i] / 4) * debt[i];
    maturing[at] = debt[i] * repaymentOf(i);
    const out = costs[at] + input[at] + bill[at] + spotWish[i] + capex[i] + interest[at] + maturing[at];
    burn[at] = max(0, out - own[at] - service);
  }
}
