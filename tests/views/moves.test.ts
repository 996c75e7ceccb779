import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/views/facts';
import { effects, movesOf, placeOf, shownMoves } from '../../src/views/moves';
import { effectWords, movesFinding } from '../../src/views/moves-words';
import { dialOf } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import { shippedFile, shippedWorlds } from '../../src/world/shipped';
import { batch, leversOf, worlds } from './futures-of';
import { runOf } from './shipped-runs';

const searchWar = shippedWorlds.worlds.find(({ id }) => id === 'the-search-war')?.query ?? '';

describe('what moves the world', () => {
  it('begins with the dial that moves it furthest, and leaves out none that moves it further', () => {
    for (const query of Object.values(worlds)) {
      for (const effect of effects) {
        const { moves, from, to, present } = movesOf(batch, leversOf(query), effect);
        expect(moves).toHaveLength(shownMoves);
        expect(moves.map(({ reach }) => reach)).toEqual(moves.map(({ reach }) => reach).sort((a, b) => b - a));
        for (const { down, up, value, lever } of moves) {
          for (const end of [down, up]) {
            if (!end) continue;
            const place = placeOf({ from, to }, end.effect);
            expect(place >= 0 && place <= 1).toBe(true);
            const { min, max } = dialOf(lever);
            expect(end.value >= min && end.value <= max && end.value !== value).toBe(true);
          }
        }
        expect(present >= from && present <= to).toBe(true);
      }
    }
  });

  it('begins with growth where no dial moves anything, for that is where its edge is looked for', () => {
    const { moves } = movesOf(batch, decode(searchWar, shippedFile).levers, 'unpaid');
    expect(moves.every(({ reach }) => reach === 0)).toBe(true);
    expect(moves[0].lever).toBe('growth');
    expect(new Set(moves.map(({ lever }) => lever)).size).toBe(shownMoves);
  });

  it('is what a run with that dial moved comes to', () => {
    const levers = leversOf(worlds.stop);
    const { moves, present } = movesOf(batch, levers, 'unpaid');
    expect(present).toBeCloseTo(promisesOf(runOf(levers)).never, 6);
    for (const { lever, up, down } of moves) {
      for (const end of [up, down]) {
        if (end) expect(end.effect).toBeCloseTo(promisesOf(runOf({ ...levers, [lever]: end.value })).never, 6);
      }
    }
  });

  it('brings nobody down where the suppliers step in, as the essay says', () => {
    const { moves, present } = movesOf(batch, leversOf(worlds.backstop), 'failures');
    expect(present).toBe(0);
    expect(moves[0].reach).toBe(0);
  });

  it('is told in a sentence', () => {
    const find = (query: string, effect: (typeof effects)[number]) =>
      movesFinding(movesOf(batch, leversOf(query), effect), shippedFile);
    expect(find(worlds.stop, 'unpaid')).toMatch(
      /^“Suppliers step in” matters most: at 10% promises of \$\d+bn are gone instead of \$\d+bn\.$/,
    );
    expect(find(worlds.stop, 'failures')).toMatch(/ no firm falls instead of one\.$/);
    expect(find(worlds.backstop, 'failures')).toBe(
      'No dial, moved by a tenth of its range, changes how many firms fall.',
    );
    expect(find(worlds.backstop, 'stranded')).toBe(
      'No dial, moved by a tenth of its range, changes the capacity left empty.',
    );
    expect(effectWords('failures', 1)).toBe('one firm');
    expect(effectWords('failures', 0)).toBe('no firms');
    expect(effectWords('unpaid', 0)).toBe('nothing');
  });
});
