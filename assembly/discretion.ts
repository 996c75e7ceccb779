/** Step 9: what is optional, once what must be paid is paid; and who worries its suppliers. */
import { buyer, minCash, onSales, openingCash, payee, payer, payout, supplier } from './given';
import { alarm, lock, reserve } from './levers';
import { withinTerm } from './paths';
import {
  alarmed,
  bill,
  burn,
  capexPaid,
  cashAt,
  contractCut,
  contractPaid,
  cutAt,
  debtAt,
  due,
  ordered,
  orderPaid,
  outside,
  received,
  returned,
  short,
  spot,
  starved,
} from './results';
import { contracts, firms, supplyLinks } from './sizes';
import { cash, debt, SOUND, status } from './state';
import { bought, capex, flexDue, late, spotWish, take } from './work';

/**
 * A sum below this is rounding (billions). A lab that spends down to its reserve, where reserve and alarm are the same number, must not be
 * alarmed or calm by the last bit.
 */
export const NOTHING = 1e-9;

export function spend(t: i32): void {
  takeCompute(t);
  buildFreely(t);
  returnAndWorry(t);
}

/** Optional compute, flexible dues and spot at one rate; what is not taken within a term is cut from the backlog. */
function takeCompute(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    late[i] = spotWish[i]; // the wish, until it is known
    starved[row + i] = 0; // what was paid of the compute wanted, until it is known
  }
  for (let c = 0; c < contracts; c++) late[payer[c]] += flexDue[c];
  for (let i = 0; i < firms; i++) {
    const free = max(0, cash[i] - reserve() * burn[row + i]);
    take[i] = late[i] > 0 ? min(1, free / late[i]) : 1;
    spot[row + i] = take[i] * spotWish[i];
  }
  for (let i = 0; i < firms; i++) {
    cash[i] -= spot[row + i];
    starved[row + i] = spot[row + i];
  }
  cutAt[t] = 0;
  for (let c = 0; c < contracts; c++) takeFlexible(t, c);
  for (let i = 0; i < firms; i++) {
    const wanted = bill[row + i] + spotWish[i];
    starved[row + i] = wanted > 0 ? max(0, 1 - starved[row + i] / wanted) : 0;
  }
}

function takeFlexible(t: i32, c: i32): void {
  const at = t * contracts + c;
  const a = payer[c];
  const row = t * firms;
  const taken = take[a] * flexDue[c];
  cash[a] -= taken;
  cash[payee[c]] += taken;
  received[row + payee[c]] += taken;
  contractPaid[at] += taken;
  starved[row + a] += min(contractPaid[at], due[at]);
  contractCut[at] = withinTerm(t, c) ? flexDue[c] - taken : 0;
  cutAt[t] += contractCut[at];
}

/** Capex that is not locked. What it brings to other firms arrives after all have spent. */
function buildFreely(t: i32): void {
  const row = t * firms;
  const open = 1 - lock();
  for (let i = 0; i < firms; i++) {
    const free = open * capex[i];
    take[i] = free > 0 ? min(1, max(0, cash[i] - minCash[i] / 2) / free) : 1;
    late[i] = 0;
  }
  for (let i = 0; i < firms; i++) {
    cash[i] -= take[i] * open * capex[i];
    capexPaid[row + i] += take[i] * open * capex[i];
    outside[row + i] += take[i] * open * (capex[i] - bought[i]);
  }
  for (let s = 0; s < supplyLinks; s++) {
    if (onSales[s]) continue;
    const at = t * supplyLinks + s;
    const paid = take[buyer[s]] * open * ordered[at];
    orderPaid[at] += paid;
    late[supplier[s]] += paid;
  }
  for (let i = 0; i < firms; i++) {
    cash[i] += late[i];
    received[row + i] += late[i];
  }
}

/** Sound firms return what they hold above their opening cash; the alarm is for next quarter's building. */
function returnAndWorry(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    const at = row + i;
    const sound = status[i] == SOUND;
    returned[at] = sound ? payout[i] * max(0, cash[i] - openingCash[i]) : 0;
    cash[i] -= returned[at];
    const thin = burn[at] > 0 && alarm() * burn[at] - cash[i] > NOTHING;
    alarmed[at] = sound && (short[at] > NOTHING || thin) ? 1 : 0;
    cashAt[at] = cash[i];
    debtAt[at] = debt[i];
  }
}
