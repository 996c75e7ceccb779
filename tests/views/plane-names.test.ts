import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from '../../src/views/plane-areas';
import type { Box } from '../../src/views/plane-boxes';
import { namesOf } from '../../src/views/plane-names';
import { regionsOf } from '../../src/views/plane-regions';

const field = { wide: 440, high: 340 };
const called = (kind: number) => (kind < 0 ? 'nobody falls' : `firm ${kind} falls first`);

function cellsFrom(rows: readonly string[]): Cells {
  return {
    width: rows[0].length,
    height: rows.length,
    at: (x, y) => (rows[y][x] === '.' ? -1 : Number(rows[y][x])),
  };
}

const namesIn = (cells: Cells, cross = { x: 0.5, y: 0.5 }) =>
  namesOf({ regions: regionsOf(cells), size: cells, called, field, cross, quiet: -1 });

/** Maps as a plane has them: each column is parted, from above, into nobody and some firms. */
const arbCells = fc
  .array(fc.tuple(fc.nat(40), fc.nat(20), fc.nat(20)), { minLength: 33, maxLength: 33 })
  .chain((columns) =>
    fc.boolean().map((smooth): Cells => {
      const parts = smooth ? columns.toSorted(([a], [b]) => a - b) : columns;
      return {
        width: 33,
        height: 51,
        at: (x, y) => {
          const [first, second, third] = parts[x];
          return y < first ? -1 : y < first + second ? 0 : y < first + second + third ? 1 : 2;
        },
      };
    }),
  );

describe('the regions of a map', () => {
  it('are the cells of a kind that hang together, the largest first', () => {
    const regions = regionsOf(cellsFrom(['11..', '11.1', '....']));
    expect(regions.map(({ kind, size }) => [kind, size])).toEqual([
      [-1, 7],
      [1, 4],
      [1, 1],
    ]);
    expect(regions[1].middle).toEqual({ x: 1, y: 1 });
    expect(regions[1].holds(0, 0, 2, 2)).toBe(true);
    expect(regions[1].holds(0, 0, 3, 1)).toBe(false);
    expect(regions[1].holds(-1, 0, 2, 2)).toBe(false);
  });
});

describe('the names of a map', () => {
  it('never lie upon each other, nor leave the map, in any world', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 33, noNaN: true }),
      y: fc.double({ min: 0, max: 51, noNaN: true }),
    });
    fc.assert(
      fc.property(arbCells, place, (cells, cross) => {
        const names = namesIn(cells, cross);
        for (const [k, { kind, box, leader }] of names.entries()) {
          expect(box.x >= 1 && box.y >= 1 && box.x + box.wide <= 32 && box.y + box.high <= 50).toBe(true);
          for (const other of names.slice(k + 1)) expect(overlap(box, other.box)).toBe(false);
          if (leader) expect(cells.at(Math.floor(leader.to.x), Math.floor(leader.to.y))).toBe(kind);
          else
            for (let y = box.y; y < box.y + box.high; y++)
              for (let x = box.x; x < box.x + box.wide; x++) expect(cells.at(x, y)).toBe(kind);
        }
      }),
      { numRuns: 60 },
    );
  });

  const wedge = cellsFrom(
    Array.from({ length: 30 }, (_, y) => (y < 15 ? '.'.repeat(40) : `${'0'.repeat(30)}22${'.'.repeat(8)}`)),
  );

  it('stand in their region where there is room, and beside it with a line to it where it is thin', () => {
    const names = namesIn(wedge);
    expect(names.map(({ kind, leader }) => [kind, leader !== undefined])).toEqual([
      [-1, false],
      [0, false],
      [2, true],
    ]);
    const thin = names[2];
    expect(wedge.at(Math.floor(thin.box.x), Math.floor(thin.box.y))).toBe(-1);
  });

  it('have lines to thin regions that do not cut each other', () => {
    // Years, one after the other up a slope: the one that is named last has the others in its way.
    const slope = cellsFrom(
      Array.from({ length: 40 }, (_, y) =>
        Array.from({ length: 40 }, (_, x) => {
          const over = x + y - 46;
          return over < 0 ? '.' : over < 3 ? '1' : over < 6 ? '2' : over < 10 ? '3' : '.';
        }).join(''),
      ),
    );
    const { width: w, height: h } = slope;
    const narrow = namesOf({
      regions: regionsOf(slope),
      size: slope,
      called: (kind) => (kind < 0 ? 'never' : `203${kind}`),
      field: { wide: 260, high: 272 },
      cross: { x: w, y: h },
      quiet: -1,
    });
    const leaders = narrow.flatMap(({ leader }) => leader ?? []);
    expect(leaders.length).toBeGreaterThan(1);
    const side = (a: (typeof leaders)[number], { x, y }: { x: number; y: number }) =>
      Math.sign((a.to.x - a.from.x) * (y - a.from.y) - (a.to.y - a.from.y) * (x - a.from.x));
    for (const a of leaders)
      for (const b of leaders)
        expect(side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0).toBe(false);
  });

  it('keep off the lines through the reader’s place', () => {
    const [, still] = namesIn(wedge);
    const cross = { x: 5.5, y: still.box.y + still.box.high / 2 };
    const [, moved] = namesIn(wedge, cross);
    expect(cross.y > moved.box.y && cross.y < moved.box.y + moved.box.high).toBe(false);
    expect(cross.x > moved.box.x && cross.x < moved.box.x + moved.box.wide).toBe(false);
  });

  it('are none for specks, and few for a map of many pieces', () => {
    expect(
      namesIn(cellsFrom(Array.from({ length: 30 }, (_, y) => (y === 9 ? `0${'.'.repeat(39)}` : '.'.repeat(40))))),
    ).toHaveLength(1);
    const stripes = cellsFrom(Array.from({ length: 60 }, (_, y) => String(Math.floor(y / 2) % 3).repeat(40)));
    expect(namesIn(stripes).length).toBeLessThanOrEqual(6);
  });
});

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + b.high && b.y < a.y + a.high;
}
