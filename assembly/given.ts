/**
 * What a run is given: the dials, the firms and what binds them (content/model.md, section 1). Filled from outside after set-up.
 * Money in billions of dollars; rates and stocks as in the network file: annual where the model says "a year".
 */
import { reals, wholes } from './arena';
import { Lever } from './levers';
import { contracts, firms, rivalLinks, substitutions, supplyLinks, vendorLinks } from './sizes';

/** How many dials there are. */
export const LEVER_COUNT: i32 = Lever.count;

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

export let levers = NO_REALS;
/** Venture money a year at the opening, and its yearly growth. */
export let venture = NO_REALS;

export let isLab = NO_WHOLES;
export let openingCash = NO_REALS;
export let openingDebt = NO_REALS;
export let yearlyRevenue = NO_REALS;
export let growth = NO_REALS;
export let growthLong = NO_REALS;
export let growthFade = NO_REALS;
export let costShare = NO_REALS;
export let costShareLong = NO_REALS;
export let fixedCost = NO_REALS;
export let serviceCost = NO_REALS;
export let idleCost = NO_REALS;
export let yearlyCompute = NO_REALS;
export let computeGrowth = NO_REALS;
export let computeGrowthLong = NO_REALS;
export let computeFade = NO_REALS;
export let yearlyCapex = NO_REALS;
export let capexGrowth = NO_REALS;
export let capexGrowthLong = NO_REALS;
export let capexFade = NO_REALS;
export let herding = NO_REALS;
export let intensity = NO_REALS;
export let leverage = NO_REALS;
export let rate = NO_REALS;
export let maturity = NO_REALS;
export let minCash = NO_REALS;
export let payout = NO_REALS;
export let ventureShare = NO_REALS;
/** firms x firms: what the row's firm holds of the column's equity as the run opens. */
export let openingStake = NO_REALS;

export let payer = NO_WHOLES;
export let payee = NO_WHOLES;
export let start = NO_WHOLES;
export let length = NO_WHOLES;
export let total = NO_REALS;

export let buyer = NO_WHOLES;
export let supplier = NO_WHOLES;
/** 1 if the order is a share of the buyer's sales, 0 if of its capex. */
export let onSales = NO_WHOLES;
export let orderShare = NO_REALS;

export let fundedLab = NO_WHOLES;
export let vendor = NO_WHOLES;
export let vendorWeight = NO_REALS;

export let leftLab = NO_WHOLES;
export let rival = NO_WHOLES;
export let rivalWeight = NO_REALS;

export let eater = NO_WHOLES;
export let eaten = NO_WHOLES;
export let eatenWeight = NO_REALS;

/** Lays out the tables. Their order is the order of the directory; `src/engine/tables.ts` reads it. */
export function allocateGiven(): void {
  levers = reals(LEVER_COUNT);
  venture = reals(2);

  isLab = wholes(firms);
  openingCash = reals(firms);
  openingDebt = reals(firms);
  yearlyRevenue = reals(firms);
  growth = reals(firms);
  growthLong = reals(firms);
  growthFade = reals(firms);
  costShare = reals(firms);
  costShareLong = reals(firms);
  fixedCost = reals(firms);
  serviceCost = reals(firms);
  idleCost = reals(firms);
  yearlyCompute = reals(firms);
  computeGrowth = reals(firms);
  computeGrowthLong = reals(firms);
  computeFade = reals(firms);
  yearlyCapex = reals(firms);
  capexGrowth = reals(firms);
  capexGrowthLong = reals(firms);
  capexFade = reals(firms);
  herding = reals(firms);
  intensity = reals(firms);
  leverage = reals(firms);
  rate = reals(firms);
  maturity = reals(firms);
  minCash = reals(firms);
  payout = reals(firms);
  ventureShare = reals(firms);
  openingStake = reals(firms * firms);

  payer = wholes(contracts);
  payee = wholes(contracts);
  start = wholes(contracts);
  length = wholes(contracts);
  total = reals(contracts);

  buyer = wholes(supplyLinks);
  supplier = wholes(supplyLinks);
  onSales = wholes(supplyLinks);
  orderShare = reals(supplyLinks);

  fundedLab = wholes(vendorLinks);
  vendor = wholes(vendorLinks);
  vendorWeight = reals(vendorLinks);

  leftLab = wholes(rivalLinks);
  rival = wholes(rivalLinks);
  rivalWeight = reals(rivalLinks);

  eater = wholes(substitutions);
  eaten = wholes(substitutions);
  eatenWeight = reals(substitutions);
}
