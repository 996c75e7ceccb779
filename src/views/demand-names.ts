import type { Demand } from './demand';
import type { DemandPoint } from './demand-points';
import { type Edge, gap, highest, letter, lowest, margin, row } from './demand-room';

/** The area of a firm in the drawing: its lower and its upper edge, as parts of the height from the top. */
export interface DemandLayer {
  readonly firm: number;
  readonly gets: readonly number[];
  readonly from: Edge;
  readonly to: Edge;
}

/** A name on an area: its right end and its middle. Parts of the width and of the height, from the top. */
export interface DemandName {
  readonly firm: number;
  readonly x: number;
  readonly y: number;
}

/** What stands over the line where another lab falls: left or right of it, and how high its foot is. A hairline leads down. */
export interface DemandFlag extends DemandName {
  readonly left: boolean;
  readonly foot: number;
}

/** Letters of a name are a little wider than figures. */
const nameLetter = 1.1 * letter.narrow;

/** The names of firms that serve nobody at the end, on their areas, where those are high enough. The line of the first fall names who falls besides. */
export function namesOf(
  layers: readonly DemandLayer[],
  firms: readonly { readonly name: string }[],
  fall = -1,
): DemandName[] {
  return layers.flatMap(({ firm, gets, from, to }) => {
    const end = gets.length - 1;
    if (gets[end] > 0) return [];
    const long = nameLetter * firms[firm].name.length;
    let best: (DemandName & { readonly room: number }) | undefined;
    for (let t = Math.ceil(long * end); t <= gets.findLastIndex((pay) => pay > 0); t++) {
      const x = t / end - gap / 2;
      if (x < long || (fall / end > x - long && fall / end < x)) continue;
      const [roof, floor] = [lowest(to, x - long, x), highest(from, x - long, x)];
      const room = floor - roof;
      if (room >= row && room > (best?.room ?? 0)) best = { firm, x, y: (roof + floor) / 2, room };
    }
    return best ? [{ firm, x: best.x, y: best.y }] : [];
  });
}

/** The labs that fall after the first, each over the line of all that customers pay where there is room: clear of the sums there, of the words beside the drawing and of the top row, which is the reference’s where that leaves the frame. */
export function flagsOf(
  { falls }: Pick<Demand, 'falls'>,
  line: Edge,
  firms: readonly { readonly name: string }[],
  points: readonly DemandPoint[],
  ends: readonly { readonly at: number }[],
): DemandFlag[] {
  const last = line.length - 1;
  const placed = points.map(({ x, pay, left, narrow }) => {
    const long = letter.narrow * pay.length;
    return { from: left ? x - long : x, to: left ? x : x + long, foot: narrow };
  });
  return falls.slice(1).flatMap(({ firm, t }) => {
    const x = t / last;
    const long = nameLetter * `${firms[firm].name} fails`.length;
    for (const left of [false, true]) {
      const [from, to] = left ? [x - long, x] : [x, x + long];
      const met = placed.filter((other) => other.from < to && other.to > from);
      const foot = Math.min(highest(line, from, to) - gap, ...met.map((other) => other.foot - row));
      const beside = to > 1 && ends.some(({ at }) => at + row / 2 > foot - row && at - row / 2 < foot);
      if (from < 0 || to > 1 + margin || beside || foot - row < row) continue;
      placed.push({ from, to, foot });
      return [{ firm, x, y: line[t], left, foot }];
    }
    return [];
  });
}
