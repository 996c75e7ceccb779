import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch, createEngine } from '../../src/engine';
import {
  axes,
  coarse,
  demandOf,
  mapOf,
  neededAt,
  placeOf,
  raceOf,
  sameRace,
  valueAtPlace,
} from '../../src/views/burners-frontier';
import { apart, fuseOf, gapOf } from '../../src/views/burners-paths';
import { demandWords } from '../../src/views/burners-words';
import { edgeFinder } from '../../src/views/edge';
import { firstFall } from '../../src/views/facts';
import { clampToStep, valuesOf } from '../../src/world/dial-steps';
import { dialOf, usualLevers } from '../../src/world/dials';
import { shippedNetwork } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { readCore, readLanes } from '../engine/core';
import { absolute } from './absolute';
import { opening } from './ring-runs';

const core = await readCore();
const lanes = await readLanes();
const batch = await createBatch(lanes, shippedNetwork);
const engine = await createEngine(core, shippedNetwork);
const firms = shippedNetwork.firms.length;
const levers = { ...usualLevers(), ...opening };

const whole = raceOf(batch, levers);
whole.step(whole.total);

describe('the race', () => {
  it('is the same for worlds that differ on its axes, and on no other', () => {
    expect(sameRace(levers, { ...levers, stop: 9, growth: 0.2 })).toBe(true);
    expect(sameRace(levers, { ...levers, severity: 0.91 })).toBe(false);
  });

  it('has in each of its points what a run of that world has', () => {
    const { across, down } = whole;
    fc.assert(
      fc.property(fc.nat(across.values.length - 1), fc.nat(down.values.length - 1), (x, y) => {
        const run = engine.run({ ...levers, [axes.across]: across.values[x], [axes.up]: down.values[y] });
        expect(whole.firm[y * across.values.length + x]).toBe(firstFall(run)?.firm ?? -1);
      }),
      { numRuns: 60 },
    );
  });

  it('is covered by its shapes, each point once, and the line parts those who fall from those who do not', () => {
    const { first, frontier, width, height } = mapOf(whole, firms);
    const cells = first.map((path) =>
      [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0),
    );
    expect(cells).toEqual(cells.map((_, firm) => whole.firm.filter((who) => who === firm).length));
    // Each piece of the line has the border of a world in which somebody falls on one side of it only.
    const falls = (x: number, y: number) => whole.firm[(height - 1 - y) * width + x] >= 0;
    const pieces = [...frontier.matchAll(/M(\d+) (\d+)([vh])1/g)];
    expect(pieces.length).toBeGreaterThan(width / 3);
    for (const [, x, y, way] of pieces) {
      const [column, row] = [Number(x), Number(y)];
      const other = way === 'v' ? falls(column - 1, row) : falls(column, row - 1);
      expect(other).not.toBe(falls(column, row));
    }
  });

  it('has a line between areas of two firms, and its regions are those of its cells', () => {
    const { first, borders, regions, width, height } = mapOf(whole, firms);
    const falling = first.filter((path) => path !== '').length;
    expect(borders === '').toBe(falling < 2);
    const cells = (kind: number) => whole.firm.filter((who) => who === kind).length;
    for (const kind of [-1, 0]) {
      const sizes = regions.filter((region) => region.kind === kind).map(({ size }) => size);
      expect(sizes.reduce((a, b) => a + b, 0)).toBe(cells(kind));
    }
    expect(regions.reduce((all, { size }) => all + size, 0)).toBe(width * height);
  });

  it('has a picture from its first worlds on', () => {
    const begun = raceOf(batch, levers);
    begun.step(coarse);
    expect(begun.done).toBeLessThan(begun.total / 10);
    expect(mapOf(begun, firms).frontier).not.toBe('');
  });

  it('says which growth is enough, and who falls with less', () => {
    const at = (stop: number) => neededAt(whole, stop);
    const enough = valuesOf(dialOf('growth')).filter(
      (growth) => firstFall(engine.run({ ...levers, growth })) === undefined,
    );
    // The grid of the plane is coarser than the dial.
    expect(at(opening.stop).growth).toBeGreaterThanOrEqual(enough[0]);
    expect(at(opening.stop).growth).toBeLessThan(enough[0] + 0.04);
    expect(at(opening.stop).firm).toBe(0);
    expect(at(32)).toEqual({ stop: 32, growth: 0, firm: undefined });
  });
});

