/**
 * The tables of the engine, laid out once. Each table is an array in linear memory; address and length stand in one directory, in the
 * order in which the tables were made, so that the outside reads and writes them in place, without copying.
 */

/** Room in the directory; more tables than this is a mistake of ours, and set-up says so. */
const TABLES_MAX: i32 = 256;

const directory = new StaticArray<usize>(2 * TABLES_MAX);
let count: i32 = 0;

function enter(address: usize, length: i32): void {
  assert(count < TABLES_MAX, 'the directory of tables is full');
  directory[2 * count] = address;
  directory[2 * count + 1] = length;
  count++;
}

/** A table of `length` numbers, zeroed, entered in the directory. */
export function reals(length: i32): StaticArray<f64> {
  const table = new StaticArray<f64>(length);
  enter(changetype<usize>(table), length);
  return table;
}

/** A table of `length` whole numbers, zeroed, entered in the directory. */
export function wholes(length: i32): StaticArray<i32> {
  const table = new StaticArray<i32>(length);
  enter(changetype<usize>(table), length);
  return table;
}

/** Address of the directory: per table its address and its length, 32 bits each. */
export function directoryAddress(): usize {
  return changetype<usize>(directory);
}

export function tableCount(): i32 {
  return count;
}
