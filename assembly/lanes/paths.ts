/** The paths of `paths.ts`, for the lanes: what the dials move in each. What the network alone says is taken from there. */
import {
  computeGrowth,
  computeGrowthLong,
  growth,
  growthLong,
  isLab,
  length,
  payee,
  start,
  total,
  yearlyCompute,
  yearlyRevenue,
  openingCash,
  openingDebt,
} from '../given';
import { Lever } from '../levers';
import { computeDecayAt, growthDecayAt, steadyGrowthAt } from '../paths';
import { contracts, firms, longestTerm, quarters } from '../sizes';
import { add, div, fillRow, fillRows, LANES, mul, ROW, rowOf, splat, sub, VECTOR } from './simd';
import {
  active,
  arrears,
  badDebt,
  built,
  cash,
  cut,
  debt,
  fellAt,
  freed,
  gained,
  growthShock,
  idle,
  levers,
  live,
  lost,
  misses,
  mood,
  need,
  perWeight,
  relet,
  restructured,
  revenue,
  scratch,
  sound,
  stakeSince,
  stakesLost,
  stranded,
  weight,
  weightSum,
  worrying,
} from './tables';

/** Spreads each contract's total over its term, as the dial `ramp` stands in each lane. */
export function drawInstalments(): void {
  const ramp = rowOf(levers, Lever.ramp);
  const one = splat(1);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const step = f64x2.sqrt(f64x2.sqrt(add(one, v128.load(ramp + v))));
    let next = one;
    let sum = splat(0);
    v128.store(rowOf(weightSum, 0) + v, sum);
    for (let k = 0; k < longestTerm; k++) {
      v128.store(rowOf(weight, k) + v, next);
      sum = add(sum, next);
      v128.store(rowOf(weightSum, k + 1) + v, sum);
      next = mul(next, step);
    }
    for (let c = 0; c < contracts; c++) {
      v128.store(rowOf(perWeight, c) + v, div(splat(total[c]), v128.load(rowOf(weightSum, length[c]) + v)));
    }
  }
}

/** Address of the row of weights by which contract c falls due in quarter t, which is not before its start. */
export function weightAt(t: i32, c: i32): usize {
  return rowOf(weight, min(t - start[c], length[c] - 1));
}

/** Address of a row with what contract c would bring, lane by lane, in the quarter that lies the lane's `lead` after t. It stands until the next call. */
export function instalmentAhead(t: i32, c: i32): usize {
  const first = start[c];
  const last = length[c] - 1;
  const own = c * LANES;
  for (let lane = 0; lane < LANES; lane++) {
    const k = t + <i32>levers[Lever.lead * LANES + lane] - first;
    scratch[lane] = k < 0 ? 0 : perWeight[own + lane] * weight[min(k, last) * LANES + lane];
  }
  return rowOf(scratch, 0);
}

/** Instalments of contract c's term after quarter t, in one lane. */
export function restOfTerm(t: i32, c: i32, lane: i32): f64 {
  const done = min(max(t + 1 - start[c], 0), length[c]);
  const all = weightSum[length[c] * LANES + lane];
  return (total[c] * (all - weightSum[done * LANES + lane])) / all;
}

/** The rate a quarter that compounds to `near` now and `far` in the long run, when `decay` of the way is still to go. */
function quarterlyFade(near: v128, far: f64, decay: f64): v128 {
  const yearly = add(splat(far), mul(sub(near, splat(far)), splat(decay)));
  return sub(f64x2.sqrt(f64x2.sqrt(add(splat(1), yearly))), splat(1));
}

/** Growth of firm i's own revenue in quarter t, a quarter; `v` is the vector in its row. */
export function revenueGrowth(t: i32, i: i32, v: usize): v128 {
  if (!isLab[i]) return splat(steadyGrowthAt(t, i));
  const near = mul(splat(growth[i]), v128.load(rowOf(levers, Lever.growth) + v));
  const planned = quarterlyFade(near, growthLong[i], growthDecayAt(t, i));
  return f64x2.pmax(splat(-1), add(planned, v128.load(rowOf(growthShock, t * firms + i) + v)));
}

/** Growth of the compute firm i needs in quarter t, a quarter. */
export function needGrowth(t: i32, i: i32, v: usize): v128 {
  const near = mul(splat(computeGrowth[i]), v128.load(rowOf(levers, Lever.compute) + v));
  return quarterlyFade(near, computeGrowthLong[i], computeDecayAt(t, i));
}

/** The opening state in every lane. The instalments must have been drawn. */
export function open(): void {
  fillRow(rowOf(mood, 0), 1);
  fillRow(rowOf(lost, 0), 0);
  fillRow(rowOf(cut, 0), 0);
  for (let i = 0; i < firms; i++) {
    fillRow(rowOf(cash, i), openingCash[i]);
    fillRow(rowOf(debt, i), openingDebt[i]);
    fillRow(rowOf(revenue, i), yearlyRevenue[i] / 4);
    fillRow(rowOf(need, i), yearlyCompute[i] / 4);
    fillRow(rowOf(fellAt, i), quarters);
    for (let lane = 0; lane < LANES; lane++) built[i * LANES + lane] = openingCapacity(i, lane);
  }
  fillRows(gained, 0);
  fillRows(freed, 0);
  fillRows(idle, 0);
  fillRows(relet, 0);
  fillRows(misses, 0);
  fillRows(restructured, 0);
  fillRows(worrying, 0);
  fillRows(arrears, 0);
  fillRows(stakeSince, 0);
  fillRows(badDebt, 0);
  fillRows(stakesLost, 0);
  fillRows(stranded, 0);
  for (let i = 0; i < firms; i++) {
    setMask(rowOf(live, i));
    setMask(rowOf(sound, i));
  }
  for (let c = 0; c < contracts; c++) setMask(rowOf(active, c));
}

/** Sets a mask in every lane. */
function setMask(row: usize): void {
  for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(row + v, i64x2.splat(-1));
}

/** Built as the run opens: the most that falls due to the firm in any of the quarters it takes to build. */
function openingCapacity(i: i32, lane: i32): f64 {
  const lead = <i32>levers[Lever.lead * LANES + lane];
  let most: f64 = 0;
  for (let t = 0; t < lead; t++) {
    let dues: f64 = 0;
    for (let c = 0; c < contracts; c++) {
      if (payee[c] != i || t < start[c]) continue;
      dues += perWeight[c * LANES + lane] * weight[min(t - start[c], length[c] - 1) * LANES + lane];
    }
    most = max(most, dues);
  }
  return most;
}
