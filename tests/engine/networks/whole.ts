import fc from 'fast-check';
import type { ClearingTerms } from '../../../src/engine/networks';
import type { WholeNetwork } from './clearing-oracle';

interface Shape {
  readonly most: number;
  readonly classes?: number;
  /** Senior debt at all? */
  readonly senior?: boolean;
  /** Default costs at all? */
  readonly costs?: boolean;
}

/** Small networks in whole amounts, many of them with ties: books that balance, rings without cash, nodes that owe nothing. */
export const arbWhole = ({ most, classes = 1, senior = true, costs = true }: Shape): fc.Arbitrary<WholeNetwork> =>
  fc.integer({ min: 1, max: most }).chain((n) => {
    const few = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(4), fc.nat(20));
    const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: n, maxLength: n });
    const matrix = list(list(few)).map((rows) => rows.map((row, i) => row.map((x, j) => (i === j ? 0 : x))));
    const fraction = costs ? fc.oneof(fc.constant(20), fc.constant(10), fc.nat(20)) : fc.constant(20);
    return fc.record({
      debts: fc.array(matrix, { minLength: classes, maxLength: classes }),
      assets: list(few),
      outsideDebt: list(few),
      seniorDebt: senior ? fc.oneof(list(fc.constant(0)), list(few)) : list(fc.constant(0)),
      alpha: fraction,
      beta: fraction,
    });
  });

/** The same network for the engine, in tenths: amounts that binary numbers do not hold exactly. */
export function inTenths({ debts, assets, outsideDebt, seniorDebt, alpha, beta }: WholeNetwork) {
  const tenths = (amounts: readonly number[]) => amounts.map((x) => x / 10);
  const terms = {
    assets: tenths(assets),
    outsideDebt: tenths(outsideDebt),
    seniorDebt: tenths(seniorDebt),
    alpha: alpha / 20,
    beta: beta / 20,
  } satisfies ClearingTerms;
  return { nodes: assets.length, classes: debts.length, edges: edgesOf(debts), terms };
}

function edgesOf(debts: WholeNetwork['debts']) {
  const entries = debts.flatMap((rows, rank) =>
    rows.flatMap((row, i) => row.map((amount, j) => ({ i, j, amount, rank }))),
  );
  return {
    from: entries.map(({ i }) => i),
    to: entries.map(({ j }) => j),
    amount: entries.map(({ amount }) => amount / 10),
    rank: entries.map(({ rank }) => rank),
  };
}
