import { money } from './claim-facts';
import type { Demand } from './demand';
import { type Edge, gap, highest, letter, row } from './demand-room';
import { dipOf } from './demand-words';

/** A sum on the line of all that customers pay. Parts of the drawing, from the left and from the top. */
export interface DemandPoint {
  readonly t: number;
  readonly x: number;
  readonly y: number;
  readonly pay: string;
  /** Does it stand left of the point? */
  readonly left: boolean;
  /** Where its foot stands, clear of the line, in a narrow drawing and in a wide one. */
  readonly narrow: number;
  readonly wide: number;
}

/** Sums in words are so long, as a part of a narrow drawing. */
const long = letter.narrow * '$100bn'.length;

/** The sums that the sentence over the drawing names: before the first fall and after it; where nobody falls, the first. That of the end stands beside the drawing. */
export function pointsOf({ total, fall }: Demand, line: Edge): DemandPoint[] {
  const end = total.length - 1;
  const point = (t: number, left: boolean, under?: DemandPoint): DemandPoint => {
    const pay = money(total[t]);
    const x = t / end;
    const foot = (wide: number) =>
      (left ? highest(line, x - wide * pay.length, x) : highest(line, x, x + wide * pay.length)) - gap;
    const over = under ? [under.narrow - row, under.wide - row] : [1, 1];
    return {
      t,
      x,
      y: line[t],
      pay,
      left,
      narrow: Math.min(foot(letter.narrow), over[0]),
      wide: Math.min(foot(letter.wide), over[1]),
    };
  };
  if (!fall) return [point(0, false)];
  // At the very start there is no room before the fall: the sentence has it.
  const before = fall.t / end >= long ? point(fall.t, true) : undefined;
  const dip = dipOf({ total, fall });
  const late = dip && dip.t / end > 1 - long;
  const after = dip && point(dip.t, Boolean(late), late ? before : undefined);
  return [before, after].flatMap((some) => (some ? [some] : []));
}
