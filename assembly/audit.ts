/**
 * The audit: money between firms stays inside, so the change in all firms' cash in steps 1 to 9 is what crossed the border
 * (stock-flow consistency, Godley and Lavoie 2007). Computed every quarter from the flows as they were booked.
 */
import { cheque } from './circumstances';
import {
  audit,
  borrowed,
  costs,
  destroyed,
  interest,
  investors,
  maturing,
  outside,
  own,
  reletAt,
  returned,
  spot,
} from './results';
import { firms } from './sizes';
import { cash } from './state';

/** All firms' cash. */
export function allCash(): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < firms; i++) sum += cash[i];
  return sum;
}

/** Books how far the change in cash since `before` is from what crossed the border in quarter t. */
export function closeAudit(t: i32, before: f64): void {
  const row = t * firms;
  let crossed: f64 = 0;
  for (let i = 0; i < firms; i++) {
    const at = row + i;
    const came = own[at] + reletAt[at] + investors[at] + borrowed[at] + cheque[at];
    const went = costs[at] + interest[at] + maturing[at] + outside[at] + spot[at] + returned[at] + destroyed[at];
    crossed += came - went;
  }
  audit[t] = abs(allCash() - before - crossed);
}
