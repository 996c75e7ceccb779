import { type Levers, leverIds, type Run } from '../engine';
import { dialOf } from './dials';

/**
 * Every bit of every series of a run, and of the amounts in its log, as one number of 32 bits, written with the digits 0-9 and letters a-z (seven at most).
 * Two runs with the same digest are the same for all that anybody will see: it is no secret and no proof, so 32 bits are enough. About a tenth of a millisecond.
 */
export function digestOf(run: Run): string {
  let hash = seed;
  for (const group of [run.firm, run.quarter, run.contract, run.supply, run.vendor, run.losses]) {
    for (const series of Object.values(group)) hash = mixed(hash, series);
  }
  hash = mixed(
    hash,
    Float64Array.from(run.events, ({ amount }) => amount),
  );
  return finished(hash).toString(36);
}

/**
 * The dials of a world as a few letters, to tell whether an address is still of the world it was copied in. Dials beyond the
 * first 29 came after marks had been given away: each counts once it is moved, so that older marks stay what they are.
 */
export function markOf(levers: Levers): string {
  const counted = leverIds.filter((id, slot) => slot < 29 || levers[id] !== dialOf(id).usual);
  const values = Float64Array.from(counted, (id) => levers[id] + 0);
  return finished(mixed(seed, values)).toString(36).slice(-3);
}

const seed = 0x9747b28c;

/** One round of MurmurHash3 (Appleby, public domain) for each word of 32 bits, as they lie in memory. */
function mixed(hash: number, series: Float64Array): number {
  let h = hash;
  for (const word of new Uint32Array(series.buffer, series.byteOffset, series.length * 2)) {
    const spread = Math.imul(word, 0xcc9e2d51);
    h ^= Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
    h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
  }
  return h;
}

/** Lets each bit of the last words reach all bits of the number. */
function finished(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
