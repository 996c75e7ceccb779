/**
 * Worlds side by side: the model over as many worlds of one network as there are lanes, with the results of ordinary runs, to the bit. A module of its own,
 * for a page needs one run before anything moves, and many only after.
 *
 * Call `setUpLanes` once, after `setUp` and `prepare`. Then write the tables of the lanes (or let `drawFutures` write the dials and shocks) and call
 * `runLanes`, as often as wanted.
 */
import { tableCount } from '../arena';
import { allocateBlocks } from './blocks';
import { allocateDraws, draw } from './draws';
import { numberOf, philox, setKey } from './philox';
import { allocateRoles, readRoles } from './roles';
import { runAll } from './run';

export { prepare, setUp, tables } from '../index';
export { GRACE_MAX, LEAD_MAX } from '../sizes';
export { LANES } from './simd';

/** Sizes the tables of the lanes. Returns how many tables there are now, for the caller to check against its own list. */
export function setUpLanes(): i32 {
  allocateBlocks();
  allocateRoles();
  readRoles();
  allocateDraws();
  return tableCount();
}

/** Fills the lanes with futures `first` (even) and on, from the tables `draws.spreads` and `draws.shocks`. */
export function drawFutures(first: u32): void {
  draw(first);
}

/** Runs the model once in every lane, with the tables as they stand. */
export function runLanes(): void {
  runAll();
}

/** One of the four numbers of Philox4x32-10 at a counter under a key, for whoever wants to check them. `which`: how far after c3 the last word is, 0 to 3. */
export function philoxWord(c0: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32, word: i32, which: i32): u32 {
  setKey(k0, k1);
  philox(c0, c1, c2, c3);
  return numberOf(word, which);
}
