/**
 * Step 8 in every lane, as `settlement.ts` does it in one. Most quarters everybody can pay, and one sweep says so. A lane in which somebody cannot is
 * cleared by the ordinary clearing, one at a time.
 */
import { clear, defaulted, JUST } from '../clearing';
import { buyer, levers, onSales, payee, payer, supplier } from '../given';
import { Lever } from '../levers';
import { cleared, owed } from '../results';
import { contracts, firms, supplyLinks } from '../sizes';
import { inflow, legalDue, legalOrder, means, ratio } from '../work';
import { contractAt, firmAt, inLane, supplyAt, worldAt } from './blocks';
import {
  ARREARS,
  ARREARS_AT,
  CASH,
  CLEARED,
  CONTRACT_PAID,
  DIAL_FRICTION,
  DIAL_LOCK,
  FIRM_DUE,
  IN_DEFAULT,
  INFLOW,
  LACKING,
  LEGAL_DUE,
  LEGAL_ORDER,
  MEANS,
  ORDERED,
  OWED,
  RATIO,
  SHORT,
  UNABLE,
} from './fields';
import { above, add, fillRow, LANES, lanesIn, mul, positive, ROW, splat, sub, VECTOR } from './simd';

/** What is legally due on contracts and on orders; what is due to the outside stands in `OWED` already. */
export function fallLegallyDue(): void {
  for (let c = 0; c < contracts; c++) {
    const owes = firmAt(payer[c]);
    for (let deal = contractAt(c), from = owes, end = deal + ROW; deal < end; deal += VECTOR, from += VECTOR) {
      const legal = add(v128.load(deal, FIRM_DUE), v128.load(deal, ARREARS));
      v128.store(deal, legal, LEGAL_DUE);
      v128.store(from, add(v128.load(from, OWED), legal), OWED);
    }
  }
  for (let s = 0; s < supplyLinks; s++) {
    const owes = firmAt(buyer[s]);
    const spot = onSales[s] != 0;
    for (
      let link = supplyAt(s), from = owes, world = worldAt(), end = link + ROW;
      link < end;
      link += VECTOR, from += VECTOR, world += VECTOR
    ) {
      const order = v128.load(link, ORDERED);
      const legal = spot ? order : mul(v128.load(world, DIAL_LOCK), order);
      v128.store(link, legal, LEGAL_ORDER);
      v128.store(from, add(v128.load(from, OWED), legal), OWED);
    }
  }
}

/** Was a lane cleared by itself since shares and defaults were last set to those of a quarter in which everybody pays? */
let uneven = true;

/** Clears every lane, and books what the clearing brought. Returns whether a firm was short in any lane. */
export function settle(): bool {
  const someShort = letAllPay();
  bookContracts();
  return someShort;
}

/** What is unpaid on a contract becomes its arrears. */
function bookContracts(): void {
  fillRow(worldAt() + ARREARS_AT, 0);
  for (let c = 0; c < contracts; c++) {
    const pays = firmAt(payer[c]);
    for (
      let deal = contractAt(c), world = worldAt(), at_pays = pays, end = deal + ROW;
      deal < end;
      deal += VECTOR, world += VECTOR, at_pays += VECTOR
    ) {
      const legal = v128.load(deal, LEGAL_DUE);
      const paid = mul(legal, v128.load(at_pays, RATIO));
      const unpaid = sub(legal, paid);
      v128.store(deal, paid, CONTRACT_PAID);
      v128.store(deal, unpaid, ARREARS);
      v128.store(world, add(v128.load(world, ARREARS_AT), unpaid), ARREARS_AT);
    }
  }
}

/** Lets all pay in full, and clears those lanes by themselves in which somebody cannot. Returns whether a firm was short in any lane. */
function letAllPay(): bool {
  for (let i = 0; i < firms; i++) fillRow(firmAt(i) + INFLOW, 0);
  for (let c = 0; c < contracts; c++) bring(contractAt(c) + LEGAL_DUE, firmAt(payee[c]) + INFLOW);
  for (let s = 0; s < supplyLinks; s++) bring(supplyAt(s) + LEGAL_ORDER, firmAt(supplier[s]) + INFLOW);
  if (uneven) makeEven();
  fillRow(worldAt() + UNABLE, 0);
  fillRow(worldAt() + LACKING, 0);
  for (let i = 0; i < firms; i++) payInFull(i);
  const failing = lanesIn(worldAt() + UNABLE);
  const lacking = lanesIn(worldAt() + LACKING);
  for (let lane = 0; lane < LANES; lane++) if (failing & (1 << lane)) clearLane(lane);
  uneven = failing != 0;
  return (failing | lacking) != 0;
}

/** A firm after it has paid all it owes, and whether it had that. */
function payInFull(i: i32): void {
  for (let firm = firmAt(i), world = worldAt(), end = firm + ROW; firm < end; firm += VECTOR, world += VECTOR) {
    const owes = v128.load(firm, OWED);
    const has = add(v128.load(firm, MEANS), v128.load(firm, INFLOW));
    const cannot = v128.and(above(owes, splat(0)), f64x2.lt(has, mul(owes, splat(JUST))));
    const left = sub(has, owes);
    v128.store(firm, owes, CLEARED);
    v128.store(firm, left, CASH);
    v128.store(firm, positive(f64x2.neg(left)), SHORT);
    v128.store(world, v128.or(v128.load(world, UNABLE), cannot), UNABLE);
    v128.store(world, v128.or(v128.load(world, LACKING), f64x2.lt(left, splat(0))), LACKING);
  }
}

function makeEven(): void {
  for (let i = 0; i < firms; i++) {
    fillRow(firmAt(i) + RATIO, 1);
    fillRow(firmAt(i) + IN_DEFAULT, 0);
  }
}

function bring(from: usize, to: usize): void {
  for (let at_to = to, at_from = from, end = at_to + ROW; at_to < end; at_to += VECTOR, at_from += VECTOR) {
    v128.store(at_to, add(v128.load(at_to), v128.load(at_from)));
  }
}

/** Clears one lane with the ordinary clearing, in the tables of quarter 0. */
function clearLane(lane: i32): void {
  levers[Lever.friction] = load<f64>(inLane(worldAt(), lane), DIAL_FRICTION);
  for (let i = 0; i < firms; i++) {
    const firm = inLane(firmAt(i), lane);
    owed[i] = load<f64>(firm, OWED);
    means[i] = load<f64>(firm, MEANS);
  }
  for (let c = 0; c < contracts; c++) legalDue[c] = load<f64>(inLane(contractAt(c), lane), LEGAL_DUE);
  for (let s = 0; s < supplyLinks; s++) legalOrder[s] = load<f64>(inLane(supplyAt(s), lane), LEGAL_ORDER);
  clear(0);
  for (let i = 0; i < firms; i++) {
    const firm = inLane(firmAt(i), lane);
    store<f64>(firm, cleared[i], CLEARED);
    store<f64>(firm, ratio[i], RATIO);
    store<f64>(firm, inflow[i], INFLOW);
    store<i64>(firm, defaulted(i) ? -1 : 0, IN_DEFAULT);
    const left = means[i] + inflow[i] - cleared[i];
    const kept = defaulted(i) && left > 0 ? 0 : left;
    store<f64>(firm, kept, CASH);
    store<f64>(firm, owed[i] - cleared[i] + max(0, -kept), SHORT);
  }
}
