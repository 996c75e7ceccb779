import { Fraction, solveExactly } from './fraction';

/** The analyses once more, in exact arithmetic and the obvious way. Matrices are in full; money is any number. */

type Matrix = readonly (readonly number[])[];
const { zero, one } = Fraction;
/** Who can just pay pays. */
const just = Fraction.from(1 - 1e-12);
const sum = (parts: readonly Fraction[]) => parts.reduce((total, part) => total.plus(part), zero);
const exact = (numbers: readonly number[]) => numbers.map((x) => Fraction.from(x));

/**
 * Waves of default, whole rounds at a time: in each, everybody who is not paid enough by the rest defaults.
 * L[i][j] is owed by i to j; a debtor in default pays `recovery` of it.
 */
export function cascadeExactly(
  L: Matrix,
  outsideAssets: readonly number[],
  outsideDebts: readonly number[],
  recovery: number,
  failed: readonly number[] = [],
): number[][] {
  const n = L.length;
  const share = Fraction.from(recovery);
  const waves: number[][] = [];
  const down = new Set<number>();
  for (;;) {
    const wave: number[] = [];
    for (let i = 0; i < n; i++) {
      if (down.has(i)) continue;
      const due = sum([Fraction.from(outsideDebts[i]), ...exact(L[i])]);
      const paid = L.map((row, j) => (down.has(j) ? Fraction.from(row[i]).times(share) : Fraction.from(row[i])));
      const means = sum([Fraction.from(outsideAssets[i]), ...paid]);
      if (means.below(due.times(just)) || (waves.length === 0 && failed.includes(i))) wave.push(i);
    }
    if (wave.length === 0) return waves;
    waves.push(wave);
    for (const i of wave) down.add(i);
  }
}

/** impact[j][i]: how much of its buffer i loses if its debtor j loses all of its own. claims[i][j] is i's claim on j. */
export function impactExactly(claims: Matrix, buffer: readonly number[], cap: boolean): Fraction[][] {
  return claims.map((_, j) =>
    claims.map((row, i) => {
      const share = Fraction.from(row[j]).over(Fraction.from(buffer[i]));
      return cap && one.below(share) ? one : share;
    }),
  );
}

/** Least h with h = min(1, h0 + V^T h): every set of saturated nodes is tried, and the least of the fixed points found is taken. */
export function linearDebtRankExactly(impact: readonly (readonly Fraction[])[], shock: readonly number[]): Fraction[] {
  const n = shock.length;
  const start = exact(shock);
  const reached = reachedFrom(impact, shock);
  let least: Fraction[] | undefined;
  for (let set = 0; set < 2 ** n; set++) {
    const saturated = (i: number) => ((set >> i) & 1) === 1;
    // A node that no stress can reach has none, in the least solution.
    const matrix = start.map((_, i) =>
      start.map((_, j) => {
        const unit = i === j ? one : zero;
        return saturated(i) || !reached[i] ? unit : unit.minus(impact[j][i]);
      }),
    );
    const right = start.map((h, i) => (!reached[i] ? zero : saturated(i) ? one : h));
    const h = solveExactly(matrix, right);
    if (!h || h.some((x) => x.below(zero) || one.below(x))) continue;
    const next = stressAfter(impact, start, h);
    if (!next.every((x, i) => x.equals(h[i]))) continue;
    least = least ? least.map((x, i) => (h[i].below(x) ? h[i] : x)) : h;
  }
  if (!least) throw new Error('no fixed point');
  return least;
}

/** One application of the map: min(1, h0 + V^T h). */
function stressAfter(impact: readonly (readonly Fraction[])[], start: readonly Fraction[], h: readonly Fraction[]) {
  return start.map((own, i) => {
    const total = sum([own, ...h.map((x, j) => impact[j][i].times(x))]);
    return one.below(total) ? one : total;
  });
}

/** The nodes that stress can reach from the shocked ones. */
function reachedFrom(impact: readonly (readonly Fraction[])[], shock: readonly number[]): boolean[] {
  const reached = shock.map((h) => h > 0);
  for (let round = 0; round < shock.length; round++) {
    impact.forEach((row, j) => {
      row.forEach((v, i) => {
        if (reached[j] && !v.isZero) reached[i] = true;
      });
    });
  }
  return reached;
}

/** Single-hit DebtRank (Battiston and others 2012), round by round as the paper has it: undistressed, distressed, inactive. */
export function singleDebtRankExactly(
  impact: readonly (readonly Fraction[])[],
  shock: readonly number[],
  frozen = false,
): Fraction[] {
  let h = exact(shock);
  let state: ('undistressed' | 'distressed' | 'inactive')[] = h.map((x) => (x.isZero ? 'undistressed' : 'distressed'));
  while (state.includes('distressed')) {
    const next = h.map((own, i) => {
      if (frozen && (state[i] === 'distressed' || state[i] === 'inactive')) return own;
      const hits = h.map((x, j) => (state[j] === 'distressed' ? impact[j][i].times(x) : zero));
      const total = sum([own, ...hits]);
      return one.below(total) ? one : total;
    });
    state = state.map((s, i) => {
      if (s === 'distressed' || s === 'inactive') return 'inactive';
      return next[i].isZero ? 'undistressed' : 'distressed';
    });
    h = next;
  }
  return h;
}

/** x = b + W x, where W[i][j] weighs what i takes from j; undefined if there is no single solution. */
export function fixedPointExactly(W: readonly (readonly Fraction[])[], b: readonly Fraction[]): Fraction[] | undefined {
  return solveExactly(
    W.map((row, i) => row.map((w, j) => (i === j ? one : zero).minus(w))),
    b,
  );
}
