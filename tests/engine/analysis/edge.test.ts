import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeOf, type Fall, findEdges, firstOf, leverIds, type Run, sweepDials } from '../../../src/engine';
import { usualLevers } from '../../../src/world/dials';
import { grids } from '../../../src/world/grids';
import { shippedNetwork } from '../../../src/world/shipped';
import { dials } from '../../arbitraries/dials';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { countedBatch } from './counted';
import { arbGrid } from './grids';
import { shipped } from './shipped';

/** The first fall of an ordinary run, by its log. */
function fallOf({ events }: Run): Fall | undefined {
  const fall = events.find(({ kind }) => kind === 'failed' || kind === 'restructured');
  return fall && { firm: fall.firm, quarter: fall.t };
}

const batch = await countedBatch(shippedNetwork);

describe.each(shipped)('the edges of a world that ships: $id', ({ levers }) => {
  const sweep = sweepDials(batch, { levers }, grids);
  const from = batch.worlds.length;
  sweep.step(sweep.total);
  const run = batch.worlds.slice(from);

  it('take each value of each dial once, and the world itself once', () => {
    const values = grids.reduce((sum, grid) => sum + grid.values.length, 0);
    const standing = grids.filter(({ lever, values }) => values.includes(levers[lever])).length;
    expect(sweep.total).toBe(values - standing + 1);
    expect(run).toHaveLength(sweep.total);
    expect(new Set(run.map((world) => JSON.stringify(world.levers))).size).toBe(sweep.total);
    const steps = Object.values(dials).map(({ min, max, step }) => Math.round((max - min) / step) + 1);
    expect(values).toBe(steps.reduce((sum, count) => sum + count));
  });

  it('are what ordinary runs say at every value', () => {
    for (const [index, { lever, values }] of grids.entries()) {
      const edge = edgeOf(sweep, index);
      const falls = values.map((value) => fallOf(batch.engine.run({ ...levers, [lever]: value })));
      expect(edge?.first).toEqual(falls);
      expect(edge?.present).toEqual({ value: levers[lever], first: fallOf(batch.engine.run(levers)) });
      const within = values.map((value) => edge?.failing.some(({ from, to }) => value >= from && value <= to));
      expect(within).toEqual(falls.map((fall) => fall !== undefined));
    }
  });
});

describe('the edge of the opening world', () => {
  const { levers } = shipped.find(({ id }) => id === 'the-music-stops') ?? { levers: usualLevers() };
  const edges = findEdges(batch, { levers }, grids);
  const edge = (lever: string) => edges.find((one) => one.lever === lever);

  it('is one of as many as there are dials', () => {
    expect(edges.map(({ lever }) => lever)).toEqual(leverIds);
  });

  it('is at 85% of the venture money, and everything beyond it fails', () => {
    expect(edge('severity')).toMatchObject({
      failing: [{ from: 0.85, to: 1 }],
      present: { value: 0.9, first: { firm: 0, quarter: 13 } },
      below: 0.84,
      above: undefined,
    });
  });

  it('has two sides where more of a dial saves the firm again', () => {
    const growth = edge('growth');
    expect(growth?.failing[0].from).toBe(0);
    expect(growth?.above).toBeGreaterThan(0.6);
  });
});

describe('an edge in any world', () => {
  const worlds = arbNetwork().chain((network) =>
    fc.tuple(
      fc.constant(network),
      arbLevers(),
      fc.uniqueArray(arbGrid(), { selector: ({ lever }) => lever, minLength: 1, maxLength: 3 }),
    ),
  );

  it('has somebody falling on one side of it and nobody on the other, whatever the steps', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ([network, levers, some]) => {
        const runner = await countedBatch(network);
        const sweep = sweepDials(runner, { levers }, some);
        sweep.step(sweep.total);
        const fails = (lever: string, value: number) =>
          fallOf(runner.engine.run({ ...levers, [lever]: value })) !== undefined;
        for (const [index, { lever, values }] of some.entries()) {
          const edge = edgeOf(sweep, index);
          if (!edge) throw new Error('a sweep that is done has all its edges');
          const now = fails(lever, levers[lever]);
          expect(edge.present.first !== undefined).toBe(now);
          for (const [side, to] of [edge.below, edge.above].entries()) {
            const between = values.filter((value) =>
              side === 0
                ? value < levers[lever] && value > (to ?? -Infinity)
                : value > levers[lever] && value < (to ?? Infinity),
            );
            if (to !== undefined) expect(fails(lever, to)).toBe(!now);
            for (const value of between) expect(fails(lever, value)).toBe(now);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever the pieces it is taken in', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async ([network, levers, some], budgets) => {
          const runner = await countedBatch(network);
          const whole = sweepDials(runner, { levers }, some);
          whole.step(whole.total);
          const pieces = sweepDials(runner, { levers }, some);
          for (let k = 0; !pieces.step(budgets[k % budgets.length]); k++) {
            const known = some.map((_, index) => edgeOf(pieces, index));
            for (const [index, edge] of known.entries()) if (edge) expect(edge).toEqual(edgeOf(whole, index));
          }
          expect(some.map((_, index) => edgeOf(pieces, index))).toEqual(some.map((_, index) => edgeOf(whole, index)));
          expect(runner.worlds.slice(0, whole.total)).toEqual(runner.worlds.slice(whole.total));
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('takes no step of nothing, and knows nothing before the first', async () => {
  const sweep = sweepDials(batch, { levers: usualLevers() }, grids);
  expect(() => sweep.step(0)).toThrow('0 worlds');
  expect(() => sweep.step(Number.NaN)).toThrow('NaN worlds');
  expect(() => sweep.present()).toThrow('has not begun');
  expect(edgeOf(sweep, 0)).toBeUndefined();
});

it('the first of two firms that fall in one quarter is the first in the network', () => {
  expect(firstOf([32, 7, 5, 5], 32)).toEqual({ firm: 2, quarter: 5 });
  expect(firstOf([32, 32], 32)).toBeUndefined();
});
