import fc from 'fast-check';
import { createEngine, type Dollar, followTheDollar, type Levers, type Network, type Run } from '../../../src/engine';
import { arbLevers, arbNetwork, arbShippedLike } from '../../arbitraries/world';
import { readCore } from '../core';
import { type Purse, pour } from './ledger';

const module = await readCore();
const anyNetwork = fc.oneof(arbNetwork(), arbShippedLike());

/** Holds a check to random worlds: networks of any shape and ones like the shipped, under any dials. */
export const always = (check: (run: Run, dollar: Dollar) => void, numRuns = 100) =>
  fc.assert(
    fc.asyncProperty(anyNetwork, arbLevers(), async (network: Network, levers: Levers) => {
      const run = (await createEngine(module, network)).run(levers);
      check(run, followTheDollar(run));
    }),
    { numRuns },
  );

export const quartersOf = ({ network }: Run) => Array.from({ length: network.quarters }, (_, t) => t);

/** The composition of firm i's pot in quarter t; only the colours it has. */
export function pot({ colours, pots }: Dollar, { network }: Run, t: number, i: number): Purse {
  const purse: Purse = {};
  colours.forEach(({ kind, firm }, k) => {
    const share = pots[(t * network.firms.length + i) * colours.length + k];
    if (share !== 0) pour(purse, firm ?? kind, share);
  });
  return purse;
}
