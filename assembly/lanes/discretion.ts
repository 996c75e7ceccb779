/** Step 9 in every lane, as `discretion.ts` does it in one. */
import { buyer, minCash, onSales, openingCash, payee, payer, payout, supplier } from '../given';
import { NOTHING } from '../discretion';
import { Lever } from '../levers';
import { withinTerm } from '../paths';
import { contracts, firms, supplyLinks } from '../sizes';
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
  alarmed,
  bill,
  bought,
  burn,
  capex,
  capexPaid,
  cash,
  cashAt,
  contractCut,
  contractPaid,
  cutAt,
  debt,
  debtAt,
  due,
  flexDue,
  late,
  levers,
  ordered,
  orderPaid,
  outside,
  received,
  returned,
  short,
  sound,
  spot,
  spotWish,
  starved,
  take,
  worrying,
} from './tables';

export function spend(t: i32): void {
  takeCompute(t);
  buildFreely();
  for (let i = 0; i < firms; i++) returnAndWorry(i);
}

/** The share of `wish` that `free` money buys; all of it if nothing is wished for. */
function rateOf(free: v128, wish: v128): v128 {
  return choose(above(wish, splat(0)), least(splat(1), div(free, wish)), splat(1));
}

/** Optional compute, flexible dues and spot at one rate; what is not taken within a term is cut from the backlog. */
function takeCompute(t: i32): void {
  const reserve = rowOf(levers, Lever.reserve);
  for (let i = 0; i < firms; i++) copyRow(rowOf(spotWish, i), rowOf(late, i)); // the wish, until it is known
  for (let c = 0; c < contracts; c++) {
    const wish = rowOf(late, payer[c]);
    const flex = rowOf(flexDue, c);
    for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(wish + v, add(v128.load(wish + v), v128.load(flex + v)));
  }
  for (let i = 0; i < firms; i++) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const has = v128.load(rowOf(cash, i) + v);
      const free = positive(sub(has, mul(v128.load(reserve + v), v128.load(rowOf(burn, i) + v))));
      const rate = rateOf(free, v128.load(rowOf(late, i) + v));
      const paid = mul(rate, v128.load(rowOf(spotWish, i) + v));
      v128.store(rowOf(take, i) + v, rate);
      v128.store(rowOf(spot, i) + v, paid);
      v128.store(rowOf(cash, i) + v, sub(has, paid));
      v128.store(rowOf(starved, i) + v, paid); // what was paid of the compute wanted, until it is known
    }
  }
  fillRow(rowOf(cutAt, 0), 0);
  for (let c = 0; c < contracts; c++) takeFlexible(t, c);
  for (let i = 0; i < firms; i++) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const wanted = add(v128.load(rowOf(bill, i) + v), v128.load(rowOf(spotWish, i) + v));
      const without = positive(rest(div(v128.load(rowOf(starved, i) + v), wanted)));
      v128.store(rowOf(starved, i) + v, where(above(wanted, splat(0)), without));
    }
  }
}

function takeFlexible(t: i32, c: i32): void {
  const from = payer[c];
  const to = payee[c];
  const within = withinTerm(t, c);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const flex = v128.load(rowOf(flexDue, c) + v);
    const taken = mul(v128.load(rowOf(take, from) + v), flex);
    v128.store(rowOf(cash, from) + v, sub(v128.load(rowOf(cash, from) + v), taken));
    v128.store(rowOf(cash, to) + v, add(v128.load(rowOf(cash, to) + v), taken));
    v128.store(rowOf(received, to) + v, add(v128.load(rowOf(received, to) + v), taken));
    const paid = add(v128.load(rowOf(contractPaid, c) + v), taken);
    v128.store(rowOf(contractPaid, c) + v, paid);
    const bought = least(paid, v128.load(rowOf(due, c) + v));
    v128.store(rowOf(starved, from) + v, add(v128.load(rowOf(starved, from) + v), bought));
    const gone = within ? sub(flex, taken) : splat(0);
    v128.store(rowOf(contractCut, c) + v, gone);
    v128.store(rowOf(cutAt, 0) + v, add(v128.load(rowOf(cutAt, 0) + v), gone));
  }
}

/** Capex that is not locked. What it brings to other firms arrives after all have spent. */
function buildFreely(): void {
  const lock = rowOf(levers, Lever.lock);
  for (let i = 0; i < firms; i++) {
    const keeps = splat(minCash[i] / 2);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const open = rest(v128.load(lock + v));
      const has = v128.load(rowOf(cash, i) + v);
      const capital = v128.load(rowOf(capex, i) + v);
      const rate = rateOf(positive(sub(has, keeps)), mul(open, capital));
      const share = mul(rate, open);
      const spent = mul(share, capital);
      const abroad = mul(share, sub(capital, v128.load(rowOf(bought, i) + v)));
      v128.store(rowOf(take, i) + v, rate);
      v128.store(rowOf(cash, i) + v, sub(has, spent));
      v128.store(rowOf(capexPaid, i) + v, add(v128.load(rowOf(capexPaid, i) + v), spent));
      v128.store(rowOf(outside, i) + v, add(v128.load(rowOf(outside, i) + v), abroad));
      v128.store(rowOf(late, i) + v, splat(0));
    }
  }
  for (let s = 0; s < supplyLinks; s++) {
    if (onSales[s]) continue;
    const from = buyer[s];
    const to = supplier[s];
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const share = mul(v128.load(rowOf(take, from) + v), rest(v128.load(lock + v)));
      const paid = mul(share, v128.load(rowOf(ordered, s) + v));
      v128.store(rowOf(orderPaid, s) + v, add(v128.load(rowOf(orderPaid, s) + v), paid));
      v128.store(rowOf(late, to) + v, add(v128.load(rowOf(late, to) + v), paid));
    }
  }
  for (let i = 0; i < firms; i++) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const came = v128.load(rowOf(late, i) + v);
      v128.store(rowOf(cash, i) + v, add(v128.load(rowOf(cash, i) + v), came));
      v128.store(rowOf(received, i) + v, add(v128.load(rowOf(received, i) + v), came));
    }
  }
}

/** A sound firm returns what it holds above its opening cash; the alarm is for next quarter's building. */
function returnAndWorry(i: i32): void {
  const alarm = rowOf(levers, Lever.alarm);
  const opening = splat(openingCash[i]);
  const share = splat(payout[i]);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const isSound = v128.load(rowOf(sound, i) + v);
    const had = v128.load(rowOf(cash, i) + v);
    const gives = where(isSound, mul(share, positive(sub(had, opening))));
    const has = sub(had, gives);
    const burns = v128.load(rowOf(burn, i) + v);
    const lacks = above(sub(mul(v128.load(alarm + v), burns), has), splat(NOTHING));
    const thin = v128.and(above(burns, splat(0)), lacks);
    const missed = above(v128.load(rowOf(short, i) + v), splat(NOTHING));
    const worries = v128.and(isSound, v128.or(missed, thin));
    v128.store(rowOf(returned, i) + v, gives);
    v128.store(rowOf(cash, i) + v, has);
    v128.store(rowOf(cashAt, i) + v, has);
    v128.store(rowOf(debtAt, i) + v, v128.load(rowOf(debt, i) + v));
    v128.store(rowOf(worrying, i) + v, worries);
    v128.store(rowOf(alarmed, i) + v, where(worries, splat(1)));
  }
}

function copyRow(from: usize, to: usize): void {
  for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(to + v, v128.load(from + v));
}
