import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateOutcomes } from '../../src/engine';
import { promisesOf } from '../../src/views/facts';
import { type Hundred, hundredOf, shownWorlds } from '../../src/views/hundred';
import { payees, payeesThatFall } from '../../src/views/hundred-facts';
import { across, aside, frames, type HundredLayout, layoutOf, marksOf } from '../../src/views/hundred-layout';
import {
  agreement,
  fateWords,
  futuresCounted,
  giveOrTake,
  hundredFinding,
  inFutures,
  leftWords,
  ofHundred,
  progressWords,
  worldAloud,
} from '../../src/views/hundred-words';
import { replayer } from '../../src/views/replay';
import { drawnDials } from '../../src/views/spreads';
import { yearsOf } from '../../src/views/timeline';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { absolute } from './absolute';
import { batch, findingsOf, futuresOf, leversOf, worlds } from './futures-of';
import { runOf } from './shipped-runs';

const { quarters } = shippedNetwork;
const labs = shippedNetwork.firms.map(({ lab }) => lab);
const queries = Object.values(worlds);

describe('a hundred worlds', () => {
  it('are as often of a kind as all futures are, to the nearest world', () => {
    for (const query of queries) {
      const findings = findingsOf(query, 600);
      const { worlds: shown, somebody, standing } = hundredOf(findings);
      expect(shown).toHaveLength(shownWorlds);
      expect(Math.abs(shown.filter(({ falls }) => falls.length > 0).length - 100 * somebody.share)).toBeLessThanOrEqual(
        1,
      );
      const { value } = findings.odds('nobody-fails');
      expect(somebody.share).toBeCloseTo(1 - value, 12);
      standing.forEach(({ share }, firm) => {
        expect(share).toBe(findings.survival(firm).share[quarters - 1]);
      });
    }
  });

  it('stand in the order of their first fall, those in which nobody falls last', () => {
    const { worlds: shown } = hundredOf(findingsOf(worlds.stop));
    const firsts = shown.map(({ falls }) => falls[0]?.t ?? quarters);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(new Set(firsts).size).toBeGreaterThan(4);
  });

  it('stay the same futures while more are counted: most of them, and the one in the middle', () => {
    for (const query of [worlds.plan, worlds.stop, worlds.worst]) {
      const all = hundredOf(findingsOf(query, 2000));
      const kept = new Set(all.worlds.map(({ future }) => future));
      expect(Math.abs(all.middle - shownWorlds / 2)).toBeLessThan(20);
      for (const count of [64, 256]) {
        const some = hundredOf(findingsOf(query, count));
        expect(some.worlds[some.middle].future, `${query}, ${count}`).toBe(all.worlds[all.middle].future);
        const shown = [...new Set(some.worlds.map(({ future }) => future))];
        expect(shown.filter((future) => kept.has(future)).length).toBeGreaterThan(0.8 * shown.length);
      }
    }
  });

  it('are futures that end the same when they are run alone', () => {
    const n = shippedNetwork.firms.length;
    const alone = allocateOutcomes(shippedNetwork, 1);
    let fallen = 0;
    for (const query of queries) {
      for (const { future, falls } of hundredOf(findingsOf(query)).worlds.filter((_, k) => k % 9 === 0)) {
        batch.run([batch.future(futuresOf(query), future)], alone);
        const found = Array.from({ length: n }, (_, firm) => ({ firm, t: alone.fellAt[firm] }))
          .filter(({ t }) => t < quarters)
          .sort((a, b) => a.t - b.t || a.firm - b.firm);
        expect(falls).toEqual(found);
        fallen += falls.length;
      }
    }
    expect(fallen).toBeGreaterThan(10);
  });

  it('name those who fall, the most often first', () => {
    const { fallers, standing } = hundredOf(findingsOf(worlds.worst, 600));
    expect(fallers.length).toBeGreaterThan(1);
    expect(fallers.map(({ falls }) => falls.share)).toEqual(
      fallers.map(({ falls }) => falls.share).sort((a, b) => b - a),
    );
    expect(fallers.length + standing.filter(({ share }) => share === 1).length).toBe(standing.length);
    expect(fallers.reduce((sum, { first }) => sum + first, 0)).toBe(shownWorlds);
  });

  it('know how many of those who are owed fall', () => {
    expect(payees(shippedNetwork).map((i) => shippedFile.firms[i].id)).toEqual([
      'microsoft',
      'amazon',
      'google',
      'oracle',
    ]);
    expect(payeesThatFall(hundredOf(findingsOf(worlds.stop)), shippedNetwork)).toBe(0);
    expect(payeesThatFall(hundredOf(findingsOf(worlds.worst, 600)), shippedNetwork)).toBe(1);
  });
});

