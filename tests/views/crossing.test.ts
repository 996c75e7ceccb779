import { describe, expect, it } from 'vitest';
import { crosses } from '../../src/views/crossing';

const flat = (height: number) => Array.from({ length: 32 }, () => height);

describe('a line and a box', () => {
  it('meet where it passes through, also between two quarters, and not where it is not drawn', () => {
    expect(crosses(flat(0.5), 0.2, 0.6, 0.4, 0.6)).toBe(true);
    expect(crosses(flat(0.5), 0.2, 0.6, 0.6, 0.7)).toBe(false);
    const falls = flat(0.9).map((height, t) => (t < 10 ? height : 0));
    expect(crosses(falls, 9.6 / 32, 10 / 32, 0.4, 0.5)).toBe(true);
    expect(crosses(falls, 10.6 / 32, 0.9, 0.4, 0.5)).toBe(false);
    expect(
      crosses(
        falls.map((height, t) => (t > 8 ? Number.NaN : height)),
        0.31,
        0.9,
        0,
        1,
      ),
    ).toBe(false);
  });
});
