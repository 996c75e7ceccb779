/**
 * Steps 10 and 11 in every lane, as `failure.ts` does them in one. Failures are rare: a lane in which one happens is worked through by itself, number by
 * number.
 */
import { MISSED } from '../failure';
import {
  fundedLab,
  intensity,
  isLab,
  leftLab,
  minCash,
  openingStake,
  payee,
  payer,
  rival,
  rivalWeight,
  start,
  vendor,
  yearlyCompute,
} from '../given';
import { Lever } from '../levers';
import { contracts, firms, rivalLinks, vendorLinks } from '../sizes';
import { FAILED, RESTRUCTURED } from '../state';
import { needGrowth, restOfTerm, revenueGrowth, weightAt } from './paths';
import { above, add, choose, div, fillRow, LANES, least, mul, positive, ROW, rest, rowOf, splat, sub, VECTOR, where } from './simd';
import {
  active,
  arrears,
  arrearsAt,
  badDebt,
  built,
  cash,
  contractLost,
  contractRecovered,
  cut,
  cutAt,
  debt,
  due,
  fellAt,
  forcedAt,
  freed,
  gained,
  idle,
  levers,
  live,
  lost,
  lostAt,
  misses,
  mood,
  moodAt,
  need,
  perWeight,
  relet,
  restructured,
  revenue,
  short,
  sound,
  stakeSince,
  stakesLost,
  starved,
  statusAt,
  stranded,
} from './tables';

/** Step 10: misses are counted, statuses set, and only then the consequences drawn, in firm order. Returns the lanes in which a firm fell, a bit each. */
export function fail(t: i32): i32 {
  fillRow(rowOf(lostAt, 0), 0);
  for (let c = 0; c < contracts; c++) {
    fillRow(rowOf(contractLost, c), 0);
    fillRow(rowOf(contractRecovered, c), 0);
  }
  const grace = rowOf(levers, Lever.grace);
  const now = splat(<f64>t);
  let falling: i32 = 0;
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    let any = splat(0);
    for (let i = 0; i < firms; i++) {
      const isSound = v128.load(rowOf(sound, i) + v);
      const missed = above(v128.load(rowOf(short, i) + v), splat(MISSED));
      const row = where(missed, add(v128.load(rowOf(misses, i) + v), splat(1)));
      v128.store(rowOf(misses, i) + v, row);
      const forced = f64x2.eq(v128.load(rowOf(forcedAt, i) + v), now);
      const falls = v128.and(isSound, v128.or(above(row, v128.load(grace + v)), forced));
      any = v128.or(any, falls);
    }
    falling |= i64x2.bitmask(any) << <i32>(v >> 3);
  }
  for (let lane = 0; lane < LANES; lane++) if (falling & (1 << lane)) failLane(t, lane);
  return falling;
}

/** Is the mask set in this lane? */
function isSet(mask: StaticArray<f64>, i: i32, lane: i32): bool {
  return load<i64>(rowOf(mask, i) + (<usize>lane << 3)) != 0;
}

function setMask(mask: StaticArray<f64>, i: i32, lane: i32, value: i64): void {
  store<i64>(rowOf(mask, i) + (<usize>lane << 3), value);
}

function failLane(t: i32, lane: i32): void {
  const grace = levers[Lever.grace * LANES + lane];
  for (let i = 0; i < firms; i++) {
    const at = i * LANES + lane;
    if (!isSet(sound, i, lane) || (misses[at] <= grace && forcedAt[at] != <f64>t)) continue;
    setMask(sound, i, lane, 0);
    if (isLab[i]) setMask(live, i, lane, 0);
    else setMask(restructured, i, lane, -1);
    fellAt[at] = t;
    statusAt[at] = isLab[i] ? FAILED : RESTRUCTURED;
  }
  for (let i = 0; i < firms; i++) {
    if (fellAt[i * LANES + lane] != <f64>t) continue;
    endContracts(t, i, lane);
    if (isLab[i]) wipeOut(i, lane);
    else restructure(i, lane);
  }
}

/** Everything firm i would have paid: the rest of each term is lost, of the arrears a part is recovered from outside. */
function endContracts(t: i32, i: i32, lane: i32): void {
  const recovery = levers[Lever.recovery * LANES + lane];
  for (let c = 0; c < contracts; c++) {
    if (payer[c] != i || !isSet(active, c, lane)) continue;
    const at = c * LANES + lane;
    const to = payee[c] * LANES + lane;
    const rest = restOfTerm(t, c, lane);
    const recovered = recovery * arrears[at];
    const bad = arrears[at] - recovered;
    contractLost[at] = rest + bad;
    contractRecovered[at] = recovered;
    lostAt[lane] += rest;
    badDebt[to] += bad;
    cash[to] += recovered;
    freed[to] += due[at];
    arrears[at] = 0;
    setMask(active, c, lane, 0);
  }
}

