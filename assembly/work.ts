/** What one quarter's steps hand to each other. Nothing here outlives the quarter. */
import { contracts, firms, supplyLinks } from './sizes';

const NONE = new StaticArray<f64>(0);

/** Orders received so far this quarter, in full. */
export let sold = NONE;
/** Capital spending planned, and the part of it that is ordered inside the network. */
export let capex = NONE;
export let bought = NONE;
/** Compute wanted beyond the contracts. */
export let spotWish = NONE;
/** Own revenue and all other income, less costs and input (step 7). */
export let operating = NONE;
/** External assets e of the clearing: what a firm has before other firms pay it. */
export let means = NONE;
/** Payment over obligation, p / Lbar: exactly 1 for a firm that pays in full. */
export let ratio = NONE;
/** What other firms' clearing payments bring. */
export let inflow = NONE;
/** Rate at which optional compute is taken. */
export let take = NONE;
/** Free orders from other firms, which arrive after all have spent. */
export let late = NONE;

/** Per contract: the part of the instalment that must be paid, the part that need not, and what is legally due. */
export let firmDue = NONE;
export let flexDue = NONE;
export let legalDue = NONE;
/** Per supply link: the part of the order that is legally due. */
export let legalOrder = NONE;

export function allocateWork(): void {
  sold = new StaticArray<f64>(firms);
  capex = new StaticArray<f64>(firms);
  bought = new StaticArray<f64>(firms);
  spotWish = new StaticArray<f64>(firms);
  operating = new StaticArray<f64>(firms);
  means = new StaticArray<f64>(firms);
  ratio = new StaticArray<f64>(firms);
  inflow = new StaticArray<f64>(firms);
  take = new StaticArray<f64>(firms);
  late = new StaticArray<f64>(firms);
  firmDue = new StaticArray<f64>(contracts);
  flexDue = new StaticArray<f64>(contracts);
  legalDue = new StaticArray<f64>(contracts);
  legalOrder = new StaticArray<f64>(supplyLinks);
}