describe('a place on the plane', () => {
  it.each([axes.across, axes.up])('is that of one value of %s, and back', (id) => {
    const dial = dialOf(id);
    for (const value of valuesOf(dial)) {
      const place = placeOf(id, value, 51);
      expect(place).toBeGreaterThan(0);
      expect(place).toBeLessThan(1);
      expect(clampToStep(dial, valueAtPlace(id, place, 51))).toBeCloseTo(value, 9);
    }
    expect(clampToStep(dial, valueAtPlace(id, 0, 51))).toBe(dial.min);
    expect(clampToStep(dial, valueAtPlace(id, 1, 51))).toBe(dial.max);
  });
});

describe('the growth that is asked for', () => {
  const edge = edgeFinder(batch, axes.up);

  it('is what runs of the dial say', () => {
    fc.assert(
      fc.property(arbLevers(), (world) => {
        const demand = demandOf(edge(world));
        const falls = (growth: number) => firstFall(engine.run({ ...world, growth })) !== undefined;
        const { min, max, step } = dialOf('growth');
        if (demand.kind === 'nothing') expect([falls(min), falls(max)]).toEqual([false, false]);
        if (demand.kind === 'hopeless') expect([falls(min), falls(max)]).toEqual([true, true]);
        if (demand.kind === 'enough') {
          const [below, at] = [demand.enough - step, demand.enough].map((value) =>
            falls(clampToStep(dialOf('growth'), value)),
          );
          expect([below, at, falls(min), falls(max)]).toEqual([true, false, true, false]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is told in a sentence', () => {
    expect(demandWords(demandOf(edge(levers)), (x) => x.toFixed(2))).toMatch(/growth of 0\.75 is enough/);
    expect(demandOf(edge(usualLevers()))).toEqual({ kind: 'nothing' });
  });
});

describe('words at the ends of lines', () => {
  it('stand apart, in the order of the lines, and inside', () => {
    const height = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(height, height, height), (heights) => {
        const placed = apart(heights, 0.12);
        const order = [0, 1, 2].sort((a, b) => placed[a] - placed[b]);
        for (let k = 1; k < 3; k++) {
          expect(placed[order[k]] - placed[order[k - 1]]).toBeGreaterThanOrEqual(0.12 - 1e-9);
          expect(heights[order[k]]).toBeGreaterThanOrEqual(heights[order[k - 1]]);
        }
        expect(placed.every((x) => x >= -1e-9 && x <= 1 + 1e-9)).toBe(true);
      }),
    );
    expect(apart([0.2, 0.5, 0.9], 0.12)).toEqual([0.2, 0.5, 0.9]);
  });
});

describe('the shapes', () => {
  it('of a gap end where the lines cross', () => {
    expect(absolute(gapOf([0, 2], [1, 1], 2))).toBe('M1 -200L2 -200L2 -200L1 0Z');
    expect(absolute(gapOf([2, 0], [1, 1], 2))).toBe('M2 -200L3 -200L3 0L2 -200Z');
    expect(gapOf([1, 2], [0, 1], 2)).toBe('');
  });

  it('of a gap are one for each stretch of quarters, and begin where the lines meet in a quarter', () => {
    expect(absolute(gapOf([1, 0, 1, 2, 1], [1, 1, 1, 1, 2], 2))).toBe(
      'M1 -200L3 -200L5 -200L5 -200L3 0L1 -200ZM8 -300L9 -400L9 -200L8 -300Z',
    );
  });

  it('of a fuse are as thick as the money, and come to a point', () => {
    expect(absolute(fuseOf(2, [1.5, 1, 0], 2))).toBe('M0 -200L1 -150L3 -100L5 0L5 0L3 100L1 150L0 200Z');
  });
});
