/**
 * Philox4x32-10 (Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011): four numbers of 32 bits for each counter of four, under a
 * key of two. Any draw is computed from its coordinates alone, so it is the same wherever, whenever and beside whatever it is made.
 */

const MULTIPLIER_0: u64 = 0xd2511f53;
const MULTIPLIER_1: u64 = 0xcd9e8d57;
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;
const ROUNDS: i32 = 10;

/** The four numbers of the last call of `philox`. */
export let word0: u32 = 0;
export let word1: u32 = 0;
export let word2: u32 = 0;
export let word3: u32 = 0;

/** Makes the four numbers of counter (c0, c1, c2, c3) under key (k0, k1). */
export function philox(c0: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32): void {
  for (let round = 0; round < ROUNDS; round++) {
    const first = MULTIPLIER_0 * <u64>c0;
    const second = MULTIPLIER_1 * <u64>c2;
    c0 = <u32>(second >> 32) ^ c1 ^ k0;
    c1 = <u32>second;
    c2 = <u32>(first >> 32) ^ c3 ^ k1;
    c3 = <u32>first;
    k0 += WEYL_0;
    k1 += WEYL_1;
  }
  word0 = c0;
  word1 = c1;
  word2 = c2;
  word3 = c3;
}

/** A number of 32 bits as a uniform strictly between 0 and 1, and symmetric: the complement of every one of them is one as well. */
export function uniform(word: u32): f64 {
  return (<f64>word + 0.5) * (1.0 / 4294967296.0);
}
