/**
 * The paths that are fixed before a run (content/model.md, section 1): how growth fades, how contracts fall due, how much money investors would offer.
 * What depends on the network alone is computed once, by `preparePaths`; what a dial moves, at the start of each run.
 *
 * Powers come from AssemblyScript's own `Math`, compiled into the module, and fourth roots from two square roots, which IEEE 754 rounds
 * exactly: so every browser gets the same bits.
 */
import { growthShock, ventureFactor } from './circumstances';
import {
  capexFade,
  capexGrowth,
  capexGrowthLong,
  computeFade,
  computeGrowth,
  computeGrowthLong,
  costShare,
  costShareLong,
  growth,
  growthFade,
  growthLong,
  isLab,
  length,
  maturity,
  start,
  total,
  venture,
  yearlyCapex,
} from './given';
import { computeOfPlan, costsOfPlan, growthOfPlan, ramp, ventureSupply } from './levers';
import { contracts, firms, LEAD_MAX, longestTerm, quarters } from './sizes';

const NONE = new StaticArray<f64>(0);

/** quarters x firms: 2^(-t/h), the share of the opening gap to the long run that is left in quarter t. */
let growthDecay = NONE;
let computeDecay = NONE;
/** quarters x firms: growth of own revenue where no dial moves it: of every firm but the labs. */
let steadyGrowth = NONE;
/** firms: share of its debt that a firm must repay each quarter. */
let repayment = NONE;
/** quarters x firms: own-use capex X_i(t), a quarter. */
let ownCapex = NONE;
/** quarters: investors' money a quarter as the file has it. */
let ventureMoney = NONE;
/** (quarters + LEAD_MAX) x contracts: what falls due, as if no contract ever ended. */
let instalments = NONE;
/** longestTerm: (1 + ramp)^(k/4), and the sums of the first k of them (longestTerm + 1). */
let weight = NONE;
let weightSum = NONE;

export function allocatePaths(): void {
  growthDecay = new StaticArray<f64>(quarters * firms);
  computeDecay = new StaticArray<f64>(quarters * firms);
  steadyGrowth = new StaticArray<f64>(quarters * firms);
  repayment = new StaticArray<f64>(firms);
  ownCapex = new StaticArray<f64>(quarters * firms);
  ventureMoney = new StaticArray<f64>(quarters);
  instalments = new StaticArray<f64>((quarters + LEAD_MAX) * contracts);
  weight = new StaticArray<f64>(longestTerm);
  weightSum = new StaticArray<f64>(longestTerm + 1);
}

/** The rate a quarter that compounds to `yearly` a year. */
function quarterly(yearly: f64): f64 {
  return Math.sqrt(Math.sqrt(1 + yearly)) - 1;
}

/** From `near` now to `far` in the long run, when `decay` of the way is still to go. */
function fade(near: f64, far: f64, decay: f64): f64 {
  return far + (near - far) * decay;
}

/** Computes what depends on the network alone. Call after the network was written, before the first run. */
export function preparePaths(): void {
  for (let i = 0; i < firms; i++) {
    repayment[i] = 1 / maturity[i];
    let capex = yearlyCapex[i] / 4;
    for (let t = 0; t < quarters; t++) {
      const at = t * firms + i;
      growthDecay[at] = Math.pow(2, -(<f64>t) / growthFade[i]);
      computeDecay[at] = Math.pow(2, -(<f64>t) / computeFade[i]);
      steadyGrowth[at] = quarterly(fade(growth[i], growthLong[i], growthDecay[at]));
      ownCapex[at] = capex;
      const decay = Math.pow(2, -(<f64>t) / capexFade[i]);
      capex *= 1 + quarterly(fade(capexGrowth[i], capexGrowthLong[i], decay));
    }
  }
  for (let t = 0; t < quarters; t++) {
    ventureMoney[t] = (venture[0] / 4) * Math.pow(1 + venture[1], <f64>t / 4);
  }
}

/** Spreads each contract's total over its term, as the dial `ramp` stands. Call at the start of a run. */
export function drawInstalments(): void {
  const step = Math.sqrt(Math.sqrt(1 + ramp()));
  let next: f64 = 1;
  for (let k = 0; k < longestTerm; k++) {
    weight[k] = next;
    weightSum[k + 1] = weightSum[k] + next;
    next *= step;
  }
  const rows = quarters + LEAD_MAX;
  for (let c = 0; c < contracts; c++) {
    const first = start[c];
    const last = first + length[c] - 1;
    const share = total[c] / weightSum[length[c]];
    for (let t = 0; t < rows; t++) {
      instalments[t * contracts + c] = t < first ? 0 : share * weight[min(t, last) - first];
    }
  }
}

/** Share of the opening gap to long-run growth that is left in quarter t; of compute, likewise; and growth where no dial moves it. */
export function growthDecayAt(t: i32, i: i32): f64 {
  return growthDecay[t * firms + i];
}
export function computeDecayAt(t: i32, i: i32): f64 {
  return computeDecay[t * firms + i];
}
export function steadyGrowthAt(t: i32, i: i32): f64 {
  return steadyGrowth[t * firms + i];
}

/** Growth of firm i's own revenue in quarter t, a quarter. A shock takes at most all of it. */
export function revenueGrowth(t: i32, i: i32): f64 {
  const at = t * firms + i;
  if (!isLab[i]) return steadyGrowth[at];
  const planned = quarterly(fade(growth[i] * growthOfPlan(), growthLong[i], growthDecay[at]));
  return max(-1.0, planned + growthShock[at]);
}

/** Growth of the compute firm i needs in quarter t, a quarter. */
export function needGrowth(t: i32, i: i32): f64 {
  return quarterly(fade(computeGrowth[i] * computeOfPlan(), computeGrowthLong[i], computeDecay[t * firms + i]));
}

/** Costs of firm i's own business as planned, as a share of its own revenue. */
export function plannedCostShareAt(t: i32, i: i32): f64 {
  return fade(costShare[i], costShareLong[i], growthDecay[t * firms + i]);
}

/** Costs of firm i's own business, as a share of its own revenue. */
export function costShareAt(t: i32, i: i32): f64 {
  const share = plannedCostShareAt(t, i);
  return isLab[i] ? costsOfPlan() * share : share;
}

/** The share of its debt that firm i must repay each quarter. */
export function repaymentOf(i: i32): f64 {
  return repayment[i];
}

/** Capital spending for firm i's own use, a quarter. */
export function ownCapexAt(t: i32, i: i32): f64 {
  return ownCapex[t * firms + i];
}

/** Investors' money in quarter t as the file has it. */
export function plannedVentureMoneyAt(t: i32): f64 {
  return ventureMoney[t];
}

/** Investors' money in quarter t, before climate and mood. */
export function ventureMoneyAt(t: i32): f64 {
  return ventureMoney[t] * ventureSupply() * ventureFactor[t];
}

/** What contract c would bring in quarter t (t < quarters + LEAD_MAX) if it is not ended. */
export function instalment(t: i32, c: i32): f64 {
  return instalments[t * contracts + c];
}

/** Is quarter t within contract c's term? Before it nothing is due; after it the last instalment goes on, but nobody is bound. */
export function withinTerm(t: i32, c: i32): bool {
  return t >= start[c] && t < start[c] + length[c];
}

/** Instalments of contract c's term after quarter t. */
export function restOfTerm(t: i32, c: i32): f64 {
  const done = min(max(t + 1 - start[c], 0), length[c]);
  const all = weightSum[length[c]];
  return (total[c] * (all - weightSum[done])) / all;
}
