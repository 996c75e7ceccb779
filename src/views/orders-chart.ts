import { displayQuarter } from '../world/quarters';
import { type PlacedText, placeTexts } from './chart-texts';
import type { Digger } from './diggers';
import { percent } from './diggers-words';
import { dollars } from './money';

export interface OrdersChart {
  /** What the full height stands for, in billions. */
  readonly top: number;
  /** How high the orders are when the first firm falls, 0..1: the line of its fall reaches down to them. */
  readonly fell: number;
  readonly words: readonly PlacedText[];
}

/** The chart of a supplier: its orders, with the high point and the low one of their steepest fall. */
export function ordersChart(
  { orders, reference, ordersDrop: drop }: Digger,
  fall: { readonly t: number } | undefined,
  start: string,
): OrdersChart {
  const top = Math.max(1e-9, 1.15 * Math.max(...orders), 1.04 * Math.max(...reference));
  const fell = fall ? orders[fall.t] / top : 0;
  const texts = drop
    ? [
        {
          t: drop.trough,
          pay: drop.to,
          sum: dollars(drop.to),
          after: ` ${displayQuarter(drop.trough, start)}, ${percent(drop.share)} less`,
        },
        { t: drop.peak, pay: drop.from, sum: dollars(drop.from), after: ` ${displayQuarter(drop.peak, start)}` },
      ]
    : [];
  const upright = fall ? [{ x: (fall.t + 1) / orders.length, from: fell, to: 1 }] : [];
  return { top, fell, words: placeTexts(texts, { lines: [orders], quiet: [reference], upright }, top) };
}
