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
import { steadyGrowthAt } from '../paths';
import { contracts, firms, rivalLinks, vendorLinks } from '../sizes';
import { RESTRUCTURED as BROKEN, FAILED } from '../state';
import { contractAt, firmAt, inLane, vendorAt, worldAt } from './blocks';
import {
  ACTIVE,
  ARREARS,
  ARREARS_AT,
  BAD_DEBT,
  BUILT,
  CASH,
  CONTRACT_LOST,
  CONTRACT_RECOVERED,
  CUT,
  CUT_AT,
  DEBT,
  DIAL_GRACE,
  DIAL_HEAL,
  DIAL_MIGRATION,
  DIAL_PANIC,
  DIAL_RECOVERY,
  DIAL_RELET,
  DIAL_RELET_TIME,
  DIAL_STARVATION,
  DUE,
  FELL_AT,
  FORCED_AT,
  FREED,
  GAINED,
  IDLE,
  LIVE,
  LOST,
  LOST_AT,
  MISSES,
  MOOD,
  MOOD_AT,
  NEED,
  PER_WEIGHT,
  RELET,
  RESTRUCTURED,
  REVENUE,
  SHORT,
  SOUND,
  STAKE_SINCE,
  STAKES_LOST,
  STARVED,
  STATUS_AT,
  STRANDED,
} from './fields';
import { needGrowth, restOfTerm, revenueGrowth, weightAt } from './paths';
import { isPayee, takes } from './roles';
import { above, add, div, fillRow, LANES, least, mul, positive, ROW, rest, splat, sub, VECTOR, where } from './simd';

/**
 * Step 10: misses are counted, statuses set, and only then the consequences drawn, in firm order. `someShort`: is a firm short in any lane? Returns
 * the lanes in which a firm fell, a bit each.
 */
export function fail(t: i32, someShort: bool): i32 {
  fillRow(worldAt() + LOST_AT, 0);
  for (let c = 0; c < contracts; c++) {
    fillRow(contractAt(c) + CONTRACT_LOST, 0);
    fillRow(contractAt(c) + CONTRACT_RECOVERED, 0);
  }
  if (!someShort && !someMissed && !someForced) return 0;
  someMissed = someShort;
  const now = splat(<f64>t);
  let falling: i32 = 0;
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const grace = v128.load(worldAt() + v, DIAL_GRACE);
    let any = splat(0);
    for (let i = 0; i < firms; i++) {
      const firm = firmAt(i) + v;
      const isSound = v128.load(firm, SOUND);
      const missed = above(v128.load(firm, SHORT), splat(MISSED));
      const row = where(missed, add(v128.load(firm, MISSES), splat(1)));
      v128.store(firm, row, MISSES);
      const forced = f64x2.eq(v128.load(firm, FORCED_AT), now);
      const falls = v128.and(isSound, v128.or(above(row, grace), forced));
      any = v128.or(any, falls);
    }
    falling |= i64x2.bitmask(any) << (<i32>(v >> 3));
  }
  for (let lane = 0; lane < LANES; lane++) if (falling & (1 << lane)) failLane(t, lane);
  return falling;
}

/** Has a firm a miss in its row, or is one forced to fail, in any lane? If not, nobody can fail who is not short. */
let someMissed = false;
let someForced = false;

/** Call as a run opens. */
export function forget(): void {
  someMissed = false;
  someForced = false;
  for (let i = 0; i < firms; i++) {
    for (let lane = 0; lane < LANES; lane++) if (load<f64>(inLane(firmAt(i), lane), FORCED_AT) >= 0) someForced = true;
  }
}