describe('their places', () => {
  const years = yearsOf(shippedFile);
  const both = Object.values(frames);

  it('hold each world once, each on the year of its first fall', () => {
    for (const query of queries) {
      const hundred = hundredOf(findingsOf(query));
      for (const frame of both) {
        const layout = layoutOf(hundred, years, frame);
        expect(layout.dots.map(({ at }) => at).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, k) => k));
        for (const { t, length, dots } of layout.years)
          for (const { at, x } of dots) {
            const [first] = hundred.worlds[at].falls;
            expect(first.t >= t && first.t < t + length && x > t && x < t + length).toBe(true);
          }
        for (const { at, x } of layout.standing.dots) {
          expect(hundred.worlds[at].falls).toEqual([]);
          expect(x).toBeGreaterThan(quarters + aside.gap);
        }
        expectApart(layout);
      }
    }
  });

  it('touch no other and stay in their drawing, however many fall in whichever year', () => {
    const fall = fc.option(fc.nat(quarters - 1), { nil: quarters });
    const crowd = fc
      .tuple(fall, fall, fc.nat(100))
      .map(([a, b, some]) => [
        ...Array.from({ length: some }, () => a),
        ...Array.from({ length: 100 - some }, () => b),
      ]);
    const anyhow = fc.array(fall, { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(fc.oneof(crowd, anyhow), (quartersOfFalls) => {
        const worlds = quartersOfFalls.map((t, future) => ({ future, falls: t < quarters ? [{ firm: 0, t }] : [] }));
        for (const frame of both) expectApart(layoutOf({ worlds }, years, frame));
      }),
      { numRuns: 60 },
    );
  });

  it('are as large as the fullest year lets them be', () => {
    const inOneYear = (count: number) => ({
      worlds: Array.from({ length: count }, (_, future) => ({ future, falls: [{ firm: 0, t: 3 }] })),
    });
    const pitches = [20, 60, 100].map((count) => layoutOf(inOneYear(count), years, frames.wide).pitch);
    expect(pitches).toEqual([...pitches].sort((a, b) => b - a));
    expect(pitches[0]).toBe(1);
    expect(pitches[2]).toBeLessThan(pitches[0]);
    expect(layoutOf(inOneYear(100), years, frames.narrow).pitch).toBe(1);
  });

  it('are drawn each once, by who falls first and who after, all of one size', () => {
    const hundred = hundredOf(findingsOf(worlds.worst, 600));
    const { stand, first, second } = marksOf(hundred, layoutOf(hundred, years, frames.wide));
    const count = (path: string) => path.match(/M/g)?.length ?? 0;
    const sum = (marks: readonly { path: string }[]) => marks.reduce((all, { path }) => all + count(path), 0);
    expect(count(stand) + sum(first)).toBe(100);
    expect(sum(second)).toBe(hundred.worlds.filter(({ falls }) => falls.length > 1).length);
    expect(sum(second)).toBeGreaterThan(0);
    // Within the room of one: a hollow one is open in the middle, and the dot in it leaves its rim free.
    expect(across.edge).toBeLessThan(1);
    expect(across.open).toBeLessThan(across.edge);
    expect(across.dot).toBeLessThan(across.open);
  });
});

/** No two marks are nearer than the room of one, and none leaves the drawing. */
function expectApart({ dots, pitch, wide, high }: HundredLayout): void {
  dots.forEach((dot, k) => {
    expect(dot.x >= pitch / 2 - 1e-9 && dot.x <= wide - pitch / 2 + 1e-9).toBe(true);
    expect(dot.y >= pitch / 2 - 1e-9 && dot.y <= high - pitch / 2 + 1e-9).toBe(true);
    for (const other of dots.slice(k + 1))
      if (Math.hypot(dot.x - other.x, dot.y - other.y) < pitch - 1e-9) throw new Error('Two marks touch');
  });
}

