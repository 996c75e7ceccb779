import { type LeverId, type Levers, type Swing, type Totals, tornado, type WorldRunner } from '../engine';
import { grids } from '../world/grids';

/** What the world comes to, in one number: promises gone, capacity left without a tenant (both in billions), firms that fall. */
export const effects = ['unpaid', 'stranded', 'failures'] as const;
export type Effect = (typeof effects)[number];

/** One dial moved down and up, all others as they are. */
export interface Move {
  readonly lever: LeverId;
  /** Where the dial stands. */
  readonly value: number;
  /** Where it goes, and what the world comes to there; nothing at its end. */
  readonly down?: End | undefined;
  readonly up?: End | undefined;
  /** How far the effect moves at the most. */
  readonly reach: number;
}

interface End {
  readonly value: number;
  readonly effect: number;
}

export interface Moves {
  readonly effect: Effect;
  readonly present: number;
  /** Those dials that move it furthest, the furthest first. */
  readonly moves: readonly Move[];
  /** The effects that the drawing has to hold: least and most. */
  readonly from: number;
  readonly to: number;
}

/** How far each dial is moved, as a share of its range. */
const moved = 0.1;
/** How many dials are shown. */
export const shownMoves = 7;

/** Of dials that move it equally far, as where nothing does, these come first: the essay has told of them, and where the edge lies on them is what a reader looks for. */
const knownBest: readonly LeverId[] = ['growth', 'stop', 'severity', 'drought', 'backstop', 'firmness', 'runway'];
/** Less than this, in billions or firms, is nothing but rounding. */
const nothingMoves = 1e-9;

function effectOf({ lost, cut, badDebt, stranded, failures }: Totals, effect: Effect): number {
  if (effect === 'unpaid') return lost + cut + badDebt;
  return effect === 'stranded' ? stranded : failures;
}

/** What moves an effect most, by a tenth of each dial's range either way: some sixty runs. */
export function movesOf(runner: WorldRunner, levers: Levers, effect: Effect): Moves {
  const answer = tornado(runner, { levers }, grids, moved);
  const present = effectOf(answer.present, effect);
  const end = (swing: Swing | undefined): End | undefined =>
    swing && { value: swing.value, effect: effectOf(swing.totals, effect) };
  const moves = answer.bars
    .map(({ lever, ...bar }): Move => {
      const [down, up] = [end(bar.down), end(bar.up)];
      const reach = Math.max(0, ...[down, up].map((to) => (to ? Math.abs(to.effect - present) : 0)));
      return { lever, value: levers[lever], down, up, reach: reach < nothingMoves ? 0 : reach };
    })
    .sort((a, b) => b.reach - a.reach || placeAmongKnown(a.lever) - placeAmongKnown(b.lever))
    .slice(0, shownMoves);
  const ends = moves.flatMap(({ down, up }) => [down, up].flatMap((to) => (to ? [to.effect] : [])));
  return { effect, present, moves, from: Math.min(present, ...ends), to: Math.max(present, ...ends) };
}

/** Less than this, in billions or firms, is not worth a word. */
const worthSaying = 0.05;

/** Is the effect another where the dial is moved? */
export function movesAnything({ reach }: Move): boolean {
  return reach >= worthSaying;
}

function placeAmongKnown(lever: LeverId): number {
  const place = knownBest.indexOf(lever);
  return place < 0 ? knownBest.length : place;
}

/** Where an effect stands in the drawing, 0..1. In the middle if nothing moves it. */
export function placeOf({ from, to }: Pick<Moves, 'from' | 'to'>, effect: number): number {
  return to - from < 1e-9 ? 0.5 : (effect - from) / (to - from);
}