function failLane(t: i32, lane: i32): void {
  const grace = load<f64>(inLane(worldAt(), lane), DIAL_GRACE);
  for (let i = 0; i < firms; i++) {
    const firm = inLane(firmAt(i), lane);
    const enough = load<f64>(firm, MISSES) > grace || load<f64>(firm, FORCED_AT) == <f64>t;
    if (load<i64>(firm, SOUND) == 0 || !enough) continue;
    store<i64>(firm, 0, SOUND);
    if (isLab[i]) store<i64>(firm, 0, LIVE);
    else store<i64>(firm, -1, RESTRUCTURED);
    store<f64>(firm, <f64>t, FELL_AT);
    store<f64>(firm, <f64>(isLab[i] ? FAILED : BROKEN), STATUS_AT);
  }
  for (let i = 0; i < firms; i++) {
    if (load<f64>(inLane(firmAt(i), lane), FELL_AT) != <f64>t) continue;
    endContracts(t, i, lane);
    if (isLab[i]) wipeOut(i, lane);
    else restructure(i, lane);
  }
}

/** Adds to a number in memory. */
function raise(address: usize, by: f64): void {
  store<f64>(address, load<f64>(address) + by);
}

/** Everything firm i would have paid: the rest of each term is lost, of the arrears a part is recovered from outside. */
function endContracts(t: i32, i: i32, lane: i32): void {
  const world = inLane(worldAt(), lane);
  for (let c = 0; c < contracts; c++) {
    const deal = inLane(contractAt(c), lane);
    if (payer[c] != i || load<i64>(deal, ACTIVE) == 0) continue;
    const to = inLane(firmAt(payee[c]), lane);
    const rest = restOfTerm(t, c, lane);
    const unpaid = load<f64>(deal, ARREARS);
    const recovered = load<f64>(world, DIAL_RECOVERY) * unpaid;
    const bad = unpaid - recovered;
    store<f64>(deal, rest + bad, CONTRACT_LOST);
    store<f64>(deal, recovered, CONTRACT_RECOVERED);
    raise(world + LOST_AT, rest);
    raise(to + BAD_DEBT, bad);
    raise(to + CASH, recovered);
    raise(to + FREED, load<f64>(deal, DUE));
    store<f64>(deal, 0, ARREARS);
    store<i64>(deal, 0, ACTIVE);
  }
}

/** Does rival link r lead from lab i to a firm that has not failed? */
function leads(r: i32, i: i32, lane: i32): bool {
  return leftLab[r] == i && load<i64>(inLane(firmAt(rival[r]), lane), LIVE) != 0;
}

/** A lab that fails is gone: its customers go to rivals, its owners' stakes with it. */
function wipeOut(i: i32, lane: i32): void {
  const firm = inLane(firmAt(i), lane);
  let weights: f64 = 0;
  for (let r = 0; r < rivalLinks; r++) if (leads(r, i, lane)) weights += rivalWeight[r];
  const migration = load<f64>(inLane(worldAt(), lane), DIAL_MIGRATION);
  const leaving = migration * (load<f64>(firm, REVENUE) + load<f64>(firm, GAINED));
  for (let r = 0; r < rivalLinks; r++) {
    if (weights > 0 && leads(r, i, lane))
      raise(inLane(firmAt(rival[r]), lane) + GAINED, (leaving * rivalWeight[r]) / weights);
  }
  for (let j = 0; j < firms; j++) raise(inLane(firmAt(j), lane) + STAKES_LOST, openingStake[j * firms + i]);
  for (let k = 0; k < vendorLinks; k++) {
    if (fundedLab[k] != i) continue;
    raise(inLane(firmAt(vendor[k]), lane) + STAKES_LOST, load<f64>(inLane(vendorAt(k), lane), STAKE_SINCE));
  }
  store<f64>(firm, 0, REVENUE);
  store<f64>(firm, 0, GAINED);
  store<f64>(firm, 0, NEED);
  store<f64>(firm, 0, CASH);
  store<f64>(firm, 0, DEBT);
}

function restructure(i: i32, lane: i32): void {
  const firm = inLane(firmAt(i), lane);
  store<f64>(firm, 0, DEBT);
  store<f64>(firm, max(load<f64>(firm, CASH), minCash[i]), CASH);
}

