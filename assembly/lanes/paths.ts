/** The paths of `paths.ts`, for the lanes: what the dials move in each. What the network alone says is taken from there. */
import {
  computeGrowth,
  computeGrowthLong,
  growth,
  growthLong,
  isLab,
  length,
  openingCash,
  openingDebt,
  payee,
  start,
  total,
  yearlyCompute,
  yearlyRevenue,
} from '../given';
import { computeDecayAt, growthDecayAt, steadyGrowthAt } from '../paths';
import { contracts, firms, longestTerm, quarters, vendorLinks } from '../sizes';
import {
  contractAt,
  firmAt,
  growthShockAt,
  inLane,
  scratchRow,
  vendorAt,
  weightRow,
  weightSumRow,
  worldAt,
} from './blocks';
import {
  ACTIVE,
  ARREARS,
  BUILT,
  CASH,
  CUT,
  DEBT,
  DIAL_COMPUTE,
  DIAL_GROWTH,
  DIAL_LEAD,
  DIAL_RAMP,
  FELL_AT,
  FIRM_FIELDS,
  FORCED_AT,
  LIVE,
  LOST,
  MOOD,
  NEED,
  PER_WEIGHT,
  RATIO,
  REVENUE,
  SOUND,
  STAKE_SINCE,
} from './fields';
import { add, div, fillRow, LANES, mul, ROW, setRow, splat, sub, VECTOR } from './simd';

/** Spreads each contract's total over its term, as the dial `ramp` stands in each lane. */
export function drawInstalments(): void {
  const one = splat(1);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const step = f64x2.sqrt(f64x2.sqrt(add(one, v128.load(worldAt() + v, DIAL_RAMP))));
    let next = one;
    let sum = splat(0);
    v128.store(weightSumRow(0) + v, sum);
    for (let k = 0; k < longestTerm; k++) {
      v128.store(weightRow(k) + v, next);
      sum = add(sum, next);
      v128.store(weightSumRow(k + 1) + v, sum);
      next = mul(next, step);
    }
    for (let c = 0; c < contracts; c++) {
      v128.store(contractAt(c) + v, div(splat(total[c]), v128.load(weightSumRow(length[c]) + v)), PER_WEIGHT);
    }
  }
}

/** The row of weights by which contract c falls due in quarter t, which is not before its start. */
export function weightAt(t: i32, c: i32): usize {
  return weightRow(min(t - start[c], length[c] - 1));
}

/** The dial `lead` if it stands alike in every lane, else -1. */
let commonLead: i32 = -1;

/** A row with what contract c would bring, lane by lane, in the quarter that lies the lane's `lead` after t. It stands until the next call. */
export function instalmentAhead(t: i32, c: i32): usize {
  const ahead = scratchRow();
  if (commonLead >= 0) {
    if (t + commonLead < start[c]) fillRow(ahead, 0);
    else multiplyRows(contractAt(c) + PER_WEIGHT, weightAt(t + commonLead, c), ahead);
    return ahead;
  }
  for (let lane = 0; lane < LANES; lane++) {
    const lead = <i32>load<f64>(inLane(worldAt(), lane), DIAL_LEAD);
    store<f64>(inLane(ahead, lane), instalment(t + lead, c, lane));
  }
  return ahead;
}

function multiplyRows(a: usize, b: usize, to: usize): void {
  for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(to + v, mul(v128.load(a + v), v128.load(b + v)));
}

/** The dial `lead` of the first lane if all have the same, else -1. */
function findCommonLead(): i32 {
  const row = worldAt() + DIAL_LEAD;
  const first = load<f64>(row);
  for (let lane = 1; lane < LANES; lane++) if (load<f64>(inLane(row, lane)) != first) return -1;
  return <i32>first;
}

/** What contract c would bring in quarter t in one lane, if it is not ended. */
function instalment(t: i32, c: i32, lane: i32): f64 {
  if (t < start[c]) return 0;
  return load<f64>(inLane(contractAt(c), lane), PER_WEIGHT) * load<f64>(inLane(weightAt(t, c), lane));
}

