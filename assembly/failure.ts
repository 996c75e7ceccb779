/** Steps 10 and 11: who fails, what goes with it, and how the world is left for the next quarter. */
import { forcedAt } from './circumstances';
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
  total,
  vendor,
} from './given';
import { grace, heal, migration, panic, recovery, reletShare, reletTime, starvation } from './levers';
import { logEnd, logFailure, logMisses } from './log';
import { instalment, needGrowth, restOfTerm, revenueGrowth } from './paths';
import {
  alarmed,
  arrearsAt,
  badDebt,
  contractLost,
  contractRecovered,
  cutAt,
  due,
  lostAt,
  moodAt,
  short,
  stakesLost,
  starved,
  statusAt,
  stranded,
} from './results';
import { contracts, firms, rivalLinks, vendorLinks } from './sizes';
import {
  arrears,
  built,
  cash,
  debt,
  ended,
  FAILED,
  freed,
  gained,
  idle,
  misses,
  mood,
  need,
  RESTRUCTURED,
  relet,
  revenue,
  SOUND,
  setMood,
  stakeSince,
  status,
  worrying,
} from './state';

/** A shortfall below this is rounding, not a missed bill (billions). */
export const MISSED = 1e-9;

/** Step 10: misses are counted, statuses set, and only then the consequences drawn, in firm order. */
export function fail(t: i32): void {
  const row = t * firms;
  lostAt[t] = 0;
  for (let c = 0; c < contracts; c++) {
    contractLost[t * contracts + c] = 0;
    contractRecovered[t * contracts + c] = 0;
  }
  logMisses(t);
  for (let i = 0; i < firms; i++) {
    statusAt[row + i] = status[i];
    if (status[i] != SOUND) continue;
    misses[i] = short[row + i] > MISSED ? misses[i] + 1 : 0;
    if (<f64>misses[i] <= grace() && forcedAt[i] != t) continue;
    status[i] = isLab[i] ? FAILED : RESTRUCTURED;
    logFailure(t, i);
  }
  for (let i = 0; i < firms; i++) {
    if (<f64>status[i] == statusAt[row + i]) continue;
    statusAt[row + i] = status[i];
    endContracts(t, i);
    if (status[i] == FAILED) wipeOut(i);
    else restructure(i);
  }
}

/** Everything firm i would have paid: the rest of each term is lost, of the arrears a part is recovered from outside. */
function endContracts(t: i32, i: i32): void {
  for (let c = 0; c < contracts; c++) {
    if (payer[c] != i || ended[c]) continue;
    const at = t * contracts + c;
    const to = payee[c];
    const rest = restOfTerm(t, c);
    const recovered = recovery() * arrears[c];
    const bad = arrears[c] - recovered;
    contractLost[at] = rest + bad;
    contractRecovered[at] = recovered;
    lostAt[t] += rest;
    badDebt[to] += bad;
    cash[to] += recovered;
    freed[to] += due[at];
    arrears[c] = 0;
    ended[c] = 1;
    logEnd(t, c, rest + bad);
  }
}

/** A lab that fails is gone: its customers go to rivals, its owners' stakes with it. */
function wipeOut(i: i32): void {
  let weights: f64 = 0;
  for (let r = 0; r < rivalLinks; r++) {
    if (leftLab[r] == i && status[rival[r]] != FAILED) weights += rivalWeight[r];
  }
  const leaving = migration() * (revenue[i] + gained[i]);
  for (let r = 0; r < rivalLinks; r++) {
    if (weights > 0 && leftLab[r] == i && status[rival[r]] != FAILED)
      gained[rival[r]] += (leaving * rivalWeight[r]) / weights;
  }
  for (let j = 0; j < firms; j++) stakesLost[j] += openingStake[j * firms + i];
  for (let v = 0; v < vendorLinks; v++) if (fundedLab[v] == i) stakesLost[vendor[v]] += stakeSince[v];
  revenue[i] = 0;
  gained[i] = 0;
  need[i] = 0;
  cash[i] = 0;
  debt[i] = 0;
}

function restructure(i: i32): void {
  debt[i] = 0;
  cash[i] = max(cash[i], minCash[i]);
}

/** Step 11: idle capacity finds tenants, the mood moves, revenue and need grow. */
export function moveOn(t: i32, openingBacklog: f64): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    let next: f64 = 0;
    if (freed[i] > 0) for (let c = 0; c < contracts; c++) if (payee[c] == i && !ended[c]) next += instalment(t + 1, c);
    idle[i] = min(freed[i], max(0, built[i] - next));
    relet[i] += (reletShare() * idle[i] - relet[i]) / reletTime();
    stranded[i] = intensity[i] * 4 * max(0, idle[i] - relet[i]);
    const grow = 1 + revenueGrowth(t, i) * (1 - starvation() * starved[row + i]);
    revenue[i] *= grow;
    gained[i] *= grow;
    if (need[i] > 0) need[i] *= 1 + needGrowth(t, i);
    worrying[i] = alarmed[row + i] > 0 ? 1 : 0;
  }
  const blow = openingBacklog > 0 ? (panic() * (lostAt[t] + arrearsAt[t] + cutAt[t])) / openingBacklog : 0;
  setMood(min(1, max(0, mood + heal() * (1 - mood) - blow)));
  moodAt[t] = mood;
}

/** All that was promised as the run opens. */
export function backlog(): f64 {
  let sum: f64 = 0;
  for (let c = 0; c < contracts; c++) sum += total[c];
  return sum;
}
