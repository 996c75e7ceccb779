import { absorption } from '../../engine/networks';
import type { Entries } from './entries';
import { nodes, refuse, refuseTable } from './fields';
import { readMatrix } from './matrix';
import { graphOf, type Task } from './task';

/** Rows add up to 1 as nearly as decimal probabilities do. */
const NEARLY = 1e-9;

/** Where a Markov chain ends, and after how many steps. */
export const absorb: Task = {
  fields: ['transitions', 'edges', 'n', 'into'],
  async answer(request, core) {
    const transitions = readMatrix(request, { name: 'transitions', highest: 1 });
    const { n } = transitions;
    const absorbing = absorbingStates(transitions);
    const into = request.into === undefined ? absorbing : nodes(request.into, 'into', n);
    const ending = new Set(absorbing);
    const passing = into.find((state) => !ending.has(state));
    if (passing !== undefined) refuse('into', `state ${passing} is not absorbing`);
    refuseTable('into', n, into.length, 'states');
    const ends = absorption(await graphOf(transitions, core), absorbing, into);
    if (!ends) refuse('transitions', 'it takes too many steps to be absorbed for these probabilities to say how many');
    const { probabilities, steps } = ends;
    return {
      absorbing,
      probabilities: Array.from(steps, (_, i) =>
        Object.fromEntries(into.map((state, k) => [state, probabilities[k][i]] as const).filter(([, p]) => p > 0)),
      ),
      steps: Array.from(steps, (count) => (count === Infinity ? null : count)),
    };
  },
};

/** The states that are not left: they stay for certain, or have a row of zeros. Refuses rows that are not probabilities. */
function absorbingStates({ n, row, column, value }: Entries): number[] {
  const total = new Float64Array(n);
  const leaves = new Uint8Array(n);
  row.forEach((state, k) => {
    total[state] += value[k];
    if (column[k] !== state) leaves[state] = 1;
  });
  const absorbing: number[] = [];
  for (let state = 0; state < n; state++) {
    if (leaves[state] === 0) absorbing.push(state);
    if (total[state] === 0 || Math.abs(total[state] - 1) <= NEARLY) continue;
    refuse(
      `transitions[${state}]`,
      `must add up to 1, or to 0 if the state is absorbing, but adds up to ${total[state]}`,
    );
  }
  return absorbing;
}
