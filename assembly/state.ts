/** What a run carries from one quarter to the next (content/model.md, section 1, opening state). */
import { openingCash, openingDebt, payee, yearlyCompute, yearlyRevenue } from './given';
import { lead } from './levers';
import { instalment } from './paths';
import { contracts, firms, vendorLinks } from './sizes';

export const SOUND: i32 = 0;
export const RESTRUCTURED: i32 = 1;
export const FAILED: i32 = 2;

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

export let cash = NO_REALS;
export let debt = NO_REALS;
/** Own revenue a quarter, before substitution. */
export let revenue = NO_REALS;
/** Revenue a quarter that came over from failed rivals. */
export let gained = NO_REALS;
/** Compute needed, a quarter. */
export let need = NO_REALS;
/** Contract capacity freed by failed payers, what of it stands idle, and what it earns again. */
export let freed = NO_REALS;
export let idle = NO_REALS;
export let relet = NO_REALS;
/** Capacity built for contracts, in dollars of service a quarter. */
export let built = NO_REALS;
/** Misses in a row. */
export let misses = NO_WHOLES;
export let status = NO_WHOLES;
/** 1 if the firm worries its suppliers, as the last quarter left it. */
export let worrying = NO_WHOLES;
/** Per contract: unpaid instalments; 1 once it has ended. */
export let arrears = NO_REALS;
export let ended = NO_WHOLES;
/** Per vendor link: equity given since the opening. */
export let stakeSince = NO_REALS;
/** The mood of the market, 0..1. */
export let mood: f64 = 1;

export function setMood(value: f64): void {
  mood = value;
}

export function allocateState(): void {
  cash = new StaticArray<f64>(firms);
  debt = new StaticArray<f64>(firms);
  revenue = new StaticArray<f64>(firms);
  gained = new StaticArray<f64>(firms);
  need = new StaticArray<f64>(firms);
  freed = new StaticArray<f64>(firms);
  idle = new StaticArray<f64>(firms);
  relet = new StaticArray<f64>(firms);
  built = new StaticArray<f64>(firms);
  misses = new StaticArray<i32>(firms);
  status = new StaticArray<i32>(firms);
  worrying = new StaticArray<i32>(firms);
  arrears = new StaticArray<f64>(contracts);
  ended = new StaticArray<i32>(contracts);
  stakeSince = new StaticArray<f64>(vendorLinks);
}

/** A firm that has not failed. */
export function live(i: i32): bool {
  return status[i] != FAILED;
}

/** The opening state. The instalments must have been drawn. */
export function open(): void {
  mood = 1;
  for (let i = 0; i < firms; i++) {
    cash[i] = openingCash[i];
    debt[i] = openingDebt[i];
    revenue[i] = yearlyRevenue[i] / 4;
    need[i] = yearlyCompute[i] / 4;
    gained[i] = 0;
    freed[i] = 0;
    idle[i] = 0;
    relet[i] = 0;
    misses[i] = 0;
    status[i] = SOUND;
    worrying[i] = 0;
    built[i] = openingCapacity(i);
  }
  for (let c = 0; c < contracts; c++) {
    arrears[c] = 0;
    ended[c] = 0;
  }
  for (let v = 0; v < vendorLinks; v++) stakeSince[v] = 0;
}

/** Built as the run opens: the most that falls due to the firm in any of the quarters it takes to build. */
function openingCapacity(i: i32): f64 {
  let most: f64 = 0;
  for (let t = 0; t < lead(); t++) {
    let dues: f64 = 0;
    for (let c = 0; c < contracts; c++) if (payee[c] == i) dues += instalment(t, c);
    most = max(most, dues);
  }
  return most;
}
