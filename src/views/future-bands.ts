import type { Run } from '../engine';
import type { Column, Findings } from '../engine/futures';
import type { LineKind } from '../world/panels';
import { quarterWide, tall } from './band-paths';
import { goneAt } from './fall';
import { areaBetween } from './polyline';
import { lineThrough, pointsThrough } from './replay';
import { roundUp } from './round-up';

/** One line of a firm over all futures, with the quiet line: the plan, or the pinned world. Money in billions. */
export interface FutureSpread {
  readonly firm: number;
  readonly kind: LineKind;
  /** How many futures have been run, and how many will be. */
  readonly futures: number;
  readonly count: number;
  /** By level of `levels`, a number a quarter. */
  readonly quantiles: readonly (readonly number[])[];
  readonly reference: readonly number[];
  /** The quarter in which the firm fails and is gone, in the quiet line. */
  readonly referenceFellAt: number | undefined;
  /** Share of futures in which the firm still stands, by quarter. */
  readonly standing: readonly number[];
}

/** The same with the reader's own run. */
export interface FutureBands extends FutureSpread {
  readonly run: readonly number[];
  /** The quarter in which the firm fails and is gone. */
  readonly fellAt: number | undefined;
  /** The amount that reaches the top of the drawing. */
  readonly top: number;
}

/** Nine futures of ten lie between the first and the last, half of all between the second and the last but one. */
export const levels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** The futures of a line, with the reader's own run. */
export function bandsOf(spread: FutureSpread, run: Run): FutureBands {
  const own = lineIn(run, spread.kind, spread.firm);
  const top = roundUp(Math.max(1, ...own, ...spread.reference, ...spread.quantiles[levels.length - 1]));
  return { ...spread, run: own, fellAt: goneAt(run, spread.firm), top };
}

function lineIn({ network, firm }: Run, kind: LineKind, column: number): number[] {
  return Array.from({ length: network.quarters }, (_, t) => Math.max(0, firm[kind][t * network.firms.length + column]));
}

/** Reads column 0 of the findings, which is this line. */
export function spreadOf(findings: Findings, reference: Run, { series, column }: Column): FutureSpread {
  const kind = series.slice('firm.'.length) as LineKind;
  return {
    firm: column,
    kind,
    futures: findings.futures,
    count: findings.count,
    quantiles: findings.band(0, levels).map((values) => Array.from(values, (value) => Math.max(0, value))),
    reference: lineIn(reference, kind, column),
    referenceFellAt: goneAt(reference, column),
    standing: [...findings.survival(column).share],
  };
}

/** The part of a line in which its firm lives: a line along nothing would say that it goes on. */
export function lived(values: readonly number[], fellAt: number | undefined): readonly number[] {
  return fellAt === undefined ? values : values.slice(0, fellAt + 1);
}

/** The future in the middle has no quarter of a fall, for in each quarter it is another. Where nothing is left of it for good, it ends. */
function untilNothing(values: readonly number[]): readonly number[] {
  const last = values.findLastIndex((value) => value > 0);
  return values.slice(0, last + 2);
}

/** All that a hand on a dial does not move in each frame: not the reader's own line (`lineThrough`). */
export interface FuturePaths {
  readonly outer: string;
  readonly inner: string;
  readonly median: string;
  readonly reference: string;
  /** The share of futures in which the firm stands, of the full height. */
  readonly standing: string;
}

export function futurePaths({
  quantiles,
  reference,
  referenceFellAt,
  standing,
  top,
}: Pick<FutureBands, 'quantiles' | 'reference' | 'referenceFellAt' | 'standing' | 'top'>): FuturePaths {
  const [lowest, low, median, high, highest] = quantiles;
  const between = (lower: readonly number[], upper: readonly number[]) =>
    areaBetween(pointsThrough(upper, top), pointsThrough(lower, top));
  const shares = standing.map((share) => Math.round(share * tall));
  return {
    outer: between(lowest, highest),
    inner: between(low, high),
    median: lineThrough(untilNothing(median), top),
    reference: lineThrough(lived(reference, referenceFellAt), top),
    standing: `M0 0${shares.map((height, t) => `V${-height}H${(t + 1) * quarterWide}`).join('')}V0Z`,
  };
}
