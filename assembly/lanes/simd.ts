/**
 * Worlds side by side: a row holds one number for each of the lanes, two to a vector. Four vectors in each inner loop hide the time that one
 * operation takes. What stands here does, lane by lane, just what the same step of an ordinary run does, in the same order, so the bits are the same.
 */

/** Worlds that run at once. */
export const LANES: i32 = 8;
/** Bytes of a row, and of a vector in it. */
export const ROW: usize = 64;
export const VECTOR: usize = 16;

/** Sets a row to one number in every lane. */
export function fillRow(row: usize, value: f64): void {
  const all = f64x2.splat(value);
  for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(row + v, all);
}

/** Sets a mask in every lane. */
export function setRow(row: usize): void {
  for (let v: usize = 0; v < ROW; v += VECTOR) v128.store(row + v, i64x2.splat(-1));
}

export function splat(value: f64): v128 {
  return f64x2.splat(value);
}

export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

/** The smaller, lane by lane: one instruction, the same as `min` for all but NaN and the sign of zero. */
export function least(a: v128, b: v128): v128 {
  return f64x2.pmin(a, b);
}

/** What is above zero, else +0, as `max(0, x)`. */
export function positive(x: v128): v128 {
  return f64x2.pmax(f64x2.splat(0), x);
}

/** x where the mask is set, else +0. */
export function where(mask: v128, x: v128): v128 {
  return v128.and(mask, x);
}

/** x where the mask is set, else y. */
export function choose(mask: v128, x: v128, y: v128): v128 {
  return v128.bitselect(x, y, mask);
}

/** 1 - x. */
export function rest(x: v128): v128 {
  return f64x2.sub(f64x2.splat(1), x);
}

/** Mask of the lanes in which a > b. */
export function above(a: v128, b: v128): v128 {
  return f64x2.gt(a, b);
}

/** The lanes in which the mask of a row is set, a bit for each. */
export function lanesIn(row: usize): i32 {
  let lanes: i32 = 0;
  for (let v: usize = 0; v < ROW; v += VECTOR) {
    const first = <i32>(v >> 3);
    lanes |= i64x2.bitmask(v128.load(row + v)) << first;
  }
  return lanes;
}
