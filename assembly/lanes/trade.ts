/** Steps 2 to 5 of a quarter in every lane, as `trade.ts` does them in one. */
import {
  buyer,
  eaten,
  eatenWeight,
  eater,
  fixedCost,
  herding,
  idleCost,
  intensity,
  isLab,
  length,
  maturity,
  onSales,
  orderShare,
  payee,
  payer,
  rate,
  serviceCost,
  start,
  supplier,
  yearlyRevenue,
} from '../given';
import { Lever } from '../levers';
import { ownCapexAt, plannedCostShareAt, withinTerm } from '../paths';
import { contracts, firms, substitutions, supplyLinks } from '../sizes';
import { instalmentAhead, weightAt } from './paths';
import { add, choose, div, fillRow, mul, positive, ROW, rest, rowOf, splat, sub, VECTOR, where } from './simd';
import {
  active,
  bill,
  booked,
  bought,
  built,
  burn,
  capex,
  costs,
  debt,
  due,
  firmDue,
  flexDue,
  gained,
  idle,
  idleAt,
  input,
  interest,
  levers,
  live,
  maturing,
  mood,
  need,
  ordered,
  own,
  perWeight,
  relet,
  reletAt,
  restructured,
  revenue,
  sold,
  spotWish,
  worrying,
} from './tables';

/** Step 2: own revenue, less what the growth of others has eaten. */
export function earn(): void {
  for (let i = 0; i < firms; i++) {
    const at = rowOf(own, i);
    const before = rowOf(revenue, i);
    const came = rowOf(gained, i);
    const alive = rowOf(live, i);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      v128.store(at + v, where(v128.load(alive + v), add(v128.load(before + v), v128.load(came + v))));
    }
  }
  const share = rowOf(levers, Lever.substitution);
  for (let s = 0; s < substitutions; s++) {
    const at = rowOf(own, eaten[s]);
    const before = rowOf(revenue, eater[s]);
    const came = rowOf(gained, eater[s]);
    const opening = splat(yearlyRevenue[eater[s]] / 4);
    const part = splat(eatenWeight[s]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const grown = positive(sub(add(v128.load(before + v), v128.load(came + v)), opening));
      v128.store(at + v, positive(sub(v128.load(at + v), mul(mul(v128.load(share + v), part), grown))));
    }
  }
}

/** Step 3: what falls due on contracts, firm and flexible, and the compute wanted beyond them. */
export function fallDue(t: i32): void {
  const firmness = rowOf(levers, Lever.firmness);
  for (let i = 0; i < firms; i++) {
    fillRow(rowOf(bill, i), 0);
    fillRow(rowOf(booked, i), 0);
  }
  for (let c = 0; c < contracts; c++) {
    const at = rowOf(due, c);
    const bound = rowOf(firmDue, c);
    const free = rowOf(flexDue, c);
    if (t < start[c]) {
      fillRow(at, 0);
      fillRow(bound, 0);
      fillRow(free, 0);
      continue;
    }
    const share = rowOf(perWeight, c);
    const weight = weightAt(t, c);
    const goesOn = rowOf(active, c);
    const to = rowOf(booked, payee[c]);
    const from = rowOf(bill, payer[c]);
    const within = withinTerm(t, c);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const amount = where(v128.load(goesOn + v), mul(v128.load(share + v), v128.load(weight + v)));
      const legal = within ? mul(v128.load(firmness + v), amount) : splat(0);
      v128.store(at + v, amount);
      v128.store(bound + v, legal);
      v128.store(free + v, sub(amount, legal));
      v128.store(to + v, add(v128.load(to + v), amount));
      v128.store(from + v, add(v128.load(from + v), amount));
    }
  }
  for (let i = 0; i < firms; i++) {
    const at = rowOf(spotWish, i);
    const wanted = rowOf(need, i);
    const billed = rowOf(bill, i);
    const alive = rowOf(live, i);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      v128.store(at + v, where(v128.load(alive + v), positive(sub(v128.load(wanted + v), v128.load(billed + v)))));
    }
  }
}

