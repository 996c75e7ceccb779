/**
 * Philox4x32-10 (Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011): four numbers of 32 bits for each counter of four, under a
 * key of two. Any draw is computed from its coordinates alone, so it is the same wherever, whenever and beside whatever it is made. Here for four counters at once
 * that differ in their last word.
 */

const MULTIPLIER_0: u32 = 0xd2511f53;
const MULTIPLIER_1: u32 = 0xcd9e8d57;
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;
const ROUNDS: i32 = 10;

/** The four numbers of each of the four counters of the last call, number by number. */
const words = new StaticArray<u32>(16);

/** The low and the high halves of four products of two 32-bit numbers. */
function lowHalves(even: v128, odd: v128): v128 {
  return i32x4.shuffle(even, odd, 0, 2, 4, 6);
}
function highHalves(even: v128, odd: v128): v128 {
  return i32x4.shuffle(even, odd, 1, 3, 5, 7);
}

/** The keys of all rounds, each in four places: first and second by turns. */
const keys = new StaticArray<u32>(8 * ROUNDS);

/** Sets the key (k0, k1) for all calls to come. */
export function setKey(k0: u32, k1: u32): void {
  for (let round = 0; round < ROUNDS; round++) {
    for (let place = 0; place < 4; place++) {
      keys[8 * round + place] = k0 + round * WEYL_0;
      keys[8 * round + 4 + place] = k1 + round * WEYL_1;
    }
  }
}

/** Makes the numbers of counters (c0, c1, c2, c3) .. (c0, c1, c2, c3 + 3) under the key that was set. */
export function philox(c0: u32, c1: u32, c2: u32, c3: u32): void {
  const by0 = i32x4.splat(MULTIPLIER_0);
  const by1 = i32x4.splat(MULTIPLIER_1);
  let x0 = i32x4.splat(c0);
  let x1 = i32x4.splat(c1);
  let x2 = i32x4.splat(c2);
  let x3 = i32x4.add(i32x4.splat(c3), i32x4(0, 1, 2, 3));
  const end = changetype<usize>(keys) + 32 * ROUNDS;
  for (let key = changetype<usize>(keys); key < end; key += 32) {
    const firstLow = i64x2.extmul_low_i32x4_u(x0, by0);
    const firstHigh = i64x2.extmul_high_i32x4_u(x0, by0);
    const secondLow = i64x2.extmul_low_i32x4_u(x2, by1);
    const secondHigh = i64x2.extmul_high_i32x4_u(x2, by1);
    x0 = v128.xor(v128.xor(highHalves(secondLow, secondHigh), x1), v128.load(key));
    x1 = lowHalves(secondLow, secondHigh);
    x2 = v128.xor(v128.xor(highHalves(firstLow, firstHigh), x3), v128.load(key, 16));
    x3 = lowHalves(firstLow, firstHigh);
  }
  const to = changetype<usize>(words);
  v128.store(to, x0);
  v128.store(to, x1, 16);
  v128.store(to, x2, 32);
  v128.store(to, x3, 48);
}

/** Number `word` of counter `which` of the last call. */
export function numberOf(word: i32, which: i32): u32 {
  return words[word * 4 + which];
}

/**
 * The sum of the first `count` numbers of two counters of the last call (the first two, or the last two), each as a uniform strictly between 0 and 1:
 * (number + 1/2) / 2^32. They lie symmetrically, the complement of every one of them is one as well; and the sum is exact.
 */
export function sumOfUniforms(count: i32, last: bool): v128 {
  const from = changetype<usize>(words) + (last ? 8 : 0);
  let sum = f64x2.splat(0.5 * <f64>count);
  for (let word = 0; word < count; word++) {
    sum = f64x2.add(sum, f64x2.convert_low_i32x4_u(v128.load64_zero(from + ((<usize>word) << 4))));
  }
  return f64x2.mul(sum, f64x2.splat(1.0 / 4294967296.0));
}
