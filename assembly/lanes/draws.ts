/**
 * The draws of futures (content/model.md, section 3). A future's draws stand at counters (slot, firm, quarter, pair) under the seed as key: futures 2k and 2k + 1 are
 * pair k, and the second one has each uniform's complement (antithetic). What the dials are plays no part, so moving one changes the worlds smoothly.
 */
import { reals } from '../arena';
import { isLab, LEVER_COUNT } from '../given';
import { firms, quarters } from '../sizes';
import { philox, uniform, word0, word1, word2, word3 } from './philox';
import { LANES } from './simd';
import { growthShock, levers, ventureFactor } from './tables';

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

/** Lays out the tables. */
export function allocateDraws(): void {
  spreads = reals(LEVER_COUNT * 5);
  shocks = reals(5);
}

/** Fills the lanes with futures `first` .. `first + LANES - 1`; `first` is even. */
export function draw(first: u32): void {
  const k0 = <u32>shocks[3];
  const k1 = <u32>shocks[4];
  for (let lane = 0; lane < LANES; lane += 2) {
    const pair = (first + <u32>lane) >> 1;
    for (let id = 0; id < LEVER_COUNT; id++) moveDial(id, lane, pair, k0, k1);
    if (shocks[0] != 0 || shocks[1] != 0) shake(lane, pair, k0, k1);
  }
}

/** Moves a dial in a pair of lanes, one way and the other. */
function moveDial(id: i32, lane: i32, pair: u32, k0: u32, k1: u32): void {
  const at = id * 5;
  const value = spreads[at];
  const spread = spreads[at + 1];
  let one = value;
  let other = value;
  if (spread != 0) {
    philox(FIRST_DIAL + id, 0, 0, pair, k0, k1);
    const by = spread * (uniform(word0) + uniform(word1) - 1);
    one = place(value + by, at);
    other = place(value - by, at);
  }
  levers[id * LANES + lane] = one;
  levers[id * LANES + lane + 1] = other;
}

/** A moved dial within its bounds, and whole if it has to be. */
function place(value: f64, at: i32): f64 {
  const within = min(spreads[at + 3], max(spreads[at + 2], value));
  return spreads[at + 4] != 0 ? Math.floor(within + 0.5) : within;
}

/** A draw of unit variance from the four numbers just made. */
function normalLike(): f64 {
  return (uniform(word0) + uniform(word1) + (uniform(word2) + uniform(word3)) - 2) * UNIT;
}

/** Shakes growth and venture money in a pair of lanes, one way and the other. */
function shake(lane: i32, pair: u32, k0: u32, k1: u32): void {
  const together = Math.sqrt(shocks[2]);
  const alone = Math.sqrt(1 - shocks[2]);
  for (let t = 0; t < quarters; t++) {
    philox(COMMON, 0, t, pair, k0, k1);
    const all = together * normalLike();
    philox(VENTURE, 0, t, pair, k0, k1);
    const money = shocks[1] * (all + alone * normalLike());
    ventureFactor[t * LANES + lane] = max(0, 1 + money);
    ventureFactor[t * LANES + lane + 1] = max(0, 1 - money);
    for (let i = 0; i < firms; i++) {
      if (!isLab[i]) continue;
      philox(GROWTH, i, t, pair, k0, k1);
      const growth = shocks[0] * (all + alone * normalLike());
      const at = (t * firms + i) * LANES + lane;
      growthShock[at] = growth;
      growthShock[at + 1] = -growth;
    }
  }
}
