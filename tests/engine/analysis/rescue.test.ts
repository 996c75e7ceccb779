import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine, Levers } from '../../../src/engine';
import {
  dialRescues,
  findRescue,
  type Rescue,
  type Run,
  rescueSteps,
  sweepDials,
  type WorldRunner,
} from '../../../src/engine';
import { stepFrom } from '../../../src/world/dial-steps';
import { dialOf } from '../../../src/world/dials';
import { grids } from '../../../src/world/grids';
import { shippedNetwork } from '../../../src/world/shipped';
import { arbLevers, arbNetwork } from '../../arbitraries/world';
import { countedBatch } from './counted';
import { arbGrid } from './grids';
import { shipped } from './shipped';

/** Who falls in a run, by its log. */
const fallen = ({ events }: Run) =>
  events.filter(({ kind }) => kind === 'failed' || kind === 'restructured').map(({ firm }) => firm);

/** Takes one step after the other, and notes the most worlds that one of them ran. */
function stepped(budget: number): { rescue: Rescue; most: number } {
  const steps = rescueSteps(batch, opening, grids, 0, budget);
  let most = 0;
  for (;;) {
    const before = batch.worlds.length;
    const { done, value } = steps.next();
    most = Math.max(most, batch.worlds.length - before);
    if (done) return { rescue: value, most };
  }
}

/** Holds a rescue against ordinary runs. */
function verify(engine: Engine, levers: Levers, rescue: Rescue): void {
  const { firm, cheque } = rescue;
  const now = fallen(engine.run(levers));
  const instead = (run: Run) =>
    fallen(run)
      .filter((other) => !now.includes(other))
      .sort((a, b) => a - b);
  for (const dial of rescue.dials) {
    const run = engine.run({ ...levers, [dial.lever]: dial.value });
    expect(fallen(run)).not.toContain(firm);
    expect(dial.instead).toEqual(instead(run));
  }
  if (!cheque) return;
  const { quarter, amount, tooLittle } = cheque;
  const saved = engine.run(levers, { cheque: { firm, quarter, amount } });
  expect(fallen(saved)).not.toContain(firm);
  expect(cheque.instead).toEqual(instead(saved));
  expect(fallen(engine.run(levers, { cheque: { firm, quarter, amount: tooLittle } }))).toContain(firm);
  expect(tooLittle).toBeLessThan(amount);
  expect(amount - tooLittle).toBeLessThanOrEqual(Math.max(0.001, 0.001 * amount) * (1 + 1e-9));
}

const opening = shipped.find(({ id }) => id === 'the-music-stops') ?? shipped[0];
const batch = await countedBatch(shippedNetwork);

describe('what saves OpenAI in the opening world', () => {
  const rescue = findRescue(batch, opening, grids, 0);

  it('is the same in small steps, none of which runs many worlds', () => {
    const { rescue: inSteps, most } = stepped(16);
    expect(inSteps).toEqual(rescue);
    expect(most).toBeLessThanOrEqual(2 * 16);
  });

  it('is what ordinary runs say', () => {
    expect(rescue.fallsAt).toBe(13);
    verify(batch.engine, opening.levers, rescue);
  });

  it('is the nearest step of every dial that can, the nearest first, and no other dial can', () => {
    expect(rescue.dials.length).toBeGreaterThan(3);
    const shares = rescue.dials.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    for (const { lever, values } of grids) {
      const found = rescue.dials.find((dial) => dial.lever === lever);
      const from = opening.levers[lever];
      for (const value of values) {
        if (found && Math.abs(value - from) >= Math.abs(found.value - from)) continue;
        expect(fallen(batch.engine.run({ ...opening.levers, [lever]: value }))).toContain(0);
      }
      if (!found) continue;
      expect(stepFrom(dialOf(lever), from, found.steps)).toBe(found.value);
      expect(found.share).toBeCloseTo(Math.abs(found.value - from) / (dialOf(lever).max - dialOf(lever).min), 12);
    }
  });

  it('is a cheque in the quarter in which least is enough', () => {
    const { quarter: best, tooLittle } = rescue.cheque ?? { quarter: -1, tooLittle: 0 };
    for (let quarter = 0; quarter < shippedNetwork.quarters; quarter++) {
      const run = batch.engine.run(opening.levers, { cheque: { firm: 0, quarter, amount: tooLittle * 0.999 } });
      expect(fallen(run)).toContain(0);
    }
    expect(best).toBeLessThanOrEqual(13);
    expect(tooLittle).toBeGreaterThan(1);
  });
});

it('nothing needs to save a firm that does not fall, and one run finds that out', () => {
  const from = batch.worlds.length;
  expect(findRescue(batch, shipped[0], grids, 0)).toEqual({ firm: 0, dials: [] });
  expect(batch.worlds).toHaveLength(from + 1);
});

it('a failure that is forced has no rescue', () => {
  const world = { levers: shipped[0].levers, circumstances: { forced: { firm: 3, quarter: 9 } } };
  const { fallsAt, dials, cheque } = findRescue(batch, world, grids, 3);
  expect({ fallsAt, dials, cheque }).toEqual({ fallsAt: 9, dials: [], cheque: undefined });
});

it('rescues are not read from half a sweep, nor sought beside another cheque', () => {
  const sweep = sweepDials(batch, opening, grids);
  sweep.step(sweep.total - 1);
  expect(() => dialRescues(sweep, 0)).toThrow('not done');
  const world = { ...opening, circumstances: { cheque: { firm: 1, quarter: 1, amount: 1 } } };
  expect(() => findRescue(batch, world, grids, 0)).toThrow('cheque');
});

it('in any world a rescue really saves, and a slightly smaller cheque does not', async () => {
  const worlds = arbNetwork().chain((network) => fc.tuple(fc.constant(network), arbLevers(), arbGrid()));
  await fc.assert(
    fc.asyncProperty(worlds, async ([network, levers, grid]) => {
      const runner = await countedBatch(network);
      const [firm] = fallen(runner.engine.run(levers));
      if (firm === undefined) return;
      const rescue = findRescue(runner satisfies WorldRunner, { levers }, [grid], firm);
      verify(runner.engine, levers, rescue);
      const saves = grid.values.some(
        (value) => !fallen(runner.engine.run({ ...levers, [grid.lever]: value })).includes(firm),
      );
      expect(rescue.dials).toHaveLength(saves ? 1 : 0);
    }),
    { numRuns: 40 },
  );
});
