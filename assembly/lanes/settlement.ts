/**
 * Step 8 in every lane, as `settlement.ts` does it in one. Most quarters everybody can pay, and one sweep says so. A lane in which somebody cannot is
 * cleared by the ordinary clearing, one at a time.
 */
import { clear, defaulted, JUST } from '../clearing';
import { levers as ordinaryLevers, buyer, onSales, payee, payer, supplier } from '../given';
import { Lever } from '../levers';
import * as ordinaryResults from '../results';
import { contracts, firms, supplyLinks } from '../sizes';
import * as ordinary from '../work';
import { above, add, choose, fillRow, LANES, mul, positive, ROW, rowOf, splat, sub, VECTOR, where } from './simd';
import {
  arrears,
  arrearsAt,
  borrowed,
  bought,
  capex,
  capexPaid,
  cash,
  cheque,
  cleared,
  contractArrears,
  contractPaid,
  costs,
  debt,
  destroyed,
  equity,
  firmDue,
  inDefault,
  inflow,
  interest,
  invested,
  legalDue,
  legalOrder,
  levers,
  maturing,
  means,
  ordered,
  orderPaid,
  outside,
  owed,
  own,
  ratio,
  received,
  reletAt,
  short,
} from './tables';

/** What is legally due, and what each firm has for it once its senior bills are paid. */
export function fallLegallyDue(t: i32): void {
  const lock = rowOf(levers, Lever.lock);
  for (let i = 0; i < firms; i++) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const abroad = sub(v128.load(rowOf(capex, i) + v), v128.load(rowOf(bought, i) + v));
      v128.store(rowOf(owed, i) + v, mul(v128.load(lock + v), abroad));
      const raised = add(
        sub(v128.load(rowOf(equity, i) + v), v128.load(rowOf(invested, i) + v)),
        v128.load(rowOf(borrowed, i) + v),
      );
      const senior = add(
        add(v128.load(rowOf(costs, i) + v), v128.load(rowOf(interest, i) + v)),
        v128.load(rowOf(maturing, i) + v),
      );
      let has = add(v128.load(rowOf(cash, i) + v), v128.load(rowOf(own, i) + v));
      has = sub(add(add(has, v128.load(rowOf(reletAt, i) + v)), raised), senior);
      v128.store(rowOf(means, i) + v, add(has, v128.load(rowOf(cheque, t * firms + i) + v)));
    }
  }
  for (let c = 0; c < contracts; c++) {
    const owes = rowOf(owed, payer[c]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const legal = add(v128.load(rowOf(firmDue, c) + v), v128.load(rowOf(arrears, c) + v));
      v128.store(rowOf(legalDue, c) + v, legal);
      v128.store(owes + v, add(v128.load(owes + v), legal));
    }
  }
  for (let s = 0; s < supplyLinks; s++) {
    const owes = rowOf(owed, buyer[s]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const order = v128.load(rowOf(ordered, s) + v);
      const legal = onSales[s] ? order : mul(v128.load(lock + v), order);
      v128.store(rowOf(legalOrder, s) + v, legal);
      v128.store(owes + v, add(v128.load(owes + v), legal));
    }
  }
}

/** Clears every lane, and books what the clearing brought. */
export function settle(): void {
  clearLanes();
  const lock = rowOf(levers, Lever.lock);
  for (let i = 0; i < firms; i++) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const paid = v128.load(rowOf(cleared, i) + v);
      const came = v128.load(rowOf(inflow, i) + v);
      const part = v128.load(rowOf(ratio, i) + v);
      const capital = v128.load(rowOf(capex, i) + v);
      const locked = v128.load(lock + v);
      const over = sub(add(v128.load(rowOf(means, i) + v), came), paid);
      const burnt = v128.and(v128.load(rowOf(inDefault, i) + v), above(over, splat(0)));
      const left = choose(burnt, splat(0), over);
      v128.store(rowOf(destroyed, i) + v, where(burnt, over));
      v128.store(rowOf(cash, i) + v, left);
      const grown = sub(v128.load(rowOf(borrowed, i) + v), v128.load(rowOf(maturing, i) + v));
      v128.store(rowOf(debt, i) + v, add(v128.load(rowOf(debt, i) + v), grown));
      const missing = sub(v128.load(rowOf(owed, i) + v), paid);
      v128.store(rowOf(short, i) + v, add(missing, positive(f64x2.neg(left))));
      v128.store(rowOf(received, i) + v, add(came, v128.load(rowOf(reletAt, i) + v)));
      const abroad = sub(capital, v128.load(rowOf(bought, i) + v));
      v128.store(rowOf(outside, i) + v, mul(mul(locked, abroad), part));
      v128.store(rowOf(capexPaid, i) + v, mul(mul(locked, capital), part));
    }
  }
  bookContracts();
  for (let s = 0; s < supplyLinks; s++) {
    const part = rowOf(ratio, buyer[s]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      v128.store(rowOf(orderPaid, s) + v, mul(v128.load(rowOf(legalOrder, s) + v), v128.load(part + v)));
    }
  }
}

