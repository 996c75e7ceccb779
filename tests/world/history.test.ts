import { describe, expect, it } from 'vitest';
import { amend, begin, drop, record, redo, undo } from '../../src/world/history';

const abc = record(record(begin('a'), 'b'), 'c');

describe('history', () => {
  it('goes back and forth, and stops at both ends', () => {
    expect(undo(abc).present).toBe('b');
    expect(undo(undo(undo(undo(abc)))).present).toBe('a');
    expect(redo(undo(abc))).toEqual(abc);
    expect(redo(abc)).toBe(abc);
    expect(undo(begin('a')).past).toEqual([]);
  });

  it('loses nothing when something new is done after undoing', () => {
    let now = record(undo(undo(abc)), 'd');
    expect(now.future).toEqual([]);
    const seen = [];
    while (now.past.length > 0) {
      now = undo(now);
      seen.push(now.present);
    }
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('amends the entry at hand, or drops it', () => {
    expect(undo(amend(abc, 'C')).present).toBe('b');
    expect(redo(undo(amend(abc, 'C'))).present).toBe('C');
    expect(drop(abc)).toEqual(record(begin('a'), 'b'));
  });
});
