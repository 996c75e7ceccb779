/**
 * Threshold cascades: a node defaults once what it has and is paid falls below what it owes, and its creditors are then paid `recovery`
 * of its debt (Furfine, J. Money, Credit and Banking 35, 2003) or nothing (Gai and Kapadia, Proc. R. Soc. A 466, 2010). Wave by wave; each edge is
 * followed once, when its debtor falls.
 */
import { wholes } from '../arena';
import { inAmount, inSource, inStart, nodes, outAmount, outStart, outTarget, outTotal } from './graph';
import { base, diagonal, EPSILON } from './system';

/** Who can just pay pays: sums of decimal amounts are not exact, and equality is solvency. */
const JUST: f64 = 1 - 1e-12;

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** Given: 1 for a node that fails first, whatever it has. Then: in which wave a node defaults, from 1; 0 if it does not. */
let wave = NO_WHOLES;

/** What a node has in all if everybody pays, and what is left of it; the second drifts by the rounding of its subtractions. */
let full = NO_REALS;
let left = NO_REALS;
/** Defaulters in the order in which they fall, and creditors of the last wave, each once (`seen` is the last wave that touched it). */
let fallen = NO_WHOLES;
let touched = NO_WHOLES;
let seen = NO_WHOLES;

export function allocateCascade(): void {
  wave = wholes(nodes);
  full = new StaticArray<f64>(nodes);
  left = new StaticArray<f64>(nodes);
  fallen = new StaticArray<i32>(nodes);
  touched = new StaticArray<i32>(nodes);
  seen = new StaticArray<i32>(nodes);
}

/** Fills `wave`, with outside assets in `base` and outside debts on the diagonal. Returns how many waves there are. */
export function cascade(recovery: f64): i32 {
  let count = 0;
  for (let i = 0; i < nodes; i++) {
    seen[i] = 0;
    full[i] = left[i] = meansAfter(i, 0, recovery);
    if (cannotPay(i, full[i])) wave[i] = 1;
    if (!wave[i]) continue;
    fallen[count++] = i;
  }
  let waves = 0;
  for (let begin = 0; begin < count; ) {
    const end = count;
    const creditors = passOn(begin, end, ++waves, 1 - recovery);
    for (let k = 0; k < creditors; k++) {
      const i = touched[k];
      if (!fails(i, waves, recovery)) continue;
      wave[i] = waves + 1;
      fallen[count++] = i;
    }
    begin = end;
  }
  return waves;
}

/** Takes from the creditors of the latest defaulters what they lose; returns how many creditors, still standing, it touched. */
function passOn(begin: i32, end: i32, now: i32, lost: f64): i32 {
  let count = 0;
  for (let q = begin; q < end; q++) {
    const debtor = fallen[q];
    for (let k = outStart[debtor]; k < outStart[debtor + 1]; k++) {
      const i = outTarget[k];
      if (wave[i]) continue;
      left[i] -= lost * outAmount[k];
      if (seen[i] == now) continue;
      seen[i] = now;
      touched[count++] = i;
    }
  }
  return count;
}

/**
 * Can i no longer pay after wave `now`? The running remainder decides, unless it is within its own rounding error of the debt: then
 * what is still paid is summed afresh, without subtractions.
 */
function fails(i: i32, now: i32, recovery: f64): bool {
  const error = 4 * <f64>(inStart[i + 1] - inStart[i] + 4) * EPSILON * full[i];
  if (!cannotPay(i, left[i] - error)) return false;
  if (cannotPay(i, left[i] + error)) return true;
  return cannotPay(i, meansAfter(i, now, recovery));
}

function cannotPay(i: i32, means: f64): bool {
  const due = outTotal[i] + diagonal[i];
  return due > 0 && means < due * JUST;
}

/** What i has if all pay in full but those that fell up to wave `now`: a compensated sum, as everywhere in the graph. */
function meansAfter(i: i32, now: i32, recovery: f64): f64 {
  let total = base[i];
  let lost: f64 = 0;
  for (let k = inStart[i]; k < inStart[i + 1]; k++) {
    const fell = wave[inSource[k]];
    const term = fell > 0 && fell <= now ? recovery * inAmount[k] : inAmount[k];
    const next = total + term;
    const added = next - total;
    lost += total - (next - added) + (term - added);
    total = next;
  }
  return total + lost;
}
