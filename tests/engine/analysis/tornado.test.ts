import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leverIds, type Run, ranked, reach, tornado, totalNames } from '../../../src/engine';
import { stepFrom } from '../../../src/world/dial-steps';
import { dialOf } from '../../../src/world/dials';
import { grids } from '../../../src/world/grids';
import { shippedNetwork } from '../../../src/world/shipped';
import { dials } from '../../arbitraries/dials';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { countedBatch } from './counted';
import { shipped } from './shipped';

/** The totals of an ordinary run. */
function totalsOfRun({ events, losses, quarter, network }: Run) {
  const falls = events.filter(({ kind }) => kind === 'failed' || kind === 'restructured');
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  return {
    failures: falls.length,
    firstFall: falls[0]?.t ?? network.quarters,
    lost: sum(quarter.lost),
    cut: sum(quarter.cut),
    badDebt: sum(losses.badDebt),
    stakesLost: sum(losses.stakesLost),
    stranded: sum(losses.stranded),
  };
}

const batch = await countedBatch(shippedNetwork);
const stops = shipped.find(({ id }) => id === 'the-music-stops') ?? shipped[0];

describe('a tornado', () => {
  it('agrees with two ordinary runs a dial, in any world, on its steps or between them', async () => {
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), async (network, levers) => {
        const runner = await countedBatch(network);
        const { present, bars } = tornado(runner, { levers }, grids);
        expect(present).toEqual(totalsOfRun(runner.engine.run(levers)));
        for (const { lever, down, up } of bars) {
          const dial = dialOf(lever);
          // The random dials are sums of steps, off the decimals by rounding, and so a hair away from the line they mean.
          const from = levers[lever];
          expect(down?.value).toBe(grids[leverIds.indexOf(lever)].values.findLast((value) => value < from));
          expect(up?.value).toBe(grids[leverIds.indexOf(lever)].values.find((value) => value > from));
          expect([down === undefined, up === undefined]).toEqual([from <= dial.min, from >= dial.max]);
          for (const swing of [down, up]) {
            if (swing)
              expect(swing.totals).toEqual(totalsOfRun(runner.engine.run({ ...levers, [lever]: swing.value })));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(shipped)('takes one step either way, and a dial at its end has one side: $id', ({ levers }) => {
    for (const { lever, down, up } of tornado(batch, { levers }, grids).bars) {
      const [from, dial] = [levers[lever], dialOf(lever)];
      expect(down?.value).toBe(from > dial.min ? stepFrom(dial, from, -1) : undefined);
      expect(up?.value).toBe(from < dial.max ? stepFrom(dial, from, 1) : undefined);
    }
  });

  it('swings further if asked, to a share of each range, but not past the end and by one step at least', () => {
    const { levers } = stops;
    const { bars } = tornado(batch, { levers }, grids, 0.1);
    for (const { lever, down, up } of bars) {
      const { min, max, step } = dials[lever];
      const far = 0.1 * (max - min);
      for (const swing of [down, up]) {
        if (!swing) continue;
        const moved = Math.abs(swing.value - levers[lever]);
        const room = swing === down ? levers[lever] - min : max - levers[lever];
        expect(Math.abs(moved - Math.max(step, Math.min(far, room)))).toBeLessThanOrEqual(step / 2 + 1e-9);
      }
    }
    expect(bars.find(({ lever }) => lever === 'severity')).toMatchObject({ down: { value: 0.8 }, up: { value: 1 } });
  });

  it('stops short where two values are as near', () => {
    const world = { levers: { ...stops.levers, panic: 0, drought: 8 } };
    const three = [
      { lever: 'panic', values: [0, 1, 2, 3] },
      { lever: 'drought', values: [2, 4, 6, 8] },
    ] as const;
    const [panic, drought] = tornado(batch, world, three, 0.5).bars;
    expect([panic.down, panic.up?.value]).toEqual([undefined, 1]);
    expect([drought.down?.value, drought.up]).toEqual([6, undefined]);
  });

  it('ranks the dials by how far they move a total', () => {
    const answer = tornado(batch, stops, grids);
    for (const total of totalNames) {
      const bars = ranked(answer, total);
      expect(bars).toHaveLength(leverIds.length);
      const reaches = bars.map((bar) => reach(answer, bar, total));
      expect(reaches).toEqual([...reaches].sort((a, b) => b - a));
    }
    expect(reach(answer, ranked(answer, 'lost')[0], 'lost')).toBeGreaterThan(0);
  });
});
