/**
 * The least x >= 0 of the system as it stands: what Leontief's model, absorbing chains and the tracing of flows come down to. Nodes that
 * no cause reaches have none; for all others there is a solution, and only one, if and only if no component brings forth as much from itself
 * as it is (its spectral radius is below 1), which the solution itself proves: it is not negative, and satisfies its equations.
 */
import { componentStart, components, order } from './components';
import { nodes } from './graph';
import { keepReached, list, listed } from './reach';
import { solveFor } from './solver';
import { amountOf, base, diagonal, pivot, pose, rowBegin, rowEnd, sourceOf, weighted, x } from './system';

/** How far an equation may be off, as a share of its terms. */
const TOLERANCE: f64 = 1e-9;
/**
 * If every node of a component gets less than this share from outside of it (or a node keeps more than the rest for itself), its spectral radius is so near to 1 that the rounding of
 * decimal amounts decides on which side.
 */
const FED: f64 = 1e-12;

const NO_WHOLES = new StaticArray<i32>(0);

/** The component of a node that was solved for, from 1; 0 for others. */
let componentOf = NO_WHOLES;

export function allocateLeast(): void {
  componentOf = new StaticArray<i32>(nodes);
}

/** Fills x for the nodes marked active; false if there is no such solution. Transposed, the sums run over the edges out of a node. */
export function leastSolution(transposed: bool): bool {
  pose(1, transposed, false, false, x);
  keepReached(transposed);
  for (let k = 0; k < listed; k++) if (pivot(list[k]) <= FED * diagonal[list[k]]) return false;
  solveFor(list, listed);
  for (let k = 0; k < listed; k++) {
    const i = list[k];
    const due = base[i] + weighted(i, x);
    // Written so that it also fails on what is not a number.
    if (!(x[i] >= 0 && abs(pivot(i) * x[i] - due) <= TOLERANCE * due)) return false;
  }
  return allFed();
}

/** Does every component get a noticeable part from outside? */
function allFed(): bool {
  for (let i = 0; i < nodes; i++) componentOf[i] = 0;
  for (let c = 0; c < components; c++) {
    for (let k = componentStart[c]; k < componentStart[c + 1]; k++) componentOf[order[k]] = c + 1;
  }
  for (let c = 0; c < components; c++) {
    let fed = false;
    for (let k = componentStart[c]; k < componentStart[c + 1] && !fed; k++) {
      const i = order[k];
      fed = fromOutside(i) >= FED * pivot(i) * x[i];
    }
    if (!fed) return false;
  }
  return true;
}

/** What node i gets from its base and from other components. */
function fromOutside(i: i32): f64 {
  let sum = base[i];
  const end = rowEnd(i);
  for (let edge = rowBegin(i); edge < end; edge++) {
    const j = sourceOf(edge);
    if (componentOf[j] != componentOf[i]) sum += amountOf(edge) * x[j];
  }
  return sum;
}
