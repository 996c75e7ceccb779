/** Steps 1, 6 and 7 of a quarter: the climate, what investors and vendors put up, what lenders lend. */
import { fundedLab, isLab, leverage, minCash, vendor, vendorWeight, ventureShare } from './given';
import { backstop, credit, drought, runway, severity, speed, stop, vendorShare } from './levers';
import { ventureMoneyAt } from './paths';
import {
  ask,
  bill,
  booked,
  borrowed,
  burn,
  climateAt,
  costs,
  equity,
  given,
  input,
  interest,
  invested,
  investors,
  maturing,
  onOffer,
  operatingCash,
  own,
  reletAt,
  unlent,
} from './results';
import { firms, vendorLinks } from './sizes';
import { cash, debt, live, mood, SOUND, stakeSince, status } from './state';
import { capex, operating, sold, spotWish } from './work';

/** Step 1: the share of venture money that is there in quarter t, before the mood. */
function climate(t: i32): f64 {
  const k = <f64>t - stop() + 1;
  if (k <= 0) return 1;
  if (k <= drought()) return 1 - severity() * min(1, k / speed());
  const bottom = severity() * min(1, drought() / speed());
  return 1 - bottom * max(0, 1 - (k - drought()) / speed());
}

export function offer(t: i32): void {
  climateAt[t] = climate(t);
  onOffer[t] = ventureMoneyAt(t) * climateAt[t] * mood;
}

/** Step 6: each sound lab asks for what keeps its runway; investors give of what is on offer, vendors of what they can spare. */
export function raiseEquity(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    ask[row + i] = 0;
    equity[row + i] = 0;
    invested[row + i] = 0;
    investors[row + i] = 0;
  }
  for (let v = 0; v < vendorLinks; v++) given[t * vendorLinks + v] = 0;
  const weather = climateAt[t] * mood;
  for (let i = 0; i < firms; i++) {
    if (!isLab[i] || status[i] != SOUND) continue;
    const wish = max(0, (1 + runway()) * burn[row + i] - cash[i]);
    let weights: f64 = 0;
    for (let v = 0; v < vendorLinks; v++) {
      if (fundedLab[v] == i && status[vendor[v]] == SOUND) weights += vendorWeight[v];
    }
    const share = weights > 0 ? vendorShare() : 0;
    const fromInvestors = min((1 - share) * wish, ventureShare[i] * onOffer[t]);
    const usual = share * wish * (backstop() + (1 - backstop()) * weather);
    const wanted = usual + backstop() * max(0, wish - fromInvestors - usual);
    ask[row + i] = wish;
    investors[row + i] = fromInvestors;
    equity[row + i] = fromInvestors + (weights > 0 ? vendorsGive(t, i, wanted / weights) : 0);
  }
}

/** Asks lab i's sound vendors for `perWeight` a unit of weight, in file order; each gives at most half of what it can spare. Returns the sum. */
function vendorsGive(t: i32, i: i32, perWeight: f64): f64 {
  const row = t * firms;
  let sum: f64 = 0;
  for (let v = 0; v < vendorLinks; v++) {
    const j = vendor[v];
    if (fundedLab[v] != i || status[j] != SOUND) continue;
    const spare = max(0, cash[j] - invested[row + j] - minCash[j]) / 2;
    const cheque = min(vendorWeight[v] * perWeight, spare);
    given[t * vendorLinks + v] = cheque;
    stakeSince[v] += cheque;
    invested[row + j] += cheque;
    sum += cheque;
  }
  return sum;
}

/** Step 7: live firms borrow to keep their least cash, as far as lenders go. */
export function borrow(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    const at = row + i;
    operating[i] = own[at] + booked[at] + reletAt[at] + sold[i] - costs[at] - input[at];
    borrowed[at] = 0;
    unlent[at] = 0;
    if (!live(i)) continue;
    const earning = max(0, operating[i] - bill[at]);
    const limit = leverage[i] * 4 * earning * (1 - credit() * (1 - mood));
    const out = bill[at] + spotWish[i] + capex[i] + interest[at] + maturing[at] + invested[at];
    const gap = minCash[i] - (cash[i] + operating[i] + equity[at] - out);
    borrowed[at] = max(0, min(gap, limit - debt[i] + maturing[at]));
    unlent[at] = max(0, gap - borrowed[at]);
  }
}

/** The yearly operating cash a firm opens with, so that losses compare across sizes. Call in quarter 0, after step 7. */
export function noteOperatingCash(): void {
  for (let i = 0; i < firms; i++) operatingCash[i] = 4 * (operating[i] - bill[i]);
}
