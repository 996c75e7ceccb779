import type { Case } from './regimes';

/** The greatest clearing vector by plain iteration of its definition from above, until nothing moves by more than a part in 10^13. */
export function iterate({ nodes, edges, terms }: Case): Float64Array {
  const { from, to, amount } = edges;
  const { assets, outsideDebt, alpha = 1, beta = 1 } = terms;
  const owed = Float64Array.from({ length: nodes }, (_, i) => outsideDebt?.[i] ?? 0);
  for (let k = 0; k < from.length; k++) owed[from[k]] += amount[k];
  const ratio = new Float64Array(nodes).fill(1);
  const inflow = new Float64Array(nodes);
  for (let moved = 1; moved > 1e-13; ) {
    inflow.fill(0);
    for (let k = 0; k < from.length; k++) inflow[to[k]] += amount[k] * ratio[from[k]];
    moved = 0;
    for (let i = 0; i < nodes; i++) {
      const solvent = assets[i] + inflow[i] >= owed[i] * (1 - 1e-12);
      const next = solvent ? 1 : (alpha * assets[i] + beta * inflow[i]) / owed[i];
      moved = Math.max(moved, ratio[i] - next);
      ratio[i] = next;
    }
  }
  return owed.map((due, i) => due * ratio[i]);
}