/** A lab that fails is gone: its customers go to rivals, its owners' stakes with it. */
function wipeOut(i: i32, lane: i32): void {
  const gone = i * LANES + lane;
  let weights: f64 = 0;
  for (let r = 0; r < rivalLinks; r++) if (leftLab[r] == i && isSet(live, rival[r], lane)) weights += rivalWeight[r];
  const leaving = levers[Lever.migration * LANES + lane] * (revenue[gone] + gained[gone]);
  for (let r = 0; r < rivalLinks; r++) {
    if (weights > 0 && leftLab[r] == i && isSet(live, rival[r], lane))
      gained[rival[r] * LANES + lane] += (leaving * rivalWeight[r]) / weights;
  }
  for (let j = 0; j < firms; j++) stakesLost[j * LANES + lane] += openingStake[j * firms + i];
  for (let v = 0; v < vendorLinks; v++) {
    if (fundedLab[v] == i) stakesLost[vendor[v] * LANES + lane] += stakeSince[v * LANES + lane];
  }
  revenue[gone] = 0;
  gained[gone] = 0;
  need[gone] = 0;
  cash[gone] = 0;
  debt[gone] = 0;
}

function restructure(i: i32, lane: i32): void {
  const at = i * LANES + lane;
  debt[at] = 0;
  cash[at] = max(cash[at], minCash[i]);
}

/** Step 11: idle capacity finds tenants, the mood moves, revenue and need grow. `everFell`: has a firm fallen in any lane so far? */
export function moveOn(t: i32, openingBacklog: f64, everFell: bool): void {
  // Before a contract ends no capacity is freed, and what would be computed is nothing.
  if (everFell) for (let i = 0; i < firms; i++) letAgain(t, i);
  for (let i = 0; i < firms; i++) grow(t, i);
  const backlog = splat(openingBacklog);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const gone = v128.load(rowOf(lostAt, 0) + v);
    const notTaken = v128.load(rowOf(cutAt, 0) + v);
    const bad = add(add(gone, v128.load(rowOf(arrearsAt, 0) + v)), notTaken);
    const panic = v128.load(rowOf(levers, Lever.panic) + v);
    const blow = openingBacklog > 0 ? div(mul(panic, bad), backlog) : splat(0);
    const felt = v128.load(rowOf(mood, 0) + v);
    const healed = add(felt, mul(v128.load(rowOf(levers, Lever.heal) + v), rest(felt)));
    const next = least(splat(1), positive(sub(healed, blow)));
    v128.store(rowOf(mood, 0) + v, next);
    v128.store(rowOf(moodAt, 0) + v, next);
    v128.store(rowOf(lost, 0) + v, add(v128.load(rowOf(lost, 0) + v), gone));
    v128.store(rowOf(cut, 0) + v, add(v128.load(rowOf(cut, 0) + v), notTaken));
  }
}

function letAgain(t: i32, i: i32): void {
  const stands = rowOf(idle, i);
  const again = rowOf(relet, i);
  const share = rowOf(levers, Lever.relet);
  const time = rowOf(levers, Lever.reletTime);
  const dollars = splat(intensity[i] * 4);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    let next = splat(0);
    for (let c = 0; c < contracts; c++) {
      if (payee[c] != i || t + 1 < start[c]) continue;
      const amount = mul(v128.load(rowOf(perWeight, c) + v), v128.load(weightAt(t + 1, c) + v));
      next = add(next, where(v128.load(rowOf(active, c) + v), amount));
    }
    const free = v128.load(rowOf(freed, i) + v);
    const empty = least(free, positive(sub(v128.load(rowOf(built, i) + v), next)));
    const had = v128.load(again + v);
    const has = add(had, div(sub(mul(v128.load(share + v), empty), had), v128.load(time + v)));
    v128.store(stands + v, empty);
    v128.store(again + v, has);
    v128.store(rowOf(stranded, i) + v, mul(dollars, positive(sub(empty, has))));
  }
}

function grow(t: i32, i: i32): void {
  const starvation = rowOf(levers, Lever.starvation);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const held = rest(mul(v128.load(starvation + v), v128.load(rowOf(starved, i) + v)));
    const by = add(splat(1), mul(revenueGrowth(t, i, v), held));
    v128.store(rowOf(revenue, i) + v, mul(v128.load(rowOf(revenue, i) + v), by));
    v128.store(rowOf(gained, i) + v, mul(v128.load(rowOf(gained, i) + v), by));
  }
  if (yearlyCompute[i] > 0) {
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const more = add(splat(1), needGrowth(t, i, v));
      v128.store(rowOf(need, i) + v, mul(v128.load(rowOf(need, i) + v), more));
    }
  }
}