describe('in words', () => {
  it('says what was counted, and never all or none of what only rounds to it', () => {
    expect(ofHundred({ share: 0.634, of100: 63 })).toBe('63 of 100');
    expect(ofHundred({ share: 1, of100: 100 })).toBe('all 100');
    expect(ofHundred({ share: 0, of100: 0 })).toBe('none of 100');
    expect(ofHundred({ share: 0.999, of100: 100 })).toBe('nearly all 100');
    expect(ofHundred({ share: 0.001, of100: 0 })).toBe('fewer than one of 100');
  });

  it('says how far off the count may be, less with more futures', () => {
    expect(giveOrTake({ share: 0.5, of100: 50, standardError: 0.0501 })).toBe('give or take eleven');
    expect(giveOrTake({ share: 0.5, of100: 50, standardError: 0.004 })).toBe('give or take one');
    expect(giveOrTake({ share: 0, of100: 0, standardError: 0 })).toBe('they all agree');
    const one = { share: 1, of100: 100, standardError: 0 };
    const most = { share: 0.99, of100: 99, standardError: 0.005 };
    const agreed = (...shares: (typeof one)[]) =>
      agreement({ somebody: shares[0], fallers: shares.map((falls, firm) => ({ firm, falls, first: 0 })) });
    expect(agreed(one, one)).toBe('they all agree');
    expect(agreed(one, one, most)).toBe('they agree on a fall, not on whose');
    expect(agreed(most)).toBe('give or take one');
    const errors = [64, 256, 1024].map((count) => hundredOf(findingsOf(worlds.stop, count)).somebody.standardError);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(progressWords({ futures: 64, count: 10_000 })).toBe('Counted from 64 futures so far');
    expect(progressWords({ futures: 10_000, count: 10_000 })).toBe('Counted from 10,000 futures');
  });

  it('finds in each world what is true of it', () => {
    const find = (query: string) => hundredFinding(hundredOf(findingsOf(query, 600)), shippedFile);
    expect(find(worlds.plan)).toBe('In none of 600 futures does a firm fall.');
    expect(find(worlds.stop)).toMatch(/^OpenAI falls in \d+ of 100 worlds, and nobody else in any of 600 futures\.$/);
    const some = (share: number) => ({ share, of100: Math.round(100 * share), standardError: 0 });
    const findFallers = (...shares: number[]) =>
      hundredFinding(
        {
          somebody: some(shares[0]),
          fallers: shares.map((share, firm) => ({ firm, falls: some(share), first: 0 })),
        } as unknown as Hundred,
        shippedFile,
      );
    expect(findFallers(0.88, 0.001)).toBe('OpenAI falls in 88 of 100 worlds. Now and then Anthropic falls too.');
    expect(findFallers(0.9, 0.2, 0.001)).toBe(
      'Somebody falls in 90 of 100 worlds: OpenAI in 90, Anthropic in 20 and now and then Microsoft.',
    );
    expect(find(worlds.worst)).toMatch(
      /^Somebody falls in every one of 600 futures\. Of each hundred: OpenAI in 100, /,
    );
  });

  it('says of how many futures what happens in all of them or in none', () => {
    const [few, all] = [64, 10_000].map((futures) => ({ futures, count: 10_000 }));
    expect([few, all].map(futuresCounted)).toEqual(['the 64 futures counted so far', '10,000 futures']);
    const often = (share: number) => ({ share, of100: Math.round(100 * share), standardError: 0 });
    expect(inFutures(often(1), few)).toBe('every one of the 64 futures counted so far');
    expect(inFutures(often(0.63), few)).toBe('63 of 100 futures');
    const left = (firms: number, fallen: number) =>
      leftWords({ ...all, standing: Array(firms).fill(often(1)), fallers: Array(fallen).fill(undefined) });
    expect(left(9, 1)).toBe('Eight of nine firms stand in every one of 10,000 futures');
    expect(left(9, 8)).toBe('One of nine firms stands in every one of 10,000 futures');
    expect(left(9, 9)).toBe('None of nine firms stand in every one of 10,000 futures');
    for (const query of Object.values(worlds)) {
      const hundred = hundredOf(findingsOf(query, 64));
      const standers = hundred.standing.filter(({ share }) => share === 1).length;
      expect(hundred.standing.length - hundred.fallers.length).toBe(standers);
    }
  });

  it('tells the fate of one world', () => {
    const fate = (falls: { firm: number; t: number }[]) => fateWords({ falls }, shippedFile, labs);
    expect(fate([])).toBe('Every firm stands to the end.');
    expect(fate([{ firm: 0, t: 13 }])).toBe('OpenAI fails in 2029\u00a0Q4.');
    const oracle = shippedFile.firms.findIndex(({ id }) => id === 'oracle');
    expect(
      fate([
        { firm: 0, t: 13 },
        { firm: oracle, t: 14 },
      ]),
    ).toBe('OpenAI fails in 2029\u00a0Q4 and Oracle is restructured in 2030\u00a0Q1.');
    expect(worldAloud(36, { future: 1, falls: [{ firm: 0, t: 13 }] }, shippedFile, labs)).toBe(
      'world 37 of 100. OpenAI fails in quarter 4 of 2029.',
    );
  });
});

describe('a future run alone', () => {
  const play = replayer(batch);

  it('ends as its mark says, and shows the cash of each lab up to its fall', () => {
    const { worlds: shown } = hundredOf(findingsOf(worlds.stop));
    for (const at of [0, 49, 99]) {
      const { future, falls } = shown[at];
      const replay = play(batch.future(futuresOf(worlds.stop), future), drawnDials);
      const names = replay.labs.flatMap(({ label }) => label ?? []).sort((a, b) => a - b);
      expect(names).toHaveLength(replay.labs.filter(({ fellAt }) => fellAt === undefined).length);
      expect(names.every((name, k) => name >= 0 && name <= 1 && (k === 0 || name - names[k - 1] > 0.2))).toBe(true);
      for (const { firm, fellAt, path } of replay.labs) {
        expect(fellAt).toBe(falls.find((fall) => fall.firm === firm)?.t);
        expect(absolute(path).match(/[ML]/g)).toHaveLength((fellAt ?? quarters - 1) + 1);
      }
      expect(replay.unpaid).toBeGreaterThan(falls.length > 0 ? 200 : 0);
      expect(replay.told).toEqual(['stop', 'severity', 'growth', 'drought']);
    }
  });

  it('leaves as much unpaid as the run of a world without any draw', () => {
    const levers = leversOf(worlds.stop);
    expect(play({ levers }, drawnDials).unpaid).toBeCloseTo(promisesOf(runOf(levers)).never, 6);
  });

  it('does not speak of a stop that never comes', () => {
    expect(play(batch.future(futuresOf(worlds.plan), 3), drawnDials).told).toEqual(['growth']);
  });
});
