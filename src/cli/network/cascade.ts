import { cascade as cascadeOn } from '../../engine/networks';
import { amounts, nodes } from './fields';
import { readMatrix } from './matrix';
import { amountsOrNone, graphOf, liabilities, shareOr, type Task } from './task';

/** Who is dragged down if a node in default pays a fixed share of what it owes (Furfine; with recovery 0 Gai and Kapadia). */
export const cascade: Task = {
  fields: ['L', 'edges', 'n', 'e', 'b', 'senior', 'recovery', 'failed'],
  async answer(request, core) {
    const debts = readMatrix(request, liabilities);
    const { n } = debts;
    const outsideAssets = amounts(request.e, 'e', n);
    const junior = amountsOrNone(request, 'b', n);
    const senior = amountsOrNone(request, 'senior', n);
    const waves = cascadeOn(await graphOf(debts, core), {
      outsideAssets,
      outsideDebts: junior.map((owed, i) => owed + senior[i]),
      recovery: shareOr(0, request, 'recovery'),
      failed: request.failed === undefined ? [] : nodes(request.failed, 'failed', n),
    });
    return { defaulted: waves.flat().sort((i, j) => i - j), rounds: waves.length, waves };
  },
};
