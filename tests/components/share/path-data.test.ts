import fc from 'fast-check';
import { expect, it } from 'vitest';
import { element } from '../../../src/components/share/markup';
import { type Matrix, mappedPath } from '../../../src/components/share/path-data';

const same: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

it('writes all commands as absolute ones', () => {
  expect(mappedPath('m1 2 3 4h5v-6l1,1zl1 1', same)).toBe('M1 2L4 6L9 6L9 0L10 1ZL2 3');
  expect(mappedPath('M0 0c1 1 2 2 3 3s1 1 2 2q1 0 2 0t1 1', same)).toBe('M0 0C1 1 2 2 3 3S4 4 5 5Q6 5 7 5T8 6');
  expect(mappedPath('M-.5.5L1e1-2E0', same)).toBe('M-0.5 0.5L10 -2');
});

it('stretches, turns and moves', () => {
  expect(mappedPath('M1 1H3V4', { a: 2, b: 0, c: 0, d: 10, e: 5, f: -1 })).toBe('M7 9L11 9L11 39');
  expect(mappedPath('M1 0L0 2', { a: 0, b: 1, c: -1, d: 0, e: 0, f: 0 })).toBe('M0 1L-2 0');
});

it('leaves arcs, and what is no path, to others', () => {
  for (const data of ['M0 0A1 1 0 0 1 2 2', 'M1', 'M1 2 3', '', 'none']) expect(mappedPath(data, same)).toBeUndefined();
});

it('maps where it goes, whichever way the points are written', () => {
  const point = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));
  const number = fc.integer({ min: -9, max: 9 });
  const matrix = fc.record({ a: number, b: number, c: number, d: number, e: number, f: number });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), matrix, (points, m) => {
      const absolute = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      const relative = points
        .map(([x, y], i) => {
          const [fromX, fromY] = points[i - 1] ?? [0, 0];
          return `${i === 0 ? 'm' : 'l'}${x - fromX},${y - fromY}`;
        })
        .join(' ');
      const to = points.map(([x, y]) => `${m.a * x + m.c * y + m.e} ${m.b * x + m.d * y + m.f}`);
      expect(mappedPath(absolute, m)).toBe(`M${to.join('L')}`);
      expect(mappedPath(relative, m)).toBe(`M${to.join('L')}`);
    }),
  );
});

it('lets nothing of the page into the markup of a picture', () => {
  expect(element('a', { href: '"><script>&', id: undefined })).toBe('<a href="&quot;&gt;&lt;script&gt;&amp;"/>');
  expect(element('text', { x: 1.239, y: -0 }, 'ok')).toBe('<text x="1.24" y="0">ok</text>');
});
