/**
 * The paths of the model that are fixed before the run (section 1 of the model page), written as the page writes
 * them and under its names. Rates are per quarter where they come out of `q`, per year before it.
 */
import type { Levers } from '../../src/engine/levers';
import type { Contract, Firm, Network } from '../../src/engine/network';

/** From x to y, the gap halving every h quarters. */
function fade(x: number, y: number, h: number, t: number): number {
  return y + (x - y) * 2 ** (-t / h);
}

/** The growth a quarter that makes a growth of g a year. */
function q(g: number): number {
  return (1 + g) ** (1 / 4) - 1;
}

/** Growth of own revenue in quarter t. Only labs follow the growth dial. */
export function G(firm: Firm, levers: Levers, t: number): number {
  return q(fade(firm.growth * (firm.lab ? levers.growth : 1), firm.growthLong, firm.growthFade, t));
}

/** Growth of the compute a firm needs in quarter t. */
export function N(firm: Firm, levers: Levers, t: number): number {
  return q(fade(firm.computeGrowth * levers.compute, firm.computeGrowthLong, firm.computeFade, t));
}

/** Share of own revenue that running the own business costs in quarter t. */
export function K(firm: Firm, levers: Levers, t: number): number {
  return (firm.lab ? levers.costs : 1) * fade(firm.costShare, firm.costShareLong, firm.growthFade, t);
}

/** Own-use capital spending of quarter t, before anyone brakes; billions a quarter. */
export function X(firm: Firm, t: number): number {
  let x = firm.capex / 4;
  for (let s = 0; s < t; s += 1) x *= 1 + q(fade(firm.capexGrowth, firm.capexGrowthLong, firm.capexFade, s));
  return x;
}

/** Venture money of quarter t before climate and mood; billions a quarter. */
export function V(network: Network, levers: Levers, t: number): number {
  return (network.venture.annual / 4) * levers.supply * (1 + network.venture.growth) ** (t / 4);
}

/** The instalments of a contract, one per quarter of its term; they sum to its total. */
export function instalments(contract: Contract, levers: Levers): number[] {
  const w: number[] = [];
  for (let k = 0; k < contract.length; k += 1) w.push((1 + levers.ramp) ** (k / 4));
  const sum = w.reduce((a, b) => a + b, 0);
  return w.map((wk) => (contract.total * wk) / sum);
}

/**
 * What falls due in quarter t on a contract that has not been ended: nothing before the start, the instalment during the
 * term, the last instalment ever after.
 */
export function due(contract: Contract, parts: readonly number[], t: number): number {
  if (t < contract.start) return 0;
  return parts[Math.min(t - contract.start, contract.length - 1)] ?? 0;
}

/** Is quarter t within the term? After it nothing is firm, and nothing not taken is cut from the backlog. */
export function withinTerm(contract: Contract, t: number): boolean {
  return t >= contract.start && t < contract.start + contract.length;
}
