import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { Calendar } from '../world/quarters';
import { type Move, type Moves, placeOf } from './moves';
import { effectWords } from './moves-words';

/** One end of a move. */
export interface MoveEnd {
  readonly kind: 'down' | 'up';
  /** Where the dial goes, and what the world comes to there, in words. */
  readonly at: string;
  readonly comes: string;
  /** Where its bar ends, 0..1. */
  readonly place: number;
}

/** The bars of a move on either side of where the world stands: each side as drawn, from the left to the right. */
export interface MoveBars {
  /** Where the world stands, and all bars begin. */
  readonly present: number;
  readonly less: readonly MoveEnd[];
  readonly more: readonly MoveEnd[];
}

/** An end that changes nothing has no bar. */
export function barsOf(move: Move, moves: Moves, calendar: Calendar): MoveBars {
  const ends = (['down', 'up'] as const)
    .flatMap((kind) => {
      const end = move[kind];
      if (!end || Math.abs(end.effect - moves.present) < 1e-9) return [];
      const at = wording(dialOf(move.lever), end.value, calendar).short;
      return [{ kind, at, comes: effectWords(moves.effect, end.effect), place: placeOf(moves, end.effect) }];
    })
    .sort((a, b) => a.place - b.place);
  const present = placeOf(moves, moves.present);
  return {
    present,
    less: ends.filter(({ place }) => place < present),
    more: ends.filter(({ place }) => place >= present),
  };
}
