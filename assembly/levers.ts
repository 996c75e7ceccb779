/** The dials, by name: slot i of the table of levers. The order is that of `src/engine/levers.ts`. */
import { levers } from './given';

/** Quarter in which the music stops. */
export function stop(): f64 {
  return levers[0];
}
/** Share of venture money that goes away. */
export function severity(): f64 {
  return levers[1];
}
/** Quarters from the stop to the bottom. */
export function speed(): f64 {
  return levers[2];
}
/** Quarters before money begins to return. */
export function drought(): f64 {
  return levers[3];
}
/** Venture money on offer, against the file. */
export function ventureSupply(): f64 {
  return levers[4];
}
/** Part of each raise that vendors put up. */
export function vendorShare(): f64 {
  return levers[5];
}
/** How far vendors fill what investors leave open. */
export function backstop(): f64 {
  return levers[6];
}
/** Labs' revenue growth, against plan. */
export function growthOfPlan(): f64 {
  return levers[7];
}
/** Growth of the compute needed, against plan. */
export function computeOfPlan(): f64 {
  return levers[8];
}
/** Labs' other costs, against plan. */
export function costsOfPlan(): f64 {
  return levers[9];
}
/** Quarters of burn labs want in the bank. */
export function runway(): f64 {
  return levers[10];
}
/** Quarters of burn kept before buying what is optional. */
export function reserve(): f64 {
  return levers[11];
}
/** How much growth is lost when compute cannot be bought. */
export function starvation(): f64 {
  return levers[12];
}
/** Share of each instalment that must be paid (take-or-pay). */
export function firmness(): f64 {
  return levers[13];
}
/** Yearly growth of the instalments. */
export function ramp(): f64 {
  return levers[14];
}
/** Missed quarters a creditor forgives. */
export function grace(): f64 {
  return levers[15];
}
/** How hard builders brake on bad news. */
export function caution(): f64 {
  return levers[16];
}
/** Quarters between ordering capacity and using it. */
export function lead(): i32 {
  return <i32>levers[17];
}
/** Share of capex that cannot be cancelled. */
export function lock(): f64 {
  return levers[18];
}
/** Quarters of runway under which a payer worries its suppliers. */
export function alarm(): f64 {
  return levers[19];
}
/** Share of freed capacity that finds a new tenant. */
export function reletShare(): f64 {
  return levers[20];
}
/** Quarters it takes. */
export function reletTime(): f64 {
  return levers[21];
}
/** Cents on the dollar of unpaid instalments. */
export function recovery(): f64 {
  return levers[22];
}
/** Share of a defaulter's means that default itself destroys. */
export function friction(): f64 {
  return levers[23];
}
/** How much of a credit line goes when the mood is gone. */
export function credit(): f64 {
  return levers[24];
}
/** Share of a failed lab's customers who go elsewhere. */
export function migration(): f64 {
  return levers[25];
}
/** Share of labs' growth taken from search. */
export function substitutionShare(): f64 {
  return levers[26];
}
/** How much mood one lost share of the backlog costs. */
export function panic(): f64 {
  return levers[27];
}
/** Share of lost mood regained each quarter. */
export function heal(): f64 {
  return levers[28];
}
