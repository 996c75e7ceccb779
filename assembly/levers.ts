/** The dials, by name. The order of the slots is that of `src/engine/levers.ts`. */
import { levers } from './given';

/** The slot of each dial in the table of levers. */
export enum Lever {
  stop,
  severity,
  speed,
  drought,
  supply,
  vendorShare,
  backstop,
  growth,
  compute,
  costs,
  runway,
  reserve,
  starvation,
  firmness,
  ramp,
  grace,
  caution,
  lead,
  lock,
  alarm,
  relet,
  reletTime,
  recovery,
  friction,
  credit,
  migration,
  substitution,
  panic,
  heal,
  /** How many there are; new ones go before it. */
  count,
}

/** Quarter in which the music stops. */
export function stop(): f64 {
  return levers[Lever.stop];
}
/** Share of venture money that goes away. */
export function severity(): f64 {
  return levers[Lever.severity];
}
/** Quarters from the stop to the bottom. */
export function speed(): f64 {
  return levers[Lever.speed];
}
/** Quarters before money begins to return. */
export function drought(): f64 {
  return levers[Lever.drought];
}
/** Venture money on offer, against the file. */
export function ventureSupply(): f64 {
  return levers[Lever.supply];
}
/** Part of each raise that vendors put up. */
export function vendorShare(): f64 {
  return levers[Lever.vendorShare];
}
/** How far vendors fill what investors leave open. */
export function backstop(): f64 {
  return levers[Lever.backstop];
}
/** Labs' revenue growth, against plan. */
export function growthOfPlan(): f64 {
  return levers[Lever.growth];
}
/** Growth of the compute needed, against plan. */
export function computeOfPlan(): f64 {
  return levers[Lever.compute];
}
/** Labs' other costs, against plan. */
export function costsOfPlan(): f64 {
  return levers[Lever.costs];
}
/** Quarters of burn labs want in the bank. */
export function runway(): f64 {
  return levers[Lever.runway];
}
/** Quarters of burn kept before buying what is optional. */
export function reserve(): f64 {
  return levers[Lever.reserve];
}
/** How much growth is lost when compute cannot be bought. */
export function starvation(): f64 {
  return levers[Lever.starvation];
}
/** Share of each instalment that must be paid (take-or-pay). */
export function firmness(): f64 {
  return levers[Lever.firmness];
}
/** Yearly growth of the instalments. */
export function ramp(): f64 {
  return levers[Lever.ramp];
}
/** Missed quarters a creditor forgives. */
export function grace(): f64 {
  return levers[Lever.grace];
}
/** How hard builders brake on bad news. */
export function caution(): f64 {
  return levers[Lever.caution];
}
/** Quarters between ordering capacity and using it. */
export function lead(): i32 {
  return <i32>levers[Lever.lead];
}
/** Share of capex that cannot be cancelled. */
export function lock(): f64 {
  return levers[Lever.lock];
}
/** Quarters of runway under which a payer worries its suppliers. */
export function alarm(): f64 {
  return levers[Lever.alarm];
}
/** Share of freed capacity that finds a new tenant. */
export function reletShare(): f64 {
  return levers[Lever.relet];
}
/** Quarters it takes. */
export function reletTime(): f64 {
  return levers[Lever.reletTime];
}
/** Cents on the dollar of unpaid instalments. */
export function recovery(): f64 {
  return levers[Lever.recovery];
}
/** Share of a defaulter's means that default itself destroys. */
export function friction(): f64 {
  return levers[Lever.friction];
}
/** How much of a credit line goes when the mood is gone. */
export function credit(): f64 {
  return levers[Lever.credit];
}
/** Share of a failed lab's customers who go elsewhere. */
export function migration(): f64 {
  return levers[Lever.migration];
}
/** Share of labs' growth taken from search. */
export function substitutionShare(): f64 {
  return levers[Lever.substitution];
}
/** How much mood one lost share of the backlog costs. */
export function panic(): f64 {
  return levers[Lever.panic];
}
/** Share of lost mood regained each quarter. */
export function heal(): f64 {
  return levers[Lever.heal];
}
