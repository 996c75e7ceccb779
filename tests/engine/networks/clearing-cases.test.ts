import { describe, expect, it } from 'vitest';
import { type ClearingTerms, clear, createGraph, type Edges } from '../../../src/engine/networks';
import { readNetworks } from '../core';

const module = await readNetworks();

/** Clears a network written out: `L[i][j]` is what i owes j; several matrices are classes of debt, most senior first. */
async function clearMatrix(terms: ClearingTerms, ...matrices: number[][][]) {
  const edges = matrices.flatMap((L, rank) =>
    L.flatMap((row, i) => row.map((amount, j) => ({ from: i, to: j, amount, rank }))),
  );
  const aside: Edges = {
    from: edges.map(({ from }) => from),
    to: edges.map(({ to }) => to),
    amount: edges.map(({ amount }) => amount),
    rank: edges.map(({ rank }) => rank),
  };
  const graph = await createGraph(module, { nodes: matrices[0].length, classes: matrices.length }, aside);
  return clear(graph, { least: matrices.length === 1, ...terms });
}

const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

describe('clearing, cases worked by hand', () => {
  it('two banks for whom iteration from zero fails (the situation of Rogers and Veraart 2013; our numbers)', async () => {
    // From zero both pay 1/2, 3/4, 7/8, ... of a default; at the limit, 1, each has 1 + 1 and can pay its 2 in full.
    const L = [
      [0, 2],
      [2, 0],
    ];
    const { greatest, least, rounds } = await clearMatrix({ assets: [1, 1], alpha: 0.5, beta: 0.5 }, L);
    expect([...greatest.payments]).toEqual([2, 2]);
    expect(least && [...least.payments]).toEqual([2, 2]);
    expect(least && [...least.inDefault]).toEqual([0, 0]);
    expect(rounds).toBe(0);
  });

  it('the same two with a little less: now the worst that can be expected comes true', async () => {
    // Paying 2, each has 0.9 + 2. Defaulting, p = 0.45 + p / 2, so p = 0.9, and 0.9 + 0.9 is short of 2.
    const L = [
      [0, 2],
      [2, 0],
    ];
    const { greatest, least } = await clearMatrix({ assets: [0.9, 0.9], alpha: 0.5, beta: 0.5 }, L);
    expect([...greatest.payments]).toEqual([2, 2]);
    expect(least && [...least.payments]).toEqual(near([0.9, 0.9]));
    expect(least && [...least.inDefault]).toEqual([1, 1]);
  });

  it('three banks in a ring after a shock of a tenth (github.com/paolobarucca/eisenbergnoe, exercise 2: outside debt is senior)', async () => {
    // p0 = 18 - 17 + p2, p1 = 18 - 18 + p0, p2 = 9 - 8 + p1, up to 4, 3 and 2: so p2 = 2, p0 = 3, p1 = 3.
    const L = [
      [0, 4, 0],
      [0, 0, 3],
      [2, 0, 0],
    ];
    const { greatest, least, fellIn } = await clearMatrix({ assets: [18, 18, 9], seniorDebt: [17, 18, 8] }, L);
    expect([...greatest.payments]).toEqual([3, 3, 2]);
    expect([...fellIn]).toEqual([1, 0, 0]);
    expect(least?.payments).toEqual(greatest.payments);
  });

  it('one falls after the other (fictitious default, Eisenberg and Noe 2001, section 3.1; our numbers)', async () => {
    // 0 has 2 of 4. So 1 has 2 + 2 of 6, and could have paid. So 2 has 2 + 4 of 6, which is just enough.
    const L = [
      [0, 4, 0, 0],
      [0, 0, 6, 0],
      [0, 0, 0, 6],
      [0, 0, 0, 0],
    ];
    const { greatest, fellIn, rounds } = await clearMatrix({ assets: [2, 2, 2, 0] }, L);
    expect([...greatest.payments]).toEqual([2, 4, 6, 0]);
    expect([...fellIn]).toEqual([1, 2, 0, 0]);
    expect(rounds).toBe(2);
    expect([...greatest.inDefault]).toEqual([1, 1, 0, 0]);
  });

  it('a ring of debts without any cash: all pay, or none', async () => {
    const L = [
      [0, 0.7, 0],
      [0, 0, 0.7],
      [0.7, 0, 0],
    ];
    const { greatest, least } = await clearMatrix({ assets: [0, 0, 0] }, L);
    expect([...greatest.payments]).toEqual([0.7, 0.7, 0.7]);
    expect(least && [...least.payments]).toEqual([0, 0, 0]);
    expect(greatest.bound).toBe(0);
    expect(least?.bound).toBeLessThan(1e-15);
  });

  it('outside debt pari passu or senior: who is paid makes the difference', async () => {
    const L = [
      [0, 6],
      [0, 0],
    ];
    const pariPassu = await clearMatrix({ assets: [6, 0], outsideDebt: [6, 0] }, L);
    const senior = await clearMatrix({ assets: [8, 0], seniorDebt: [6, 0] }, L);
    // Six go half and half; of eight, six go first.
    expect([...pariPassu.greatest.payments]).toEqual([6, 0]);
    expect([...senior.greatest.payments]).toEqual([2, 0]);
  });

  it('classes: the senior debt is paid in full before the junior gets anything; costs of default come first', async () => {
    const senior = [
      [0, 4, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    const junior = [
      [0, 0, 6],
      [0, 0, 5],
      [0, 0, 0],
    ];
    const terms = { assets: [8, 0, 0], outsideDebt: [2, 0, 0] };
    const free = await clearMatrix(terms, senior, junior);
    // Of 8, 4 go to the senior; 4 of 8 to the juniors, 3 of it inside. Bank 1 owes 5 and has 4.
    expect([...free.greatest.byClass]).toEqual([4, 4, 0, 4, 0, 0]);
    expect([...free.greatest.payments]).toEqual([8, 4, 0]);
    expect([...free.fellIn]).toEqual([1, 1, 0]);
    const costly = await clearMatrix({ ...terms, alpha: 0.25, beta: 0.5 }, senior, junior);
    expect([...costly.greatest.byClass]).toEqual([2, 0, 0, 1, 0, 0]);
  });

  it('who owes nothing never defaults, and who cannot pay its senior debt does', async () => {
    const { greatest, fellIn } = await clearMatrix({ assets: [0, 3], seniorDebt: [0, 5] }, [
      [0, 0],
      [0, 0],
    ]);
    expect([...greatest.inDefault]).toEqual([0, 1]);
    expect([...fellIn]).toEqual([0, 1]);
    expect([...greatest.payments]).toEqual([0, 0]);
  });

  it('a network of nobody is cleared', async () => {
    const graph = await createGraph(module, { nodes: 0 }, { from: [], to: [], amount: [] });
    expect(clear(graph, { assets: [], least: true }).greatest.payments.length).toBe(0);
  });

  it('says when rounding could decide: money that goes round a ring of senior debts with nothing to spare', async () => {
    const senior = [
      [0, 8],
      [3, 0],
    ];
    const junior = [
      [0, 0],
      [0, 0],
    ];
    const { greatest } = await clearMatrix({ assets: [0, 0], outsideDebt: [0, 4] }, senior, junior);
    expect([...greatest.payments]).toEqual([3, 3]);
    expect(greatest.bound).toBe(Number.POSITIVE_INFINITY);
  });

  it('refuses what cannot be cleared', async () => {
    const L = [
      [0, 1],
      [0, 0],
    ];
    await expect(clearMatrix({ assets: [1] }, L)).rejects.toThrow(
      'The list "assets" has 1 entries where 2 are needed.',
    );
    await expect(clearMatrix({ assets: [1, -1] }, L)).rejects.toThrow('Entry 1 of "assets" is negative: -1.');
    await expect(clearMatrix({ assets: [1, 1], alpha: 2 }, L)).rejects.toThrow('"alpha" must be a number from 0 to 1');
    await expect(clearMatrix({ assets: [1, 1], beta: Number.NaN }, L)).rejects.toThrow('"beta" must be a number');
    await expect(clearMatrix({ assets: [1] }, [[1]])).rejects.toThrow('Node 0 owes itself.');
    await expect(clearMatrix({ assets: [1, 1], least: true }, L, L)).rejects.toThrow('for one class of debts only');
  });
});
