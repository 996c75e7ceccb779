/** The solver and the components as they are called from outside, on the graph with one class. */
import { components, findComponents } from './components';
import { nodes } from './graph';
import { largestResidual, solveFor } from './solver';
import { active, place, pose, x } from './system';

let list = new StaticArray<i32>(0);

export function allocateLinear(): void {
  list = new StaticArray<i32>(nodes);
}

/**
 * Solves the system for the nodes marked active; x holds what the others have. Returns the largest |residual|, in units of the base.
 */
export function solveLinear(gain: f64, transposed: bool): f64 {
  pose(gain, transposed, false, false, x);
  const count = chooseActive();
  for (let k = 0; k < count; k++) x[list[k]] = 0;
  solveFor(list, count);
  return largestResidual(list, count);
}

/** Finds the components of the graph among the nodes marked active, debtors before creditors. Returns how many there are. */
export function connect(): i32 {
  pose(1, false, false, false, x);
  findComponents(list, chooseActive(), true);
  return components;
}

function chooseActive(): i32 {
  let count = 0;
  for (let i = 0; i < nodes; i++) {
    place[i] = i;
    if (active[i]) list[count++] = i;
  }
  return count;
}
