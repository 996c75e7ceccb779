import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateOutcomes, createBatch, createEngine, type Network, oneByOne, type World } from '../../../src/engine';
import { seriesNames } from '../../../src/engine/batch/outcomes';
import { arbCircumstances } from '../../arbitraries/circumstances';
import { usualLevers } from '../../arbitraries/dials';
import { shippedNetwork } from '../../arbitraries/shipped';
import { arbLevers, arbNetwork, arbShippedLike } from '../../arbitraries/world';
import { readCore, readLanes } from '../core';
import { firstDifference } from './difference';

const core = await readCore();
const lanes = await readLanes();
const network = shippedNetwork();

/** Some worlds of one network, about half of them with circumstances. */
const arbWorlds = (given: Network) =>
  fc.array(fc.record({ levers: arbLevers(), circumstances: fc.option(arbCircumstances(given), { nil: undefined }) }), {
    minLength: 1,
    maxLength: 20,
  });
const withWorlds = (networks: fc.Arbitrary<Network>) =>
  networks.chain((given) => fc.tuple(fc.constant(given), arbWorlds(given)));

/** Demands that worlds come to the same in a batch and one by one, to the bit. */
async function agree(given: Network, worlds: readonly World[], module = lanes): Promise<void> {
  const together = allocateOutcomes(given, worlds.length, seriesNames);
  const alone = allocateOutcomes(given, worlds.length, seriesNames);
  (await createBatch(module, given)).run(worlds, together);
  oneByOne(await createEngine(core, given)).run(worlds, alone);
  expect(firstDifference(together, alone)).toBeUndefined();
}

/** The shipped network with the music stopping harder and harder: worlds with failures and without. */
const stops = Array.from({ length: 101 }, (_, k) => ({
  levers: usualLevers({ stop: 4, severity: k / 100, growth: 0.6, lead: 1 + (k % 8), grace: k % 5 }),
}));

describe('a batch gives what ordinary runs give, to the bit', () => {
  it('on the shipped network as the music stops', async () => {
    await agree(network, stops);
    const into = allocateOutcomes(network, stops.length);
    (await createBatch(lanes, network)).run(stops, into);
    expect(into.fellAt.some((t) => t < network.quarters)).toBe(true);
  });

  it('on networks like the shipped one, whatever befalls them', async () => {
    await fc.assert(
      fc.asyncProperty(withWorlds(arbShippedLike()), (world) => agree(...world)),
      { numRuns: 60 },
    );
  });

  it('on random networks of 2 to 12 firms, whatever befalls them', async () => {
    await fc.assert(
      fc.asyncProperty(withWorlds(arbNetwork()), (world) => agree(...world)),
      { numRuns: 250 },
    );
  });

  it('in the build that checks every index', async () => {
    const checked = await readLanes('debug');
    await fc.assert(
      fc.asyncProperty(withWorlds(arbNetwork()), ([given, worlds]) => agree(given, worlds, checked)),
      { numRuns: 30 },
    );
  });
});

describe('a batch', () => {
  it('has no memory: other worlds before, beside or after change nothing', async () => {
    const batch = await createBatch(lanes, network);
    await fc.assert(
      fc.asyncProperty(arbWorlds(network), arbWorlds(network), async (some, others) => {
        const first = allocateOutcomes(network, some.length, seriesNames);
        batch.run(some, first);
        batch.run(others, allocateOutcomes(network, others.length));
        const again = allocateOutcomes(network, some.length, seriesNames);
        some.forEach((world, k) => {
          batch.run([world], again, k);
        });
        expect(firstDifference(first, again)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it('says the same whether it keeps series or not', async () => {
    const batch = await createBatch(lanes, network);
    const bare = allocateOutcomes(network, stops.length);
    const full = allocateOutcomes(network, stops.length, seriesNames);
    batch.run(stops, full);
    batch.run(stops, bare);
    expect(firstDifference(bare, { ...full, series: {} })).toBeUndefined();
  });

  it('counts its worlds, and no more than were asked for', async () => {
    const batch = await createBatch(lanes, network);
    batch.run(stops.slice(0, 11), allocateOutcomes(network, 11));
    expect(batch.runs).toBe(11);
  });

  it('writes the rows it is told, and leaves the others', async () => {
    const batch = await createBatch(lanes, network);
    const into = allocateOutcomes(network, 12);
    into.fellAt.fill(-5);
    batch.run(stops.slice(90, 93), into, 4);
    const n = network.firms.length;
    const touched = Array.from({ length: 12 }, (_, w) => into.fellAt[w * n] !== -5);
    expect(touched).toEqual(Array.from({ length: 12 }, (_, w) => w >= 4 && w < 7));
  });

  it.each([
    ['a dial that is not a number', [{ levers: usualLevers({ growth: Number.NaN }) }], '"growth"'],
    [
      'a firm that is not there',
      [{ levers: usualLevers(), circumstances: { forced: { firm: 9, quarter: 0 } } }],
      'firm 9',
    ],
    ['shocks of another length', [{ levers: usualLevers(), circumstances: { ventureFactor: [1] } }], '"ventureFactor"'],
    ['more worlds than there is room for', stops.slice(0, 3), 'room for 2'],
  ])('refuses %s, and still runs afterwards', async (_, worlds, message) => {
    const batch = await createBatch(lanes, network);
    const into = allocateOutcomes(network, 2);
    expect(() => batch.run(worlds, into)).toThrow(message);
    expect(batch.runs).toBe(0);
    batch.run(stops.slice(99, 101), into);
    const alone = allocateOutcomes(network, 2);
    oneByOne(await createEngine(core, network)).run(stops.slice(99, 101), alone);
    expect(firstDifference(into, alone)).toBeUndefined();
  });

  it('refuses outcomes of another network', async () => {
    const batch = await createBatch(lanes, network);
    expect(() => batch.run(stops, allocateOutcomes({ ...network }, 101))).toThrow('another network');
  });
});
