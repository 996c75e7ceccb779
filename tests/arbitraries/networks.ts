import fc from 'fast-check';

/** A square matrix in full, and one list per row. */
export type Matrix = readonly (readonly number[])[];

/** n of them. */
export function each<T>(n: number, item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: n, maxLength: n });
}

/** Whole amounts and decimal ones, often nothing: ties and exact balances are common. */
export const arbAmount: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1000 }).map((x) => x / 100) },
);

/** A matrix of amounts with nothing on the diagonal. */
export function arbMatrix(n: number, amount = arbAmount): fc.Arbitrary<Matrix> {
  return each(n, each(n, amount)).map((rows) => rows.map((row, i) => row.map((x, j) => (i === j ? 0 : x))));
}

/** The entries of a matrix as edges from row to column. */
export function edgesOf(matrix: Matrix): { from: number[]; to: number[]; amount: number[] } {
  const edges = { from: [] as number[], to: [] as number[], amount: [] as number[] };
  matrix.forEach((row, i) => {
    row.forEach((amount, j) => {
      if (amount === 0) return;
      edges.from.push(i);
      edges.to.push(j);
      edges.amount.push(amount);
    });
  });
  return edges;
}

/** The nodes in another order: node i becomes node order[i]. */
export function permuted<T>(list: readonly T[], order: readonly number[]): T[] {
  const moved: T[] = [];
  list.forEach((item, i) => {
    moved[order[i]] = item;
  });
  return moved;
}

/** Any order of n nodes. */
export function arbOrder(n: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });
}
