import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOut } from '../../src/views/spread-out';

describe('words spread out', () => {
  it('stay where they are if there is room', () => {
    expect(spreadOut([0.9, 0.1, 0.5], 0.2)).toEqual([0.9, 0.1, 0.5]);
  });

  it('that press on one another stand around the middle of where they want to be', () => {
    const [a, b] = spreadOut([0.5, 0.5], 0.1);
    expect(a).toBeCloseTo(0.45, 12);
    expect(b).toBeCloseTo(0.55, 12);
    const pushed = spreadOut([0.5, 0.51, 0.58], 0.1);
    expect((pushed[0] + pushed[1] + pushed[2]) / 3).toBeCloseTo(0.53, 12);
  });

  it('keep their room, their order and the frame, wherever they want to be', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }), (wanted) => {
        const placed = spreadOut(wanted, 0.1, 0.05, 0.95);
        const order = wanted.map((_, k) => k).sort((i, j) => wanted[i] - wanted[j] || i - j);
        order.forEach((k, rank) => {
          expect(placed[k]).toBeGreaterThan(0.05 - 1e-9);
          expect(placed[k]).toBeLessThan(0.95 + 1e-9);
          if (rank > 0) expect(placed[k] - placed[order[rank - 1]]).toBeGreaterThan(0.1 - 1e-9);
        });
      }),
    );
  });

  it('begin at the bottom where there are too many of them', () => {
    expect(spreadOut([0.5, 0.5, 0.5], 0.6)).toEqual([0, 0.6, 1.2]);
  });
});
