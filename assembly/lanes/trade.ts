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
import { ownCapexAt, plannedCostShareAt, repaymentOf, withinTerm } from '../paths';
import { contracts, firms, substitutions, supplyLinks } from '../sizes';
import { contractAt, firmAt, supplyAt, worldAt } from './blocks';
import {
  ACTIVE,
  BILL,
  BOOKED,
  BOUGHT,
  BUILT,
  BURN,
  CAPEX,
  COSTS,
  DEBT,
  DIAL_CAUTION,
  DIAL_COSTS,
  DIAL_FIRMNESS,
  DIAL_SUBSTITUTION,
  DUE,
  FIRM_DUE,
  FLEX_DUE,
  GAINED,
  IDLE,
  INPUT,
  INTEREST,
  LIVE,
  MATURING,
  MOOD,
  NEED,
  ORDERED,
  OWN,
  PER_WEIGHT,
  RELET,
  RESTRUCTURED,
  REVENUE,
  SOLD,
  SPOT_WISH,
  WORRYING,
} from './fields';
import { instalmentAhead, weightAt } from './paths';
import { builds, resells, takes, watched } from './roles';
import { add, choose, fillRow, mul, positive, ROW, rest, splat, sub, VECTOR, where } from './simd';

/** Step 2: own revenue, less what the growth of others has eaten. */
export function earn(): void {
  for (let i = 0; i < firms; i++) {
    for (let firm = firmAt(i), end = firm + ROW; firm < end; firm += VECTOR) {
      const income = add(v128.load(firm, REVENUE), v128.load(firm, GAINED));
      v128.store(firm, where(v128.load(firm, LIVE), income), OWN);
    }
  }
  for (let s = 0; s < substitutions; s++) {
    const opening = splat(yearlyRevenue[eater[s]] / 4);
    const part = splat(eatenWeight[s]);
    const eats = firmAt(eater[s]);
    const loses = firmAt(eaten[s]);
    for (
      let from = eats, to = loses, world = worldAt(), end = from + ROW;
      from < end;
      from += VECTOR, to += VECTOR, world += VECTOR
    ) {
      const grown = positive(sub(add(v128.load(from, REVENUE), v128.load(from, GAINED)), opening));
      const taken = mul(mul(v128.load(world, DIAL_SUBSTITUTION), part), grown);
      v128.store(to, positive(sub(v128.load(to, OWN), taken)), OWN);
    }
  }
}

/** Step 3: what falls due on contracts, firm and flexible, and the compute wanted beyond them. */
export function fallDue(t: i32): void {
  for (let i = 0; i < firms; i++) {
    if (takes[i]) fillRow(firmAt(i) + BILL, 0);
    if (builds[i]) fillRow(firmAt(i) + BOOKED, 0);
  }
  for (let c = 0; c < contracts; c++) {
    if (t < start[c]) {
      fillRow(contractAt(c) + DUE, 0);
      fillRow(contractAt(c) + FIRM_DUE, 0);
      fillRow(contractAt(c) + FLEX_DUE, 0);
      continue;
    }
    const weight = weightAt(t, c);
    const within = withinTerm(t, c);
    const pays = firmAt(payer[c]);
    const earns = firmAt(payee[c]);
    for (
      let deal = contractAt(c), from = pays, to = earns, world = worldAt(), at_weight = weight, end = deal + ROW;
      deal < end;
      deal += VECTOR, from += VECTOR, to += VECTOR, world += VECTOR, at_weight += VECTOR
    ) {
      const amount = where(v128.load(deal, ACTIVE), mul(v128.load(deal, PER_WEIGHT), v128.load(at_weight)));
      const legal = within ? mul(v128.load(world, DIAL_FIRMNESS), amount) : splat(0);
      v128.store(deal, amount, DUE);
      v128.store(deal, legal, FIRM_DUE);
      v128.store(deal, sub(amount, legal), FLEX_DUE);
      v128.store(to, add(v128.load(to, BOOKED), amount), BOOKED);
      v128.store(from, add(v128.load(from, BILL), amount), BILL);
    }
  }
  for (let i = 0; i < firms; i++) {
    if (!takes[i]) continue;
    for (let firm = firmAt(i), end = firm + ROW; firm < end; firm += VECTOR) {
      const beyond = positive(sub(v128.load(firm, NEED), v128.load(firm, BILL)));
      v128.store(firm, where(v128.load(firm, LIVE), beyond), SPOT_WISH);
    }
  }
}

