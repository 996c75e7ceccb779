import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effects, type Moves, movesAnything, movesOf } from '../../src/views/moves';
import { barsOf } from '../../src/views/moves-ends';
import { shippedFile } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { batch } from './futures-of';

/** A world that stands at 50 of 0..100, and a dial that moves it to these. */
function moved(down: number, up: number) {
  const move = {
    lever: 'growth' as const,
    value: 0.6,
    down: { value: 0.45, effect: down },
    up: { value: 0.75, effect: up },
    reach: 1,
  };
  const moves: Moves = { effect: 'unpaid', present: 50, moves: [move], from: 0, to: 100 };
  return barsOf(move, moves, shippedFile);
}

describe('the bars of a move', () => {
  it('lie on the side to which they go, whichever way the dial is moved', () => {
    expect(moved(95, 10)).toEqual({
      present: 0.5,
      less: [{ kind: 'up', at: '75%', comes: '$10bn', place: 0.1 }],
      more: [{ kind: 'down', at: '45%', comes: '$95bn', place: 0.95 }],
    });
  });

  it('are in order on one side', () => {
    expect(moved(30, 10).less.map(({ kind }) => kind)).toEqual(['up', 'down']);
    expect(moved(60, 90).more.map(({ kind }) => kind)).toEqual(['down', 'up']);
    expect(moved(60, 90).less).toEqual([]);
  });

  it('are those of what changes anything', () => {
    expect(moved(50, 50)).toMatchObject({ less: [], more: [] });
    expect(moved(50, 20)).toMatchObject({ less: [{ kind: 'up' }], more: [] });
  });

  it('are there for every dial that moves anything, in any world', () => {
    fc.assert(
      fc.property(arbLevers(), fc.constantFrom(...effects), (levers, effect) => {
        const moves = movesOf(batch, levers, effect);
        for (const move of moves.moves) {
          const { less, more, present } = barsOf(move, moves, shippedFile);
          if (movesAnything(move)) expect(less.length + more.length).toBeGreaterThan(0);
          for (const { place } of less) expect(place >= 0 && place < present).toBe(true);
          for (const { place } of more) expect(place > present && place <= 1).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
