/**
 * The least x >= 0 of the system as it stands: what Leontief's model, absorbing chains and the tracing of flows come down to. Nodes that
 * no cause reaches have none; for all others there is a solution, and only one, if and only if the sums never outweigh
 * the diagonal for good (the spectral radius is below 1), which the solution itself proves: it is positive, and satisfies its equations.
 */
import { keepReached, list, listed } from './reach';
import { solveFor } from './solver';
import { base, pivot, pose, weighted, x } from './system';

/** How far an equation may be off, as a share of its terms. */
const TOLERANCE: f64 = 1e-9;

/** Fills x for the nodes marked active; false if there is no such solution. Transposed, the sums run over the edges out of a node. */
export function leastSolution(transposed: bool): bool {
  pose(1, transposed, false, false, x);
  keepReached(transposed);
  for (let k = 0; k < listed; k++) if (pivot(list[k]) <= 0) return false;
  solveFor(list, listed);
  for (let k = 0; k < listed; k++) {
    const i = list[k];
    const due = base[i] + weighted(i, x);
    // Written so that it also fails on what is not a number.
    if (!(x[i] >= 0 && abs(pivot(i) * x[i] - due) <= TOLERANCE * due)) return false;
  }
  return true;
}
