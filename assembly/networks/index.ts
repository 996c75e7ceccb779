/**
 * A module of its own beside the engine: a network of payments of any size, and the analyses of it. The essay opens with the engine alone, and fetches this one
 * for its later parts.
 *
 * Call `setUpNetwork` once, write the edges into the tables of the directory, call `linkNetwork`. Nothing is allocated after `setUpNetwork`, and a second one
 * needs a new instance.
 */
import { directoryAddress, tableCount } from '../arena';
import { allocateCascade } from './cascade';
import { allocateClear } from './clear';
import { allocateGraph, linkGraph } from './graph';
import { allocateLeast } from './least';
import { allocateLinear } from './linear';
import { allocateReach } from './reach';
import { allocateSingleHit } from './single-hit';
import { allocateSolver } from './solver';
import { allocateStress } from './stress';
import { countFromZero } from './system';

export { cascade } from './cascade';
export { clearGreatest, clearLeast } from './clear';
export { leastSolution } from './least';
export { connect, solveLinear } from './linear';
export { keepReached } from './reach';
export { singleHitStress } from './single-hit';
export { linearStress } from './stress';

/**
 * Sizes every table for so many nodes, edges and priority classes. Returns how many tables there are.
 */
export function setUpNetwork(nodes: i32, edges: i32, classes: i32): i32 {
  allocateGraph(nodes, edges, classes);
  allocateSolver();
  allocateLinear();
  allocateClear();
  allocateReach();
  allocateLeast();
  allocateCascade();
  allocateStress();
  allocateSingleHit();
  return tableCount();
}

/** Builds the network from the edges as they stand in its tables, and counts the work done on it from zero. */
export function linkNetwork(): void {
  linkGraph();
  countFromZero();
}

/** Address of the directory of tables: per table its address and its length, 32 bits each. */
export function tables(): usize {
  return directoryAddress();
}
