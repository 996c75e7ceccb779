import { clear as clearOn, createGraph } from '../../engine/networks';
import type { Entries } from './entries';
import { amounts, type Request, refuse } from './fields';
import { readMatrices, readMatrix } from './matrix';
import { amountsOrNone, liabilities, shareOr, type Task } from './task';

/** Who pays what. */
export const clear: Task = {
  fields: ['L', 'edges', 'classes', 'n', 'e', 'b', 'senior', 'alpha', 'beta'],
  async answer(request, core) {
    const debts = readDebts(request);
    const [{ n }] = debts;
    const terms = {
      assets: amounts(request.e, 'e', n),
      outsideDebt: amountsOrNone(request, 'b', n),
      seniorDebt: amountsOrNone(request, 'senior', n),
      alpha: shareOr(1, request, 'alpha'),
      beta: shareOr(1, request, 'beta'),
    };
    const graph = await createGraph(core, { nodes: n, classes: debts.length }, ranked(debts));
    const { greatest, least, rounds, fellIn } = clearOn(graph, { ...terms, least: debts.length === 1 });
    const waves: number[][] = Array.from({ length: rounds }, () => []);
    fellIn.forEach((round, node) => {
      if (round > 0) waves[round - 1].push(node);
    });
    return {
      greatest: Array.from(greatest.payments),
      ...(least && { least: Array.from(least.payments) }),
      ...(request.classes !== undefined && { payments: byClass(greatest.byClass, debts.length) }),
      defaulted: waves.flat().sort((i, j) => i - j),
      waves,
      rounds,
      residual: greatest.residual,
      bound: finiteOrNull(greatest.bound),
      ...(least && { leastResidual: least.residual, leastBound: finiteOrNull(least.bound) }),
    };
  },
};

/** The debts of a request by class, most senior first. */
function readDebts(request: Request): readonly Entries[] {
  if (request.classes === undefined) return [readMatrix(request, liabilities)];
  for (const field of ['L', 'edges']) {
    if (request[field] !== undefined) refuse(field, 'give L, edges or classes, not two of them');
  }
  return readMatrices(request.classes, 'classes', request.n, liabilities);
}

/** All debts as the edges of one graph. */
function ranked(debts: readonly Entries[]) {
  const length = debts.reduce((sum, { value }) => sum + value.length, 0);
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const amount = new Float64Array(length);
  const rank = new Int32Array(length);
  let at = 0;
  debts.forEach(({ row, column, value }, c) => {
    from.set(row, at);
    to.set(column, at);
    amount.set(value, at);
    rank.fill(c, at, at + value.length);
    at += value.length;
  });
  return { from, to, amount, rank };
}

/** Per class what each node pays on it. */
function byClass(payments: Float64Array, classes: number): number[][] {
  return Array.from({ length: classes }, (_, c) => Array.from(payments.filter((_, t) => t % classes === c)));
}

/** A bound, where there is one: where rounding could decide who defaults there is none. */
function finiteOrNull(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
