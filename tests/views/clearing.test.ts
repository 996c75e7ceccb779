import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paidBySteps } from '../../src/views/cleared';
import { clearingOf, clearingWords } from '../../src/views/clearing';
import { millions } from '../../src/views/exact';
import { shippedNetwork } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { cast, hostsFall, plan, runOf, runOfWorld, wild } from './shipped-runs';

const { firms, quarters } = shippedNetwork;
const indexOf = (id: string) => firms.findIndex((firm) => firm.id === id);
const quarterOf = (year: number, quarter: number) =>
  4 * (year - Number(cast.start.slice(0, 4))) + quarter - Number(cast.start.slice(-1));

function everyBook(visit: (i: number, t: number) => void): void {
  for (let t = 0; t < quarters; t++) for (let i = 0; i < firms.length; i++) visit(i, t);
}

describe('what was paid, by the step that made it', () => {
  it('is in the clearing what the engine says was cleared, in any world', () => {
    const agrees = (levers: Parameters<typeof runOf>[0]) => {
      const run = runOf(levers);
      everyBook((i, t) => {
        const { due, chosen } = paidBySteps(run, i, t);
        const cleared = run.firm.cleared[t * firms.length + i];
        const sum = due.contracts + due.orders + due.outside;
        expect(Math.abs(sum - cleared)).toBeLessThan(1e-9 * Math.max(1, cleared));
        for (const amount of Object.values(chosen)) expect(amount).toBeGreaterThanOrEqual(-1e-9);
      });
    };
    agrees({ ...wild, friction: 0.3 });
    agrees(hostsFall);
    fc.assert(fc.property(arbLevers(), agrees), { numRuns: 15 });
  });

  it('is all by choice where no promise is firm', () => {
    const run = runOf({ firmness: 0 });
    const { due, chosen } = paidBySteps(run, indexOf('openai'), quarterOf(2027, 1));
    expect(due.contracts).toBe(0);
    expect(chosen.contracts).toBeGreaterThan(10);
  });

  it('parts what Oracle had to pay from what it chose to, in the world the page opens with', () => {
    const run = runOfWorld('the-music-stops');
    const { due, chosen } = paidBySteps(run, indexOf('oracle'), quarterOf(2029, 4));
    expect(due.orders + due.outside).toBeGreaterThan(0);
    expect(chosen.orders + chosen.outside).toBeGreaterThan(0);
  });
});

describe('how the clearing of a quarter went, in words', () => {
  it('tells of rent that comes after it, and that the quarter is missed all the same', () => {
    const run = runOf({ growth: 1.5, substitution: 0.5 });
    const t = quarterOf(2032, 3);
    const clearing = clearingOf(run, indexOf('google'), t);
    expect(clearing.short).toBeGreaterThan(0);
    expect(clearing.closing).toBeGreaterThan(0);
    expect(
      run.events.some(({ kind, firm, t: at }) => kind === 'missed' && firm === indexOf('google') && at === t),
    ).toBe(true);
    const words = clearingWords(clearing, cast.start);
    expect(words).toContain(`in step 9, came ${millions(clearing.later)} that others chose to spend with it, too late`);
    expect(words).toContain(`it closed with ${millions(clearing.closing)}, and the quarter counts as missed.`);
  });

  it('says what the two numbers above it differ by', () => {
    const run = runOfWorld('the-music-stops');
    let said = 0;
    everyBook((i, t) => {
      const clearing = clearingOf(run, i, t);
      if (clearing.failed !== undefined || clearing.short <= 1e-9 || clearing.overdrawn > 0) return;
      const [owed, cleared] = [clearing.owed, clearing.cleared].map((x) => Math.round(1000 * Number(x.toFixed(3))));
      expect(clearingWords(clearing, cast.start)).toContain(`It is ${millions((owed - cleared) / 1000)} short`);
      said++;
    });
    expect(said).toBeGreaterThan(0);
  });

  it('says of a lab that has failed since when its books are closed', () => {
    const run = runOfWorld('the-music-stops');
    const openai = indexOf('openai');
    const fell = run.events.find(({ kind, firm }) => kind === 'failed' && firm === openai)?.t ?? quarters;
    expect(clearingWords(clearingOf(run, openai, fell), cast.start)).toContain('short of what was due');
    for (let t = fell + 1; t < quarters; t++) {
      expect(clearingWords(clearingOf(run, openai, t), cast.start)).toBe(
        'It failed in 2029\u00a0Q4. Its books are closed.',
      );
    }
  });

  it('says that all is paid where it is', () => {
    expect(clearingWords(clearingOf(plan, indexOf('openai'), 4), cast.start)).toContain(
      'All that was legally due is paid.',
    );
    const nothingFirm = clearingOf(runOf({ firmness: 0 }), indexOf('openai'), quarterOf(2027, 1));
    expect(clearingWords(nothingFirm, cast.start)).toContain('Nothing was legally due.');
  });
});
