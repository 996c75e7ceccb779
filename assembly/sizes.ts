/**
 * How large the network is. Set once, by set-up, which then sizes every table; nothing is allocated afterwards.
 */

/** Furthest a builder looks ahead (the highest value of the dial `lead`), in quarters. */
export const LEAD_MAX: i32 = 8;
/** Most missed quarters a creditor forgives (the highest value of the dial `grace`). */
export const GRACE_MAX: i32 = 4;

export let quarters: i32 = 0;
export let firms: i32 = 0;
export let contracts: i32 = 0;
export let supplyLinks: i32 = 0;
export let vendorLinks: i32 = 0;
export let rivalLinks: i32 = 0;
export let substitutions: i32 = 0;
/** Quarters of the longest contract. */
export let longestTerm: i32 = 0;

export function setSizes(
  quarterCount: i32,
  firmCount: i32,
  contractCount: i32,
  supplyCount: i32,
  vendorCount: i32,
  rivalCount: i32,
  substitutionCount: i32,
  termLength: i32,
): void {
  quarters = quarterCount;
  firms = firmCount;
  contracts = contractCount;
  supplyLinks = supplyCount;
  vendorLinks = vendorCount;
  rivalLinks = rivalCount;
  substitutions = substitutionCount;
  longestTerm = termLength;
}
