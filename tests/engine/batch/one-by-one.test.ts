import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateOutcomes, createBatch, createEngine, oneByOne, relay, type WorldRunner } from '../../../src/engine';
import { shippedNetwork } from '../../arbitraries/shipped';
import { arbLevers } from '../../arbitraries/world';
import { readCore, readLanes } from '../core';
import { firstDifference } from './difference';

const network = shippedNetwork();
const engine = await createEngine(await readCore(), network);

it('comes to what the run says, in the row that it was asked for', () => {
  fc.assert(
    fc.property(arbLevers(), (levers) => {
      const into = allocateOutcomes(network, 3, ['firm.cash']);
      oneByOne(engine).run([{ levers }], into, 1);
      const run = engine.run(levers);
      const n = network.firms.length;
      for (let i = 0; i < n; i++) {
        const fall = run.events.find(({ kind, firm }) => firm === i && (kind === 'failed' || kind === 'restructured'));
        // Its status is read as the quarter ends, which is when it falls.
        expect(into.fellAt[n + i]).toBe(fall?.t ?? network.quarters);
      }
      const width = network.quarters * n;
      expect(into.series['firm.cash']?.slice(width, 2 * width)).toEqual(Float64Array.from(run.firm.cash));
      expect(into.lost[0] + into.lost[2] + into.fellAt[0] + into.fellAt[2 * n]).toBe(0);
    }),
    { numRuns: 100 },
  );
});

it('is handed on to a faster runner, with the same bits', async () => {
  const asked: string[] = [];
  const heard = (name: string, runner: WorldRunner): WorldRunner => ({
    network: runner.network,
    run(...question) {
      asked.push(name);
      runner.run(...question);
    },
  });
  const runner = relay(heard('one by one', oneByOne(engine)));
  const worlds = fc.sample(arbLevers(), 20).map((levers) => ({ levers }));
  const [before, after] = [allocateOutcomes(network, 20), allocateOutcomes(network, 20)];
  runner.run(worlds, before);
  runner.handTo(heard('batch', await createBatch(await readLanes(), network)));
  runner.run(worlds, after);
  expect(asked).toEqual(['one by one', 'batch']);
  expect(firstDifference(before, after)).toBeUndefined();
});
