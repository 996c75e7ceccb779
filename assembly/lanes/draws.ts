/**
 * The draws of futures (content/model.md, section 3). A future's draws stand at counters (slot, firm, quarter, pair) under the seed as key: futures 2k and 2k + 1 are
 * pair k, and the second has each uniform's complement (antithetic). How the dials stand plays no part, so moving one changes the worlds smoothly.
 * A vector of the lanes holds a pair, so four counters that differ in their pair fill the lanes.
 */
import { reals } from '../arena';
import { isLab, LEVER_COUNT } from '../given';
import { firms, quarters } from '../sizes';
import { growthShockAt, ventureFactorAt, worldAt } from './blocks';
import { philox, uniforms } from './philox';
import { add, choose, least, mul, positive, ROW, splat, sub, VECTOR } from './simd';

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
/** One row: the common shock of the quarter at hand. */
let common = new StaticArray<f64>(0);

/** Lays out the tables. */
export function allocateDraws(): void {
  spreads = reals(LEVER_COUNT * 5);
  shocks = reals(5);
  common = new StaticArray<f64>(<i32>(ROW >> 3));
}

/** Fills the lanes with the futures from `first` on; `first` is even. */
export function draw(first: u32): void {
  const pair = first >> 1;
  const k0 = <u32>shocks[3];
  const k1 = <u32>shocks[4];
  for (let id = 0; id < LEVER_COUNT; id++) moveDial(id, pair, k0, k1);
  if (shocks[0] == 0 && shocks[1] == 0) return;
  const alone = splat(Math.sqrt(1 - shocks[2]));
  for (let t = 0; t < quarters; t++) {
    philox(COMMON, 0, t, pair, k0, k1);
    const together = splat(Math.sqrt(shocks[2]));
    for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(commonAt(v), mul(together, shock(v)));
    philox(VENTURE, 0, t, pair, k0, k1);
    const money = splat(shocks[1]);
    for (let v: usize = 0; v < ROW; v += VECTOR) {
      const by = mul(money, add(v128.load(commonAt(v)), mul(alone, shock(v))));
      v128.store(ventureFactorAt(t) + v, positive(add(splat(1), by)));
    }
    for (let i = 0; i < firms; i++) if (isLab[i]) shakeGrowth(t, i, pair, alone, k0, k1);
  }
}

function shakeGrowth(t: i32, i: i32, pair: u32, alone: v128, k0: u32, k1: u32): void {
  philox(GROWTH, i, t, pair, k0, k1);
  const points = splat(shocks[0]);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    v128.store(growthShockAt(t, i) + v, mul(points, add(v128.load(commonAt(v)), mul(alone, shock(v)))));
  }
}

function commonAt(v: usize): usize {
  return changetype<usize>(common) + v;
}

/** A number of each of two counters, given to the pair of vector v: as it is to the first of the two, with the other sign to the second. */
function bothWays(ofTwo: v128, v: usize): v128 {
  const one = (v & 16) == 0 ? f64x2.extract_lane(ofTwo, 0) : f64x2.extract_lane(ofTwo, 1);
  return mul(splat(one), f64x2(1, -1));
}

/** A draw of unit variance for each lane of vector v, from the numbers just made. */
function shock(v: usize): v128 {
  const last = v >= 32;
  const sum = add(add(uniforms(0, last), uniforms(1, last)), add(uniforms(2, last), uniforms(3, last)));
  return bothWays(mul(sub(sum, splat(2)), splat(UNIT)), v);
}

/** Moves a dial in each pair of lanes, one way and the other, within its bounds; a whole one to a whole number. */
function moveDial(id: i32, pair: u32, k0: u32, k1: u32): void {
  const at = id * 5;
  const row = worldAt() + <usize>id * ROW;
  const value = splat(spreads[at]);
  const spread = spreads[at + 1];
  if (spread != 0) philox(FIRST_DIAL + id, 0, 0, pair, k0, k1);
  const isWhole = i64x2.splat(spreads[at + 4] != 0 ? -1 : 0);
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    let moved = value;
    if (spread != 0) {
      const by = mul(splat(spread), sub(add(uniforms(0, v >= 32), uniforms(1, v >= 32)), splat(1)));
      moved = add(value, bothWays(by, v));
      moved = least(splat(spreads[at + 3]), f64x2.pmax(splat(spreads[at + 2]), moved));
      moved = choose(isWhole, f64x2.floor(add(moved, splat(0.5))), moved);
    }
    v128.store(row + v, moved);
  }
}
