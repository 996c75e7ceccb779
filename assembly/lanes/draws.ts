/**
 * The draws of futures (content/model.md, section 3). A future's draws stand at counters (slot, firm, quarter, pair) under the seed as key: futures 2k and 2k + 1 are
 * pair k, and the second has each uniform's complement (antithetic). How the dials stand plays no part, so moving one changes the worlds smoothly.
 * A vector of the lanes holds a pair, so four counters that differ in their pair fill the lanes.
 */
import { reals } from '../arena';
import { isLab, LEVER_COUNT } from '../given';
import { firms, quarters } from '../sizes';
import { growthShockAt, ventureFactorAt, worldAt } from './blocks';
import { philox, setKey, sumOfUniforms } from './philox';
import { add, LANES, least, mul, positive, ROW, splat, sub, VECTOR } from './simd';

/** Slots of the counter: what a draw is for. */
const COMMON: u32 = 0;
const GROWTH: u32 = 1;
const VENTURE: u32 = 2;
const FIRST_DIAL: u32 = 3;

/** Of four uniforms: their sum less 2, times this, has variance 1. */
const UNIT = Math.sqrt(3);

/** By dial, five each: its value, how far it may move either way, its bounds, and 1 if only whole numbers mean something. */
let spreads = new StaticArray<f64>(0);
/** Standard deviations of the shocks to growth and to venture money; the share of their variance that is common; the seed's two halves. */
let shocks = new StaticArray<f64>(0);
/** Rows: the common shock of the quarter at hand, and the draw at hand. */
let common = new StaticArray<f64>(0);
let own = new StaticArray<f64>(0);

/** Lays out the tables. */
export function allocateDraws(): void {
  spreads = reals(LEVER_COUNT * 5);
  shocks = reals(5);
  common = new StaticArray<f64>(LANES);
  own = new StaticArray<f64>(LANES);
}

/** Fills the lanes with the futures from `first` on; `first` is even. */
export function draw(first: u32): void {
  const pair = first >> 1;
  setKey(<u32>shocks[3], <u32>shocks[4]);
  for (let id = 0; id < LEVER_COUNT; id++) moveDial(id, pair);
  if (shocks[0] == 0 && shocks[1] == 0) return;
  const together = splat(Math.sqrt(shocks[2]));
  for (let t = 0; t < quarters; t++) {
    drawShock(COMMON, 0, t, pair, common);
    const all = changetype<usize>(common);
    for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(all + v, mul(together, v128.load(all + v)));
    drawShock(VENTURE, 0, t, pair, own);
    const money = splat(shocks[1]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      v128.store(ventureFactorAt(t) + v, positive(add(splat(1), mul(money, shockAt(v)))));
    }
    for (let i = 0; i < firms; i++) {
      if (!isLab[i]) continue;
      drawShock(GROWTH, i, t, pair, own);
      const points = splat(shocks[0]);
      for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(growthShockAt(t, i) + v, mul(points, shockAt(v)));
    }
  }
}

/** Draws a shock of unit variance for each lane: for the second of a pair, that of the first with the other sign. */
function drawShock(slot: u32, firm: i32, t: i32, pair: u32, to: StaticArray<f64>): void {
  philox(slot, firm, t, pair);
  const row = changetype<usize>(to);
  for (let half: usize = 0; half < 2; half++) {
    const two = mul(sub(sumOfUniforms(4, half == 1), splat(2)), splat(UNIT));
    v128.store(row + 32 * half, bothWays(f64x2.extract_lane(two, 0)));
    v128.store(row + 32 * half, bothWays(f64x2.extract_lane(two, 1)), 16);
  }
}

/** The common and the own part of a shock, in the lanes of vector v. */
function shockAt(v: usize): v128 {
  const alone = splat(Math.sqrt(1 - shocks[2]));
  return add(v128.load(changetype<usize>(common) + v), mul(alone, v128.load(changetype<usize>(own) + v)));
}

/** A number for the first of a pair, and with the other sign for the second. */
function bothWays(value: f64): v128 {
  return mul(splat(value), f64x2(1, -1));
}

/** Moves a dial in each pair of lanes, one way and the other. */
function moveDial(id: i32, pair: u32): void {
  const row = worldAt() + <usize>id * ROW;
  const value = splat(spreads[id * 5]);
  const spread = spreads[id * 5 + 1];
  if (spread == 0) {
    for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(row + v, value);
    return;
  }
  philox(FIRST_DIAL + id, 0, 0, pair);
  for (let half: usize = 0; half < 2; half++) {
    const two = mul(splat(spread), sub(sumOfUniforms(2, half == 1), splat(1)));
    v128.store(row + 32 * half, placed(id, add(value, bothWays(f64x2.extract_lane(two, 0)))));
    v128.store(row + 32 * half, placed(id, add(value, bothWays(f64x2.extract_lane(two, 1)))), 16);
  }
}

/** A moved dial within its bounds, and whole if only whole numbers mean something. */
function placed(id: i32, moved: v128): v128 {
  const within = least(splat(spreads[id * 5 + 3]), f64x2.pmax(splat(spreads[id * 5 + 2]), moved));
  return spreads[id * 5 + 4] != 0 ? f64x2.floor(add(within, splat(0.5))) : within;
}