/** Step 4: capacity is built for the dues expected `lead` quarters on; capital spending and the orders that follow from it. */
export function build(t: i32): void {
  for (let i = 0; i < firms; i++) fillRow(firmAt(i) + SOLD, 0); // holds the expected dues until capex is known
  for (let c = 0; c < contracts; c++) {
    const ahead = instalmentAhead(t, c);
    const pays = firmAt(payer[c]);
    const earns = firmAt(payee[c]);
    for (
      let to = earns, world = worldAt(), deal = contractAt(c), at_pays = pays, at_ahead = ahead, end = to + ROW;
      to < end;
      to += VECTOR, world += VECTOR, deal += VECTOR, at_pays += VECTOR, at_ahead += VECTOR
    ) {
      const wary = rest(v128.load(world, DIAL_CAUTION));
      const trust = choose(v128.load(at_pays, WORRYING), wary, splat(1));
      const expected = where(v128.load(deal, ACTIVE), mul(v128.load(at_ahead), trust));
      v128.store(to, add(v128.load(to, SOLD), expected), SOLD);
    }
  }
  for (let i = 0; i < firms; i++) {
    if (builds[i]) spendOnCapital(t, i);
    fillRow(firmAt(i) + SOLD, 0);
    if (resells[i]) fillRow(firmAt(i) + INPUT, 0);
  }
  for (let s = 0; s < supplyLinks; s++) {
    const from = buyer[s];
    const base = firmAt(from) + (onSales[s] ? SOLD : CAPEX);
    const books = firmAt(from) + (onSales[s] ? INPUT : BOUGHT);
    const share = splat(orderShare[s]);
    const sells = firmAt(supplier[s]);
    for (
      let to = sells, link = supplyAt(s), at_base = base, at_books = books, end = to + ROW;
      to < end;
      to += VECTOR, link += VECTOR, at_base += VECTOR, at_books += VECTOR
    ) {
      const order = mul(share, v128.load(at_base));
      v128.store(link, order, ORDERED);
      v128.store(to, add(v128.load(to, SOLD), order), SOLD);
      v128.store(at_books, add(v128.load(at_books), order));
    }
  }
}

function spendOnCapital(t: i32, i: i32): void {
  const herd = splat(herding[i]);
  const planned = splat(ownCapexAt(t, i));
  const dollars = splat(intensity[i] * 4);
  for (let firm = firmAt(i), world = worldAt(), end = firm + ROW; firm < end; firm += VECTOR, world += VECTOR) {
    const had = v128.load(firm, BUILT);
    const grow = mul(positive(sub(v128.load(firm, SOLD), had)), splat(0.5));
    v128.store(firm, add(had, grow), BUILT);
    const brake = rest(mul(mul(v128.load(world, DIAL_CAUTION), herd), rest(v128.load(world, MOOD))));
    const share = choose(v128.load(firm, RESTRUCTURED), splat(0.5), splat(1));
    v128.store(firm, add(mul(mul(planned, brake), share), mul(dollars, grow)), CAPEX);
    v128.store(firm, splat(0), BOUGHT);
  }
}

/** Step 5: costs, interest, debt that matures, and the burn of those who raise money or whom others watch. */
export function cost(t: i32): void {
  for (let i = 0; i < firms; i++) {
    const planned = splat(plannedCostShareAt(t, i));
    const fixed = splat(fixedCost[i] / 4);
    const perService = splat(serviceCost[i]);
    const perIdle = splat(idleCost[i]);
    const quarterRate = splat(rate[i] / 4);
    const repayment = splat(repaymentOf(i));
    const scaled = isLab[i] != 0;
    const burns = watched[i] != 0;
    for (let firm = firmAt(i), world = worldAt(), end = firm + ROW; firm < end; firm += VECTOR, world += VECTOR) {
      const income = v128.load(firm, OWN);
      const stands = v128.load(firm, IDLE);
      const again = v128.load(firm, RELET);
      const service = add(add(v128.load(firm, BOOKED), again), v128.load(firm, SOLD));
      const share = scaled ? mul(v128.load(world, DIAL_COSTS), planned) : planned;
      const running = add(add(mul(share, income), fixed), mul(perService, service));
      const spent = where(v128.load(firm, LIVE), add(running, mul(perIdle, positive(sub(stands, again)))));
      const paysLenders = mul(quarterRate, v128.load(firm, DEBT));
      const repays = mul(v128.load(firm, DEBT), repayment);
      v128.store(firm, spent, COSTS);
      v128.store(firm, paysLenders, INTEREST);
      v128.store(firm, repays, MATURING);
      if (burns) noteBurn(firm);
    }
  }
}

/** What the quarter takes out of a firm's cash, once its costs are known. `firm`: a vector of its block. */
export function noteBurn(firm: usize): void {
  let out = add(add(v128.load(firm, COSTS), v128.load(firm, INPUT)), v128.load(firm, BILL));
  out = add(add(out, v128.load(firm, SPOT_WISH)), v128.load(firm, CAPEX));
  out = add(add(out, v128.load(firm, INTEREST)), v128.load(firm, MATURING));
  const service = add(add(v128.load(firm, BOOKED), v128.load(firm, RELET)), v128.load(firm, SOLD));
  v128.store(firm, positive(sub(sub(out, v128.load(firm, OWN)), service)), BURN);
}
