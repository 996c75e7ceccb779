import { leontiefOutput } from '../../engine/networks';
import { amounts, refuse } from './fields';
import { readMatrix } from './matrix';
import { graphOf, type Task } from './task';

/** What each industry has to produce so that a final demand is met. */
export const leontief: Task = {
  fields: ['A', 'edges', 'n', 'demand'],
  async answer(request, core) {
    const inputs = readMatrix(request, { name: 'A' });
    const demand = amounts(request.demand, 'demand', inputs.n);
    const output = leontiefOutput(await graphOf(inputs, core), demand);
    if (!output)
      refuse('A', 'no output meets this demand: what is demanded takes as much of itself as is made, or more');
    return { output: Array.from(output) };
  },
};