/** Instalments of contract c's term after quarter t, in one lane. */
export function restOfTerm(t: i32, c: i32, lane: i32): f64 {
  const done = min(max(t + 1 - start[c], 0), length[c]);
  const all = load<f64>(inLane(weightSumRow(length[c]), lane));
  return (total[c] * (all - load<f64>(inLane(weightSumRow(done), lane)))) / all;
}

/** The rate a quarter that compounds to `near` now and `far` in the long run, when `decay` of the way is still to go. */
function quarterlyFade(near: v128, far: f64, decay: f64): v128 {
  const yearly = add(splat(far), mul(sub(near, splat(far)), splat(decay)));
  return sub(f64x2.sqrt(f64x2.sqrt(add(splat(1), yearly))), splat(1));
}

/** Growth of firm i's own revenue in quarter t, a quarter; `v` is the vector in its row. */
export function revenueGrowth(t: i32, i: i32, v: usize): v128 {
  if (!isLab[i]) return splat(steadyGrowthAt(t, i));
  const near = mul(splat(growth[i]), v128.load(worldAt() + v, DIAL_GROWTH));
  const planned = quarterlyFade(near, growthLong[i], growthDecayAt(t, i));
  return f64x2.pmax(splat(-1), add(planned, v128.load(growthShockAt(t, i) + v)));
}

/** Growth of the compute firm i needs in quarter t, a quarter. */
export function needGrowth(t: i32, i: i32, v: usize): v128 {
  const near = mul(splat(computeGrowth[i]), v128.load(worldAt() + v, DIAL_COMPUTE));
  return quarterlyFade(near, computeGrowthLong[i], computeDecayAt(t, i));
}

/** The opening state in every lane. The instalments must have been drawn. */
export function open(): void {
  commonLead = findCommonLead();
  fillRow(worldAt() + MOOD, 1);
  fillRow(worldAt() + LOST, 0);
  fillRow(worldAt() + CUT, 0);
  for (let i = 0; i < firms; i++) openFirm(i);
  for (let c = 0; c < contracts; c++) {
    fillRow(contractAt(c) + ARREARS, 0);
    setRow(contractAt(c) + ACTIVE);
  }
  for (let k = 0; k < vendorLinks; k++) fillRow(vendorAt(k) + STAKE_SINCE, 0);
}

function openFirm(i: i32): void {
  const firm = firmAt(i);
  // What is not said below opens at nothing; what it is forced to is given, and stays.
  for (let field: usize = 0; field < FORCED_AT; field += ROW) fillRow(firm + field, 0);
  for (let field = CASH; field < <usize>FIRM_FIELDS * ROW; field += ROW) fillRow(firm + field, 0);
  fillRow(firm + FELL_AT, quarters);
  fillRow(firm + CASH, openingCash[i]);
  fillRow(firm + DEBT, openingDebt[i]);
  fillRow(firm + REVENUE, yearlyRevenue[i] / 4);
  fillRow(firm + NEED, yearlyCompute[i] / 4);
  fillRow(firm + RATIO, 1);
  setRow(firm + LIVE);
  setRow(firm + SOUND);
  for (let lane = 0; lane < LANES; lane++) store<f64>(inLane(firm, lane), openingCapacity(i, lane), BUILT);
}

/** Built as the run opens: the most that falls due to the firm in any of the quarters it takes to build. */
function openingCapacity(i: i32, lane: i32): f64 {
  const lead = <i32>load<f64>(inLane(worldAt(), lane), DIAL_LEAD);
  let most: f64 = 0;
  for (let t = 0; t < lead; t++) {
    let dues: f64 = 0;
    for (let c = 0; c < contracts; c++) if (payee[c] == i) dues += instalment(t, c, lane);
    most = max(most, dues);
  }
  return most;
}
