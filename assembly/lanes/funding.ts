/** Steps 1, 6 and 7 of a quarter in every lane, as `funding.ts` does them in one. */
import { fundedLab, isLab, leverage, minCash, vendor, vendorWeight, ventureShare } from '../given';
import { Lever } from '../levers';
import { plannedVentureMoneyAt } from '../paths';
import { firms, vendorLinks } from '../sizes';
import {
  above,
  add,
  choose,
  div,
  fillRow,
  least,
  mul,
  positive,
  ROW,
  rest,
  rowOf,
  splat,
  sub,
  VECTOR,
  where,
} from './simd';
import {
  ask,
  bill,
  booked,
  borrowed,
  burn,
  capex,
  cash,
  climateAt,
  costs,
  debt,
  equity,
  given,
  input,
  interest,
  invested,
  investors,
  levers,
  live,
  maturing,
  mood,
  onOffer,
  operating,
  operatingCash,
  own,
  reletAt,
  sold,
  sound,
  spotWish,
  stakeSince,
  unlent,
  ventureFactor,
} from './tables';

/** Address of the vector of a dial. */
function dial(slot: i32, v: usize): v128 {
  return v128.load(rowOf(levers, slot) + v);
}

/** Step 1: the share of venture money that is there in quarter t, and what is on offer. */
export function offer(t: i32): void {
  const planned = splat(plannedVentureMoneyAt(t));
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const severity = dial(Lever.severity, v);
    const speed = dial(Lever.speed, v);
    const drought = dial(Lever.drought, v);
    const k = add(sub(splat(<f64>t), dial(Lever.stop, v)), splat(1));
    const falling = rest(mul(severity, least(splat(1), div(k, speed))));
    const bottom = mul(severity, least(splat(1), div(drought, speed)));
    const rising = rest(mul(bottom, positive(rest(div(sub(k, drought), speed)))));
    const after = choose(f64x2.le(k, drought), falling, rising);
    const climate = choose(f64x2.le(k, splat(0)), splat(1), after);
    v128.store(rowOf(climateAt, 0) + v, climate);
    const money = mul(mul(planned, dial(Lever.supply, v)), v128.load(rowOf(ventureFactor, t) + v));
    v128.store(rowOf(onOffer, 0) + v, mul(mul(money, climate), v128.load(rowOf(mood, 0) + v)));
  }
}

/** Step 6: each sound lab asks for what keeps its runway; investors give of what is on offer, vendors of what they can spare. */
export function raiseEquity(): void {
  for (let i = 0; i < firms; i++) {
    fillRow(rowOf(ask, i), 0);
    fillRow(rowOf(equity, i), 0);
    fillRow(rowOf(invested, i), 0);
    fillRow(rowOf(investors, i), 0);
  }
  for (let v = 0; v < vendorLinks; v++) fillRow(rowOf(given, v), 0);
  for (let i = 0; i < firms; i++) {
    if (!isLab[i]) continue;
    for (let v: usize = 0; v < ROW; v += VECTOR) raise(i, v);
  }
}

/** Lab i's raise, in the lanes of vector v. */
function raise(i: i32, v: usize): void {
  const isSound = v128.load(rowOf(sound, i) + v);
  const runway = add(splat(1), dial(Lever.runway, v));
  const burns = v128.load(rowOf(burn, i) + v);
  const wish = where(isSound, positive(sub(mul(runway, burns), v128.load(rowOf(cash, i) + v))));
  let weights = splat(0);
  for (let k = 0; k < vendorLinks; k++) {
    if (fundedLab[k] == i) weights = add(weights, where(v128.load(rowOf(sound, vendor[k]) + v), splat(vendorWeight[k])));
  }
  const backed = above(weights, splat(0));
  const share = where(backed, dial(Lever.vendorShare, v));
  const part = mul(splat(ventureShare[i]), v128.load(rowOf(onOffer, 0) + v));
  const fromInvestors = where(isSound, least(mul(rest(share), wish), part));
  const backstop = dial(Lever.backstop, v);
  const weather = mul(v128.load(rowOf(climateAt, 0) + v), v128.load(rowOf(mood, 0) + v));
  const usual = mul(mul(share, wish), add(backstop, mul(rest(backstop), weather)));
  const wanted = add(usual, mul(backstop, positive(sub(sub(wish, fromInvestors), usual))));
  const perWeight = div(wanted, weights);
  const gives = v128.and(isSound, backed);
  let sum = splat(0);
  for (let k = 0; k < vendorLinks; k++) {
    if (fundedLab[k] == i) sum = add(sum, vendorGives(k, perWeight, gives, v));
  }
  v128.store(rowOf(ask, i) + v, wish);
  v128.store(rowOf(investors, i) + v, fromInvestors);
  v128.store(rowOf(equity, i) + v, add(fromInvestors, sum));
}

/** The cheque of one vendor: what it is asked for, at most half of what it can spare. */
function vendorGives(k: i32, perWeight: v128, gives: v128, v: usize): v128 {
  const j = vendor[k];
  const out = rowOf(invested, j) + v;
  const left = sub(sub(v128.load(rowOf(cash, j) + v), v128.load(out)), splat(minCash[j]));
  const spare = mul(positive(left), splat(0.5));
  const may = v128.and(gives, v128.load(rowOf(sound, j) + v));
  const cheque = where(may, least(mul(splat(vendorWeight[k]), perWeight), spare));
  v128.store(rowOf(given, k) + v, cheque);
  v128.store(rowOf(stakeSince, k) + v, add(v128.load(rowOf(stakeSince, k) + v), cheque));
  v128.store(out, add(v128.load(out), cheque));
  return cheque;
}

/** Step 7: live firms borrow to keep their least cash, as far as lenders go. */
export function borrow(t: i32): void {
  for (let i = 0; i < firms; i++) {
    const most = splat(leverage[i] * 4);
    const keeps = splat(minCash[i]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const billed = v128.load(rowOf(bill, i) + v);
      const repays = v128.load(rowOf(maturing, i) + v);
      let runs = add(v128.load(rowOf(own, i) + v), v128.load(rowOf(booked, i) + v));
      runs = add(add(runs, v128.load(rowOf(reletAt, i) + v)), v128.load(rowOf(sold, i) + v));
      runs = sub(sub(runs, v128.load(rowOf(costs, i) + v)), v128.load(rowOf(input, i) + v));
      v128.store(rowOf(operating, i) + v, runs);
      const earning = positive(sub(runs, billed));
      const willing = rest(mul(dial(Lever.credit, v), rest(v128.load(rowOf(mood, 0) + v))));
      const limit = mul(mul(most, earning), willing);
      let out = add(add(billed, v128.load(rowOf(spotWish, i) + v)), v128.load(rowOf(capex, i) + v));
      out = add(add(add(out, v128.load(rowOf(interest, i) + v)), repays), v128.load(rowOf(invested, i) + v));
      const had = add(add(v128.load(rowOf(cash, i) + v), runs), v128.load(rowOf(equity, i) + v));
      const gap = sub(keeps, sub(had, out));
      const room = add(sub(limit, v128.load(rowOf(debt, i) + v)), repays);
      const alive = v128.load(rowOf(live, i) + v);
      const lent = where(alive, positive(least(gap, room)));
      v128.store(rowOf(borrowed, i) + v, lent);
      v128.store(rowOf(unlent, i) + v, where(alive, positive(sub(gap, lent))));
      if (t == 0) v128.store(rowOf(operatingCash, i) + v, mul(splat(4), sub(runs, billed)));
    }
  }
}
