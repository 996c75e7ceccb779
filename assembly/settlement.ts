/** Step 8, around the clearing: what is legally due before it, what each firm has and is short of after it. */

import { cheque } from './circumstances';
import { clear, defaulted } from './clearing';
import { buyer, onSales, payer } from './given';
import { lock } from './levers';
import {
  arrearsAt,
  borrowed,
  capexPaid,
  cleared,
  contractArrears,
  contractPaid,
  costs,
  destroyed,
  equity,
  interest,
  invested,
  maturing,
  ordered,
  orderPaid,
  outside,
  owed,
  own,
  received,
  reletAt,
  short,
} from './results';
import { contracts, firms, supplyLinks } from './sizes';
import { arrears, cash, debt } from './state';
import { bought, capex, firmDue, inflow, legalDue, legalOrder, means, ratio } from './work';

/** What is legally due, and what each firm has for it once its senior bills are paid. */
export function fallLegallyDue(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    const at = row + i;
    owed[at] = lock() * (capex[i] - bought[i]);
    const raised = equity[at] - invested[at] + borrowed[at];
    const senior = costs[at] + interest[at] + maturing[at];
    means[i] = cash[i] + own[at] + reletAt[at] + raised - senior + cheque[at];
  }
  for (let c = 0; c < contracts; c++) {
    legalDue[c] = firmDue[c] + arrears[c];
    owed[row + payer[c]] += legalDue[c];
  }
  for (let s = 0; s < supplyLinks; s++) {
    const order = ordered[t * supplyLinks + s];
    legalOrder[s] = onSales[s] ? order : lock() * order;
    owed[row + buyer[s]] += legalOrder[s];
  }
}

/** Clears, and books what the clearing brought. */
export function settle(t: i32): void {
  clear(t);
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    const at = row + i;
    let left = means[i] + inflow[i] - cleared[at];
    destroyed[at] = 0;
    if (defaulted(i) && left > 0) {
      destroyed[at] = left;
      left = 0;
    }
    cash[i] = left;
    debt[i] += borrowed[at] - maturing[at];
    short[at] = owed[at] - cleared[at] + max(0, -left);
    received[at] = inflow[i] + reletAt[at];
    outside[at] = lock() * (capex[i] - bought[i]) * ratio[i];
    capexPaid[at] = lock() * capex[i] * ratio[i];
  }
  bookContracts(t);
  for (let s = 0; s < supplyLinks; s++) orderPaid[t * supplyLinks + s] = legalOrder[s] * ratio[buyer[s]];
}

/** What is unpaid on a contract becomes its arrears. */
function bookContracts(t: i32): void {
  const row = t * contracts;
  let sum: f64 = 0;
  for (let c = 0; c < contracts; c++) {
    const part = ratio[payer[c]];
    arrears[c] = part == 1 ? 0 : legalDue[c] - legalDue[c] * part;
    contractPaid[row + c] = legalDue[c] * part;
    contractArrears[row + c] = arrears[c];
    sum += arrears[c];
  }
  arrearsAt[t] = sum;
}
