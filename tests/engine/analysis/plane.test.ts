import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Levers, type Plane, type Run, sweepPlane } from '../../../src/engine';
import { dialOf } from '../../../src/world/dials';
import { axisOf } from '../../../src/world/grids';
import { shippedNetwork } from '../../../src/world/shipped';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { countedBatch } from './counted';
import { arbGrid } from './grids';
import { shipped } from './shipped';

/** What a cell says, from an ordinary run. */
function cellOf({ events, losses, quarter, network }: Run) {
  const falls = events.filter(({ kind }) => kind === 'failed' || kind === 'restructured');
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  return {
    firm: falls[0]?.firm ?? -1,
    quarter: falls[0]?.t ?? network.quarters,
    fallen: falls.length,
    losses: sum(losses.badDebt) + sum(losses.stakesLost) + sum(losses.stranded),
    lost: sum(quarter.lost),
  };
}

function cellIn({ firm, quarter, fallen, losses, lost }: Plane, cell: number) {
  return {
    firm: firm[cell],
    quarter: quarter[cell],
    fallen: fallen[cell],
    losses: losses[cell],
    lost: lost[cell],
  };
}

const at = (levers: Levers, { across, down }: Plane, x: number, y: number): Levers => ({
  ...levers,
  [across.lever]: across.values[x],
  [down.lever]: down.values[y],
});

const batch = await countedBatch(shippedNetwork);

describe('a plane of two dials', () => {
  it.each(shipped)('says in every cell what an ordinary run says: $id', ({ levers }) => {
    const plane = sweepPlane(batch, { levers }, axisOf(dialOf('severity'), 24), axisOf(dialOf('growth'), 24));
    expect(plane.step(plane.total)).toBe(true);
    for (let cell = 0; cell < plane.total; cell++) {
      const run = batch.engine.run(at(levers, plane, cell % 24, Math.floor(cell / 24)));
      expect(cellIn(plane, cell)).toEqual(cellOf(run));
    }
  });

  it('is the same in any world, of any size, in any pieces, each cell run once', async () => {
    const two = fc.tuple(arbGrid(), arbGrid()).filter(([across, down]) => across.lever !== down.lever);
    await fc.assert(
      fc.asyncProperty(
        arbNetwork(),
        arbLevers(),
        two,
        fc.integer({ min: 1, max: 50 }),
        async (network, levers, [across, down], budget) => {
          const runner = await countedBatch(network);
          const plane = sweepPlane(runner, { levers }, across, down);
          while (!plane.step(budget));
          expect(runner.worlds).toHaveLength(across.values.length * down.values.length);
          expect(new Set(runner.worlds.map((world) => JSON.stringify(world.levers))).size).toBe(plane.total);
          const whole = sweepPlane(runner, { levers }, across, down);
          whole.step(whole.total);
          const cells = Array.from({ length: plane.total }, (_, cell) => cell);
          expect(cells.map((cell) => cellIn(plane, cell))).toEqual(cells.map((cell) => cellIn(whole, cell)));
          const some = cells[cells.length - 1];
          const [x, y] = [some % across.values.length, Math.floor(some / across.values.length)];
          expect(cellIn(plane, some)).toEqual(cellOf(runner.engine.run(at(levers, plane, x, y))));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is a picture from the first cells on: eight by eight of them first, and no cell ever far from one that is known', () => {
    const [{ levers }] = shipped;
    const plane = sweepPlane(batch, { levers }, axisOf(dialOf('severity')), axisOf(dialOf('growth')));
    expect(plane.total).toBe(64 * 64);
    expect(plane.standIn(5, 5)).toBeUndefined();
    const known = new Set<number>();
    const before = batch.worlds.length;
    while (plane.done < 1024) {
      plane.step(plane.done < 64 ? 1 : 37);
      for (const world of batch.worlds.slice(before + known.size)) {
        const x = plane.across.values.indexOf(world.levers.severity);
        const y = plane.down.values.indexOf(world.levers.growth);
        known.add(64 * y + x);
      }
      // After 4^k cells there is one on every (64 / 2^k)-th column and row.
      const stride = 64 / 2 ** Math.floor(Math.log2(plane.done) / 2);
      const lost = Array.from({ length: plane.total }, (_, cell) => cell).filter((cell) => {
        const [x, y] = [cell % 64, Math.floor(cell / 64)];
        const shown = plane.standIn(x, y) ?? -1;
        return !known.has(shown) || x - (shown % 64) >= stride || y - Math.floor(shown / 64) >= stride;
      });
      expect(lost).toEqual([]);
      if (plane.done === 64) {
        expect([...known].every((cell) => cell % 8 === 0 && Math.floor(cell / 64) % 8 === 0)).toBe(true);
        // The next round begins in the middle of the squares between them.
        plane.step(64);
        const middle = batch.worlds.slice(before + 64).map(({ levers: { severity, growth } }) => {
          return [plane.across.values.indexOf(severity) % 8, plane.down.values.indexOf(growth) % 8];
        });
        expect(middle).toEqual(Array.from({ length: 64 }, () => [4, 4]));
      }
    }
  });

  it('needs two dials', () => {
    const axis = axisOf(dialOf('severity'));
    expect(() => sweepPlane(batch, shipped[0], axis, axis)).toThrow('"severity" twice');
  });
});