/** Step 4: capacity is built for the dues expected `lead` quarters on; capital spending and the orders that follow from it. */
export function build(t: i32): void {
  const caution = rowOf(levers, Lever.caution);
  for (let i = 0; i < firms; i++) fillRow(rowOf(sold, i), 0); // holds the expected dues until capex is known
  for (let c = 0; c < contracts; c++) {
    const ahead = instalmentAhead(t, c);
    const to = rowOf(sold, payee[c]);
    const worry = rowOf(worrying, payer[c]);
    const goesOn = rowOf(active, c);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const trust = choose(v128.load(worry + v), rest(v128.load(caution + v)), splat(1));
      const expected = where(v128.load(goesOn + v), mul(v128.load(ahead + v), trust));
      v128.store(to + v, add(v128.load(to + v), expected));
    }
  }
  for (let i = 0; i < firms; i++) spendOnCapital(t, i);
  for (let s = 0; s < supplyLinks; s++) {
    const from = buyer[s];
    const base = onSales[s] ? rowOf(sold, from) : rowOf(capex, from);
    const share = splat(orderShare[s]);
    const at = rowOf(ordered, s);
    const to = rowOf(sold, supplier[s]);
    const books = onSales[s] ? rowOf(input, from) : rowOf(bought, from);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const order = mul(share, v128.load(base + v));
      v128.store(at + v, order);
      v128.store(to + v, add(v128.load(to + v), order));
      v128.store(books + v, add(v128.load(books + v), order));
    }
  }
}

function spendOnCapital(t: i32, i: i32): void {
  const caution = rowOf(levers, Lever.caution);
  const feeling = rowOf(mood, 0);
  const expected = rowOf(sold, i);
  const capacity = rowOf(built, i);
  const shaken = rowOf(restructured, i);
  const at = rowOf(capex, i);
  const herd = splat(herding[i]);
  const planned = splat(ownCapexAt(t, i));
  const dollars = splat(intensity[i] * 4);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const had = v128.load(capacity + v);
    const grow = mul(positive(sub(v128.load(expected + v), had)), splat(0.5));
    v128.store(capacity + v, add(had, grow));
    const brake = rest(mul(mul(v128.load(caution + v), herd), rest(v128.load(feeling + v))));
    const share = choose(v128.load(shaken + v), splat(0.5), splat(1));
    v128.store(at + v, add(mul(mul(planned, brake), share), mul(dollars, grow)));
  }
  fillRow(expected, 0);
  fillRow(rowOf(bought, i), 0);
  fillRow(rowOf(input, i), 0);
}

/** Step 5: costs, interest, debt that matures, and the burn: what the quarter takes out of the cash. */
export function cost(t: i32): void {
  const ofPlan = rowOf(levers, Lever.costs);
  for (let i = 0; i < firms; i++) {
    const earned = rowOf(own, i);
    const dues = rowOf(booked, i);
    const empty = rowOf(idle, i);
    const let_ = rowOf(relet, i);
    const orders = rowOf(sold, i);
    const owes = rowOf(debt, i);
    const billed = rowOf(bill, i);
    const wish = rowOf(spotWish, i);
    const capital = rowOf(capex, i);
    const bought = rowOf(input, i);
    const alive = rowOf(live, i);
    const planned = splat(plannedCostShareAt(t, i));
    const fixed = splat(fixedCost[i] / 4);
    const perService = splat(serviceCost[i]);
    const perIdle = splat(idleCost[i]);
    const quarterRate = splat(rate[i] / 4);
    const life = splat(maturity[i]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const income = v128.load(earned + v);
      const stands = v128.load(empty + v);
      const again = v128.load(let_ + v);
      v128.store(rowOf(idleAt, i) + v, stands);
      v128.store(rowOf(reletAt, i) + v, again);
      const service = add(add(v128.load(dues + v), again), v128.load(orders + v));
      const share = isLab[i] ? mul(v128.load(ofPlan + v), planned) : planned;
      const running = add(add(mul(share, income), fixed), mul(perService, service));
      const spent = where(v128.load(alive + v), add(running, mul(perIdle, positive(sub(stands, again)))));
      const paysLenders = mul(quarterRate, v128.load(owes + v));
      const repays = div(v128.load(owes + v), life);
      v128.store(rowOf(costs, i) + v, spent);
      v128.store(rowOf(interest, i) + v, paysLenders);
      v128.store(rowOf(maturing, i) + v, repays);
      let out = add(add(spent, v128.load(bought + v)), v128.load(billed + v));
      out = add(add(out, v128.load(wish + v)), v128.load(capital + v));
      out = add(add(out, paysLenders), repays);
      v128.store(rowOf(burn, i) + v, positive(sub(sub(out, income), service)));
    }
  }
}
