import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Levers, Run } from '../../src/engine';
import { idleFor, stopToOffer } from '../../src/views/idle';
import { dials, usualLevers } from '../../src/world/dials';
import { never } from '../../src/world/quarters';
import { arbLevers } from '../arbitraries/world';
import { cast, plan, runOf, runOfWorld } from './shipped-runs';

/** All that a run says, as text. */
const told = ({ levers: _, network: __, ...rest }: Run) =>
  JSON.stringify(rest, (_key, value) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value));

describe('a dial that does nothing', () => {
  it('changes no number of the run, wherever it is turned to', () => {
    let found = 0;
    fc.assert(
      fc.property(arbLevers(), fc.constantFrom(...dials), fc.nat(1000), fc.boolean(), (levers, dial, at, stops) => {
        const world: Levers = stops ? levers : { ...levers, stop: never };
        const run = runOf(world);
        if (!idleFor(dial.id, run)) return;
        found += 1;
        const before = told(run);
        const value = dial.min + (at / 1000) * (dial.max - dial.min);
        expect(told(runOf({ ...world, [dial.id]: dial.whole ? Math.round(value) : value }))).toBe(before);
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('is known by what has not happened', () => {
    const idle = (run: Run) => dials.filter(({ id }) => idleFor(id, run)).map(({ id }) => id);
    const after = ['grace', 'relet', 'reletTime', 'recovery', 'friction', 'migration'];
    expect(idle(plan)).toEqual(['severity', 'speed', 'drought', ...after]);
    expect(idle(runOfWorld('soft-landing'))).toEqual(after);
    expect(idle(runOfWorld('the-music-stops'))).toEqual([]);
  });

  it('is given its stop as the reader found it, or as the essay opens', () => {
    expect(stopToOffer({ ...usualLevers(), stop: 9 }, cast)).toBe(9);
    expect(stopToOffer(usualLevers(), cast)).toBe(runOfWorld('the-music-stops').levers.stop);
  });
});
