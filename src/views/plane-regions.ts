import type { Cells, Place } from './plane-areas';

/** Cells of one kind that hang together. */
export interface Region {
  readonly kind: number;
  /** How many cells it has. */
  readonly size: number;
  /** The middle of all its cells. */
  readonly middle: Place;
  /** Is a box of cells wholly in it? One that reaches beyond the map is not. */
  holds(x: number, y: number, wide: number, high: number): boolean;
  /** The middle of the cell that is furthest from its border, of several the one nearest to the middle of all. */
  heart(): Place;
}

type Inside = Pick<Region, 'holds'>;

/** A box further from the border than this is as good as one that is further still. */
export const farEnough = 3;

/** How many cells a box is from the border of its region, up to `farEnough`. */
export function clearance(
  { holds }: Inside,
  { x, y, wide, high }: { x: number; y: number; wide: number; high: number },
): number {
  let clear = 0;
  while (clear < farEnough && holds(x - clear - 1, y - clear - 1, wide + 2 * (clear + 1), high + 2 * (clear + 1)))
    clear++;
  return clear;
}

/** The regions of a map, the largest first. Cells that only touch at a corner do not hang together. */
export function regionsOf({ width, height, at }: Cells): Region[] {
  const of = new Int32Array(width * height).fill(-1);
  const found: { kind: number; cells: number[] }[] = [];
  for (let start = 0; start < of.length; start++) {
    if (of[start] >= 0) continue;
    const kind = at(start % width, Math.floor(start / width));
    const cells = [start];
    of[start] = found.length;
    for (const cell of cells) {
      const [x, y] = [cell % width, Math.floor(cell / width)];
      const visit = (toX: number, toY: number) => {
        if (toX < 0 || toY < 0 || toX >= width || toY >= height) return;
        const to = toY * width + toX;
        if (of[to] >= 0 || at(toX, toY) !== kind) return;
        of[to] = found.length;
        cells.push(to);
      };
      visit(x - 1, y);
      visit(x + 1, y);
      visit(x, y - 1);
      visit(x, y + 1);
    }
    found.push({ kind, cells });
  }
  return found
    .map(({ kind, cells }, region): Region => {
      const middles = cells.map((cell) => ({ x: (cell % width) + 0.5, y: Math.floor(cell / width) + 0.5 }));
      const middle = {
        x: middles.reduce((sum, { x }) => sum + x, 0) / cells.length,
        y: middles.reduce((sum, { y }) => sum + y, 0) / cells.length,
      };
      const holds = boxes(width, height, (cell) => of[cell] === region);
      let heart: Place | undefined;
      return {
        kind,
        size: cells.length,
        middle,
        holds,
        heart() {
          heart ??= heartOf(middles, middle, holds);
          return heart;
        },
      };
    })
    .sort((a, b) => b.size - a.size);
}

function heartOf(cells: readonly Place[], middle: Place, holds: Region['holds']): Place {
  let found = middle;
  let most = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    const clear = clearance({ holds }, { x: cell.x - 0.5, y: cell.y - 0.5, wide: 1, high: 1 });
    const worth = 1000 * clear - Math.hypot(cell.x - middle.x, cell.y - middle.y);
    if (worth <= most) continue;
    most = worth;
    found = cell;
  }
  return found;
}

/** Asks of any box whether each of its cells is one of these: by sums over all cells above and left of a corner. */
function boxes(width: number, height: number, isOne: (cell: number) => boolean): Region['holds'] {
  const row = width + 1;
  /** Added up when they are first asked for: of many small regions nobody asks. */
  let sums: Int32Array | undefined;
  function add(): Int32Array {
    const all = new Int32Array(row * (height + 1));
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        all[(y + 1) * row + x + 1] =
          all[y * row + x + 1] + all[(y + 1) * row + x] - all[y * row + x] + (isOne(y * width + x) ? 1 : 0);
    return all;
  }
  return (x, y, wide, high) => {
    if (x < 0 || y < 0 || x + wide > width || y + high > height) return false;
    sums ??= add();
    const [top, bottom] = [y * row, (y + high) * row];
    return sums[bottom + x + wide] - sums[bottom + x] - sums[top + x + wide] + sums[top + x] === wide * high;
  };
}
