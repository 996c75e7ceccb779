import type { Calendar } from '../world/quarters';
import { displayQuarter } from '../world/quarters';
import { money } from './claim-facts';
import type { Demand, DemandFall } from './demand';
import { areaBetween, type Point, polyline } from './polyline';

/** Areas stacked on one another: x is the quarter, y grows downwards from 0 to `tall`. */
export interface DemandDrawing {
  readonly wide: number;
  readonly tall: number;
  readonly areas: readonly DemandArea[];
  /** The line of all that customers pay in the plan. */
  readonly plan: string;
  /** Where the first lab falls: x. */
  readonly fall: number | undefined;
  /** The quarter after, if customers pay less in it: parts of the drawing, 0..1, and how much they pay then, in words. Its name stands left of it where there is no room to the right. */
  readonly dip: { readonly x: number; readonly y: number; readonly left: boolean; readonly pay: string } | undefined;
}

export interface DemandArea {
  readonly firm: number;
  readonly path: string;
  /** Where its name stands: beside the last quarter, or within it for a firm that serves nobody by then. Parts of the drawing, 0..1. */
  readonly label: { readonly x: number; readonly y: number; readonly beside: boolean };
}

const tall = 100;
/** Names beside the drawing keep this much apart, as a part of its height. */
const apart = 0.085;

export function drawDemand({ servers, total, fall }: Demand, reference: Demand): DemandDrawing {
  const end = total.length - 1;
  const most = 1.04 * Math.max(...total, ...reference.total, Number.MIN_VALUE);
  const y = (pay: number) => Math.round(tall * 100 * (1 - pay / most)) / 100;
  const next = dipOf({ total, fall });
  const below = total.map(() => 0);
  const areas = servers.map(({ firm, gets }) => {
    const from = [...below];
    gets.forEach((money, t) => {
      below[t] += money;
    });
    const points = (sums: readonly number[]) => sums.map((money, t): Point => [t, y(money)]);
    const isServing = gets[end] > 0;
    const widest = gets.reduce((best, money, t) => (money > gets[best] ? t : best), 0);
    const t = isServing ? end : Math.max(0, widest - 2);
    return {
      firm,
      path: areaBetween(points(below), points(from)),
      label: { x: t / end, y: (y(below[t]) + y(from[t])) / 2 / tall, beside: isServing },
    };
  });
  return {
    wide: end,
    tall,
    areas: spread(areas),
    plan: polyline(reference.total.map((money, t) => [t, y(money)])),
    fall: fall?.t,
    dip: next && { x: next.t / end, y: y(next.total) / tall, left: next.t > 0.7 * end, pay: money(next.total) },
  };
}

/** The quarter after the fall, if customers are seen to pay less in it than in the one before, and it is not the last. */
export function dipOf({ total, fall }: Pick<Demand, 'total' | 'fall'>): DemandFall['next'] {
  const next = fall?.next;
  if (!fall || !next || next.t >= total.length - 1) return undefined;
  return next.total < total[fall.t] && money(next.total) !== money(total[fall.t]) ? next : undefined;
}

/** Moves the names beside the drawing up until none stands on another. Areas come from the bottom up. */
function spread(areas: readonly DemandArea[]): DemandArea[] {
  let above = 1 - apart / 2 + apart;
  return areas.map((area) => {
    if (!area.label.beside) return area;
    above = Math.min(area.label.y, above - apart);
    return { ...area, label: { ...area.label, y: above } };
  });
}

/** What the drawing shows, in a sentence. */
export function demandFinding(
  { total, fall }: Demand,
  cast: Calendar & { readonly firms: readonly { readonly name: string }[] },
): string {
  const end = total.length - 1;
  const last = displayQuarter(end, cast.start);
  const goes = (from: number) => (total[end] < from ? 'falls' : 'goes');
  if (!fall) {
    return `No lab fails, and what customers pay for AI ${goes(total[0])} from ${money(total[0])} a quarter to ${money(total[end])} in ${last}.`;
  }
  const { name } = cast.firms[fall.firm];
  const before = total[fall.t];
  const fails = `${name} fails in ${displayQuarter(fall.t, cast.start)}.`;
  const [from, to] = [money(before), money(total[end])];
  const dip = dipOf({ total, fall });
  if (dip)
    return `${fails} What customers pay for AI falls from ${from} a quarter to ${money(dip.total)} in the next, and ends at ${to}.`;
  if (from === to) return `${fails} What customers pay for AI ends about where it was, at ${to} a quarter.`;
  const still = total[end] < before ? '' : ', all the same';
  return `${fails} What customers pay for AI ${goes(before)} from ${from} a quarter to ${to}${still}.`;
}
