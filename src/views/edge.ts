import { type LeverId, type Levers, leverIds, type Run } from '../engine';
import { wording } from '../world/dial-format';
import { clampToStep } from '../world/dial-steps';
import { type Dial, dialOf } from '../world/dials';
import type { Calendar } from '../world/quarters';
import { anyFall } from './facts';

/** Where on a dial the first firm falls, if everything else stays as it is. */
export interface Edge {
  /**
   * - `from`: at this value, and not at the values below it that were tried
   * - `always`: at the lowest value already
   * - `never`: at none of the values that were tried
   */
  readonly kind: 'from' | 'always' | 'never';
  /** The value, on the dial's step. Undefined if it is `never`. */
  readonly value?: number;
  /** Did no value that was tried beyond the edge spare everyone? */
  readonly monotone: boolean;
}

/** Runs the model on an engine of its own: the views of the reader's run must not be overwritten. */
export interface Probe {
  run(levers: Levers): Run;
}

/** Values tried at even distances, to find where to look closely and to see whether more of the dial is always worse. */
const coarse = 9;

/**
 * Finds the smallest value of a dial at which a firm fails or is restructured: a coarse sweep, then bisection in the
 * first interval in which somebody falls. Some fifteen runs.
 */
export function findEdge(probe: Probe, levers: Levers, id: LeverId): Edge {
  const dial = dialOf(id);
  const falls = (line: number) => anyFall(probe.run({ ...levers, [id]: onGrid(dial, line) }));
  const end = Math.round((dial.max - dial.min) / dial.step);
  const lines = evenly(end, coarse);
  const fallen = lines.map(falls);
  const first = fallen.indexOf(true);
  if (first < 0) return { kind: 'never', monotone: true };
  const monotone = fallen.slice(first).every(Boolean);
  if (first === 0) return { kind: 'always', value: dial.min, monotone };
  let safe = lines[first - 1];
  let over = lines[first];
  while (over - safe > 1) {
    const middle = Math.floor((safe + over) / 2);
    if (falls(middle)) over = middle;
    else safe = middle;
  }
  return { kind: 'from', value: onGrid(dial, over), monotone };
}

function onGrid(dial: Dial, line: number): number {
  return clampToStep(dial, dial.min + line * dial.step);
}

/** Whole numbers from 0 to `end`, at most `count` of them, evenly apart. */
function evenly(end: number, count: number): number[] {
  const n = Math.min(end, count - 1);
  return Array.from({ length: n + 1 }, (_, k) => Math.round((k * end) / Math.max(1, n)));
}

/** Finds the edge of one dial again only when another dial has moved. */
export function edgeFinder(probe: Probe, id: LeverId): (levers: Levers) => Edge {
  let asked: Levers | undefined;
  let edge: Edge | undefined;
  return (levers) => {
    const same = asked && leverIds.every((other) => other === id || asked?.[other] === levers[other]);
    if (!edge || !same) edge = findEdge(probe, levers, id);
    asked = levers;
    return edge;
  };
}

/** The edge in words, with its place on the track if it has one. */
export function edgeWords(edge: Edge, id: LeverId, calendar: Calendar): { value?: number; text: string } {
  const { kind, value, monotone } = edge;
  if (kind === 'never' || value === undefined) return { text: 'no firm fails, wherever this dial stands' };
  if (kind === 'always' && monotone) return { text: 'a firm fails wherever this dial stands' };
  const but = monotone ? '' : ', though not everywhere above';
  return { value, text: `the first firm fails from ${wording(dialOf(id), value, calendar).short}${but}` };
}
