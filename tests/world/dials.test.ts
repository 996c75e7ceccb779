import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leverIds } from '../../src/engine/levers';
import { clampToStep, stepFrom } from '../../src/world/dial-steps';
import { type Dial, dialOf, dials, groups, isAllowed, isLeverId, usualLevers } from '../../src/world/dials';
import { modelRows } from '../arbitraries/dials';

const anyDial = fc.constantFrom(...dials);

/** Every grid line of a dial, made from decimal text and so exact. */
function gridOf({ min, max, step }: Dial): number[] {
  const count = Math.round((max - min) * 100) / Math.round(step * 100);
  return Array.from({ length: Math.round(count) + 1 }, (_, n) =>
    Number(`${Math.round(min * 100) + n * Math.round(step * 100)}e-2`),
  );
}

describe('the table of dials', () => {
  it('is the table of the model page, in the order of the engine', () => {
    expect(dials.map(({ id, min, usual, max, step }) => [id, { min, usual, max, step }])).toEqual(modelRows);
    expect(dials.map(({ id }) => id)).toEqual(leverIds);
  });

  it('takes whole numbers only where quarters and misses are counted', () => {
    const whole = dials.filter((dial) => dial.whole).map(({ id }) => id);
    expect(whole).toEqual(['stop', 'speed', 'drought', 'grace', 'lead', 'reletTime']);
    for (const id of whole) expect(dialOf(id).step).toBe(1);
  });

  it('says what each dial is, in one sentence', () => {
    for (const { name, help, group } of dials) {
      expect(name).toMatch(/^[A-Z].*[^.]$/);
      expect(help).toMatch(/^[A-Z][^.]*\.$/);
      expect(groups).toContain(group);
    }
    expect(new Set(dials.map(({ name }) => name)).size).toBe(dials.length);
    for (const group of groups) expect(dials.some((dial) => dial.group === group)).toBe(true);
  });

  it('has ends and a usual value that lie on its steps', () => {
    for (const dial of dials) {
      for (const value of [dial.min, dial.usual, dial.max]) expect(clampToStep(dial, value)).toBe(value);
    }
  });

  it('gives the usual world', () => {
    expect(usualLevers()).toMatchObject({ stop: 32, severity: 0.8, heal: 0.05 });
    expect(Object.keys(usualLevers())).toEqual(leverIds);
  });

  it('knows its ids, and nothing that objects inherit', () => {
    expect(isLeverId('severity')).toBe(true);
    for (const text of ['', 'Severity', '__proto__', 'constructor', 'toString']) expect(isLeverId(text)).toBe(false);
  });

  it('allows values within bounds, off the steps too, but whole ones where they must be', () => {
    expect(isAllowed(dialOf('severity'), 0.8123)).toBe(true);
    expect(isAllowed(dialOf('lead'), 2.5)).toBe(false);
    for (const value of [-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(isAllowed(dialOf('severity'), value)).toBe(false);
    }
  });
});

describe('steps', () => {
  it('land on exact decimals all the way along every dial', () => {
    for (const dial of dials) {
      const grid = gridOf(dial);
      let value = dial.min;
      const up = grid.map((_, n) => {
        if (n > 0) value = stepFrom(dial, value, 1);
        return value;
      });
      expect(up).toEqual(grid);
      const down = grid.map((_, n) => {
        if (n > 0) value = stepFrom(dial, value, -1);
        return value;
      });
      expect(down).toEqual(grid.toReversed());
      for (const line of grid) expect(clampToStep(dial, line)).toBe(line);
    }
  });

  it('go to the next line from between two, and count on from there', () => {
    const dial = dialOf('severity');
    expect([1, -1, 2, -2, 0].map((n) => stepFrom(dial, 0.905, n))).toEqual([0.91, 0.9, 0.92, 0.89, 0.91]);
  });

  it('take a value that missed its line by rounding for the line', () => {
    expect(stepFrom(dialOf('severity'), 0.1 + 0.2, 1)).toBe(0.31);
    expect(stepFrom(dialOf('severity'), 0.1 + 0.2, -1)).toBe(0.29);
  });

  it('stay within the ends and on the grid, whatever they start from', () => {
    fc.assert(
      fc.property(anyDial, fc.double(), fc.integer({ min: -100, max: 100 }), (dial, value, n) => {
        const grid = gridOf(dial);
        expect(grid).toContain(clampToStep(dial, value));
        expect(grid).toContain(stepFrom(dial, value, n));
      }),
    );
  });

  it('clamp to the nearest line', () => {
    const dial = dialOf('reserve');
    expect([-1, 0.1, 0.13, 3.9, 99].map((x) => clampToStep(dial, x))).toEqual([0, 0, 0.25, 4, 4]);
    expect(clampToStep(dial, Number.NaN)).toBe(dial.usual);
    expect(Object.is(clampToStep(dial, -0), 0)).toBe(true);
  });
});
