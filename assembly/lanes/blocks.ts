/** The blocks of the lanes (`fields.ts`) and the few tables beside them. Addresses of blocks are to be used with the offset of a field. */
import { reals, wholes } from '../arena';
import { contracts, firms, longestTerm, quarters, supplyLinks, vendorLinks } from '../sizes';
import { CONTRACT_FIELDS, FIRM_FIELDS, SUPPLY_FIELDS, VENDOR_FIELDS, WORLD_FIELDS } from './fields';
import { LANES, ROW } from './simd';

const NONE = new StaticArray<f64>(0);

let world = NONE;
let firm = NONE;
let contract = NONE;
let supply = NONE;
let vendor = NONE;
let growthShock = NONE;
let ventureFactor = NONE;
let cheque = NONE;
/** (1 + ramp)^(k/4), and the sums of the first k of them. */
let weight = NONE;
let weightSum = NONE;
/** One row, in which each lane looks something up for itself. */
let scratch = NONE;

/** How many results of a quarter can be kept. */
export const RESULTS: i32 = 45;
/** Per result: 1 if it is to be kept. And what is kept: result by result, each quarters x columns rows. */
export let keeps = new StaticArray<i32>(0);
export let kept = NONE;

/** Lays out the tables. The order is that of the directory; `src/engine/batch/lanes.ts` reads it. */
export function allocateBlocks(): void {
  world = reals(WORLD_FIELDS * LANES);
  firm = reals(firms * FIRM_FIELDS * LANES);
  contract = reals(contracts * CONTRACT_FIELDS * LANES);
  supply = reals(supplyLinks * SUPPLY_FIELDS * LANES);
  vendor = reals(vendorLinks * VENDOR_FIELDS * LANES);
  growthShock = reals(quarters * firms * LANES);
  ventureFactor = reals(quarters * LANES);
  cheque = reals(quarters * firms * LANES);
  keeps = wholes(RESULTS);
  // The results that can be kept: 30 of a firm, 6 of the world, 6 of a contract, 2 of a supply link, 1 of a vendor link.
  kept = reals(quarters * (30 * firms + 6 + 6 * contracts + 2 * supplyLinks + vendorLinks) * LANES);
  weight = new StaticArray<f64>(longestTerm * LANES);
  weightSum = new StaticArray<f64>((longestTerm + 1) * LANES);
  scratch = new StaticArray<f64>(LANES);
}

export function worldAt(): usize {
  return changetype<usize>(world);
}

export function firmAt(i: i32): usize {
  return changetype<usize>(firm) + <usize>(i * FIRM_FIELDS) * ROW;
}

export function contractAt(c: i32): usize {
  return changetype<usize>(contract) + <usize>(c * CONTRACT_FIELDS) * ROW;
}

export function supplyAt(s: i32): usize {
  return changetype<usize>(supply) + <usize>(s * SUPPLY_FIELDS) * ROW;
}

export function vendorAt(k: i32): usize {
  return changetype<usize>(vendor) + <usize>(k * VENDOR_FIELDS) * ROW;
}

/** The row of shocks to firm i's growth in quarter t; of factors of venture money; of cheques from nowhere. */
export function growthShockAt(t: i32, i: i32): usize {
  return rowOf(growthShock, t * firms + i);
}
export function ventureFactorAt(t: i32): usize {
  return rowOf(ventureFactor, t);
}
export function chequeAt(t: i32, i: i32): usize {
  return rowOf(cheque, t * firms + i);
}

/** The row of weight k, and of the sum of the first k weights. */
export function weightRow(k: i32): usize {
  return rowOf(weight, k);
}
export function weightSumRow(k: i32): usize {
  return rowOf(weightSum, k);
}
export function scratchRow(): usize {
  return changetype<usize>(scratch);
}

function rowOf(table: StaticArray<f64>, row: i32): usize {
  return changetype<usize>(table) + <usize>row * ROW;
}

/** Where a lane's number stands in a row that begins at `row`. */
export function inLane(row: usize, lane: i32): usize {
  return row + ((<usize>lane) << 3);
}
