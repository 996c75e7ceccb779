import { debtRank, exposeNetwork } from '../../engine/networks';
import { amounts, choice, flag, numbersWithin, type Request, refuse } from './fields';
import { readMatrix } from './matrix';
import type { Task } from './task';

/** How distress spreads through claims, before anybody defaults. */
export const debtrank: Task = {
  fields: ['claims', 'edges', 'n', 'buffer', 'shock', 'weights', 'mode', 'cap', 'frozen', 'losses'],
  async answer(request, core) {
    const { n, row, column, value } = readMatrix(request, {
      name: 'claims',
      noDiagonal: 'a node cannot have a claim on itself',
    });
    const buffer = readBuffer(request, n);
    const shock = numbersWithin(request.shock, 'shock', n, 0, 1);
    const weights = request.weights === undefined ? buffer : amounts(request.weights, 'weights', n);
    if (weights.every((weight) => weight === 0)) refuse('weights', 'must not all be 0');
    const mode = request.mode === undefined ? 'linear' : choice(request.mode, 'mode', ['linear', 'single']);
    const frozen = request.frozen === undefined ? false : flag(request.frozen, 'frozen');
    if (frozen && mode === 'linear') refuse('frozen', 'must be false unless mode is "single"');
    const cap = request.cap === undefined ? true : flag(request.cap, 'cap');
    const losses = request.losses === undefined ? 'capped' : choice(request.losses, 'losses', ['capped', 'uncapped']);
    const claims = { creditor: row, debtor: column, amount: value };
    const answer = debtRank(await exposeNetwork(core, claims, buffer, cap), shock, { mode, frozen, weights, losses });
    return {
      stress: Array.from(answer.stress),
      debtrank: answer.debtRank,
      losses: Array.from(answer.losses),
      residual: answer.residual,
      defaulted: [...answer.stress.keys()].filter((i) => answer.stress[i] === 1),
    };
  },
};

function readBuffer(request: Request, n: number): Float64Array {
  const buffer = amounts(request.buffer, 'buffer', n);
  const bare = buffer.indexOf(0);
  if (bare >= 0) refuse(`buffer[${bare}]`, 'must be above 0: a node without a buffer has failed before any shock');
  return buffer;
}