/** Step 11: idle capacity finds tenants, the mood moves, revenue and need grow. `everFell`: has a firm fallen in any lane so far? */
export function moveOn(t: i32, openingBacklog: f64, everFell: bool): void {
  // Before a contract ends no capacity is freed, and what would be computed is nothing.
  if (everFell) for (let i = 0; i < firms; i++) if (isPayee[i]) letAgain(t, i);
  for (let i = 0; i < firms; i++) {
    if (takes[i] || isLab[i]) grow(t, i);
    else growSteadily(t, i, everFell);
  }
  const backlog = splat(openingBacklog);
  for (let world = worldAt(), end = world + ROW; world < end; world += VECTOR) {
    const gone = v128.load(world, LOST_AT);
    const notTaken = v128.load(world, CUT_AT);
    const bad = add(add(gone, v128.load(world, ARREARS_AT)), notTaken);
    const panic = v128.load(world, DIAL_PANIC);
    const blow = openingBacklog > 0 ? div(mul(panic, bad), backlog) : splat(0);
    const felt = v128.load(world, MOOD);
    const healed = add(felt, mul(v128.load(world, DIAL_HEAL), rest(felt)));
    const next = least(splat(1), positive(sub(healed, blow)));
    v128.store(world, next, MOOD);
    v128.store(world, next, MOOD_AT);
    v128.store(world, add(v128.load(world, LOST), gone), LOST);
    v128.store(world, add(v128.load(world, CUT), notTaken), CUT);
  }
}

function letAgain(t: i32, i: i32): void {
  const dollars = splat(intensity[i] * 4);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const firm = firmAt(i) + v;
    const world = worldAt() + v;
    let next = splat(0);
    for (let c = 0; c < contracts; c++) {
      if (payee[c] != i || t + 1 < start[c]) continue;
      const deal = contractAt(c) + v;
      const amount = mul(v128.load(deal, PER_WEIGHT), v128.load(weightAt(t + 1, c) + v));
      next = add(next, where(v128.load(deal, ACTIVE), amount));
    }
    const free = v128.load(firm, FREED);
    const empty = least(free, positive(sub(v128.load(firm, BUILT), next)));
    const had = v128.load(firm, RELET);
    const has = add(had, div(sub(mul(v128.load(world, DIAL_RELET), empty), had), v128.load(world, DIAL_RELET_TIME)));
    v128.store(firm, empty, IDLE);
    v128.store(firm, has, RELET);
    v128.store(firm, mul(dollars, positive(sub(empty, has))), STRANDED);
  }
}

/** The factor by which firm i's revenue grows, held back by the compute it went without; `v` is the vector in its row. */
function growth(t: i32, i: i32, v: usize): v128 {
  const held = rest(mul(v128.load(worldAt() + v, DIAL_STARVATION), v128.load(firmAt(i) + v, STARVED)));
  return add(splat(1), mul(revenueGrowth(t, i, v), held));
}

function grow(t: i32, i: i32): void {
  const needs = yearlyCompute[i] > 0;
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const firm = firmAt(i) + v;
    const by = growth(t, i, v);
    v128.store(firm, mul(v128.load(firm, REVENUE), by), REVENUE);
    v128.store(firm, mul(v128.load(firm, GAINED), by), GAINED);
    if (needs) v128.store(firm, mul(v128.load(firm, NEED), add(splat(1), needGrowth(t, i, v))), NEED);
  }
}

/** Growth of a firm that no dial and no lack of compute moves. It gains customers only once a firm has fallen. */
function growSteadily(t: i32, i: i32, everFell: bool): void {
  const by = splat(1 + steadyGrowthAt(t, i));
  for (let firm = firmAt(i), end = firm + ROW; firm < end; firm += VECTOR) {
    v128.store(firm, mul(v128.load(firm, REVENUE), by), REVENUE);
    if (everFell) v128.store(firm, mul(v128.load(firm, GAINED), by), GAINED);
  }
}
