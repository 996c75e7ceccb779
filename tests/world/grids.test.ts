import { expect, it } from 'vitest';
import { clampToStep } from '../../src/world/dial-steps';
import { dialOf, dials, isAllowed } from '../../src/world/dials';
import { axisOf, gridOf, grids } from '../../src/world/grids';

it('a grid has every step of its dial once, in the decimals a person would write', () => {
  expect(gridOf(dialOf('runway')).values.slice(0, 4)).toEqual([0, 0.5, 1, 1.5]);
  expect(gridOf(dialOf('friction')).values).toContain(0.29);
  for (const [index, dial] of dials.entries()) {
    const { lever, values } = grids[index];
    expect(lever).toBe(dial.id);
    expect([values[0], values.at(-1)]).toEqual([dial.min, dial.max]);
    for (const [k, value] of values.entries()) {
      expect(isAllowed(dial, value)).toBe(true);
      expect(clampToStep(dial, value)).toBe(value);
      if (k > 0) expect(value - values[k - 1]).toBeCloseTo(dial.step, 9);
    }
  }
});

it('an axis has as many steps as there is room for, and both ends', () => {
  for (const dial of dials) {
    const all = gridOf(dial).values;
    for (const count of [2, 3, 8, 64, 200]) {
      const { values } = axisOf(dial, count);
      expect(values).toHaveLength(Math.min(count, all.length));
      expect([values[0], values.at(-1)]).toEqual([dial.min, dial.max]);
      expect(new Set(values).size).toBe(values.length);
      expect(values.every((value) => all.includes(value))).toBe(true);
    }
  }
  expect(() => axisOf(dialOf('lock'), 1)).toThrow('both its ends');
});