/** What is unpaid on a contract becomes its arrears. */
function bookContracts(): void {
  const sum = rowOf(arrearsAt, 0);
  fillRow(sum, 0);
  for (let c = 0; c < contracts; c++) {
    const part = rowOf(ratio, payer[c]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const legal = v128.load(rowOf(legalDue, c) + v);
      const paid = mul(legal, v128.load(part + v));
      const unpaid = sub(legal, paid);
      v128.store(rowOf(contractPaid, c) + v, paid);
      v128.store(rowOf(arrears, c) + v, unpaid);
      v128.store(rowOf(contractArrears, c) + v, unpaid);
      v128.store(sum + v, add(v128.load(sum + v), unpaid));
    }
  }
}

function clearLanes(): void {
  const failing = sweep();
  if (failing == 0) return;
  for (let lane = 0; lane < LANES; lane++) if (failing & (1 << lane)) clearLane(lane);
}

/** Lets all pay in full. Returns the lanes in which somebody cannot, a bit each. */
function sweep(): i32 {
  for (let i = 0; i < firms; i++) fillRow(rowOf(inflow, i), 0);
  for (let c = 0; c < contracts; c++) bring(rowOf(legalDue, c), rowOf(inflow, payee[c]));
  for (let s = 0; s < supplyLinks; s++) bring(rowOf(legalOrder, s), rowOf(inflow, supplier[s]));
  let failing: i32 = 0;
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    let unable = splat(0);
    for (let i = 0; i < firms; i++) {
      const owes = v128.load(rowOf(owed, i) + v);
      const has = add(v128.load(rowOf(means, i) + v), v128.load(rowOf(inflow, i) + v));
      const cannot = v128.and(above(owes, splat(0)), f64x2.lt(has, mul(owes, splat(JUST))));
      unable = v128.or(unable, cannot);
      v128.store(rowOf(cleared, i) + v, owes);
      v128.store(rowOf(ratio, i) + v, splat(1));
      v128.store(rowOf(inDefault, i) + v, splat(0));
    }
    failing |= i64x2.bitmask(unable) << <i32>(v >> 3);
  }
  return failing;
}

function bring(from: usize, to: usize): void {
  for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(to + v, add(v128.load(to + v), v128.load(from + v)));
}

/** Clears one lane with the ordinary clearing, in the tables of quarter 0. */
function clearLane(lane: i32): void {
  ordinaryLevers[Lever.friction] = levers[Lever.friction * LANES + lane];
  for (let i = 0; i < firms; i++) {
    ordinaryResults.owed[i] = owed[i * LANES + lane];
    ordinary.means[i] = means[i * LANES + lane];
  }
  for (let c = 0; c < contracts; c++) ordinary.legalDue[c] = legalDue[c * LANES + lane];
  for (let s = 0; s < supplyLinks; s++) ordinary.legalOrder[s] = legalOrder[s * LANES + lane];
  clear(0);
  for (let i = 0; i < firms; i++) {
    const at = i * LANES + lane;
    cleared[at] = ordinaryResults.cleared[i];
    ratio[at] = ordinary.ratio[i];
    inflow[at] = ordinary.inflow[i];
    if (defaulted(i)) store<i64>(rowOf(inDefault, i) + (<usize>lane << 3), -1);
  }
}
