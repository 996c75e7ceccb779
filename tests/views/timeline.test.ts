import { describe, expect, it } from 'vitest';
import { bandPaths, stretchesOf, wholeLine } from '../../src/views/band-paths';
import { droughtOf, droughtWords } from '../../src/views/drought';
import { measures } from '../../src/views/measure';
import { reading, timeline, yearsOf } from '../../src/views/timeline';
import { numbersOf } from '../../src/views/timeline-numbers';
import { absolute } from './absolute';
import { cast, plan, runOf, runOfWorld, wild } from './shipped-runs';

describe('the outline of a band', () => {
  it('is one line through the middles of the quarters, flat at the ends', () => {
    expect(absolute(wholeLine([100, 200, 0]))).toBe('M0 -100L1 -100L3 -200L5 0L6 0');
  });

  it('joins quarters of different standing where the line crosses their border', () => {
    const paths = bandPaths([100, 200, 300], stretchesOf(['sound', 'low', 'low']));
    expect(absolute(paths.line)).toBe('M0 -100L1 -100L2 -150');
    expect(absolute(paths.lowLine)).toBe('M2 -150L3 -200L5 -300L6 -300');
    expect(absolute(paths.low)).toBe('M2 0L2 -150L3 -200L5 -300L6 -300L6 0Z');
  });

  it('breaks off where a firm falls', () => {
    const failed = bandPaths([100, 200, 0], stretchesOf(['sound', 'sound', 'failed']));
    expect(absolute(failed.line)).toBe('M0 -100L1 -100L3 -200L4 -200');
    expect(failed.failed).toBe('M4 0H6');
    const other = bandPaths([100, 200, 50], stretchesOf(['sound', 'sound', 'restructured']));
    expect(absolute(other.restructured)).toBe('M4 -50L5 -50L6 -50');
  });
});

describe('the bands', () => {
  it('show the cash of labs and the income of the rest, or the same of all', () => {
    const quantities = (measure: (typeof measures)[number]) =>
      new Set(timeline(plan, plan, measure, cast).map(({ quantity }) => quantity));
    expect(quantities('cash')).toEqual(new Set(['cash']));
    expect(quantities('income')).toEqual(new Set(['income']));
    expect(timeline(plan, plan, 'lifeline', cast).map(({ quantity }) => quantity === 'cash')).toEqual(
      plan.network.firms.map(({ lab }) => lab),
    );
  });

  it('of the plan lie on its line', () => {
    for (const measure of measures) {
      for (const band of timeline(plan, plan, measure, cast)) {
        expect(band.planLeaves).toBe(false);
        expect([band.misses, band.ended, band.failed, band.restructured, band.status]).toEqual([
          '',
          '',
          '',
          '',
          undefined,
        ]);
      }
    }
  });

  it('mark the misses, the failure and what it takes along', () => {
    const run = runOfWorld('the-music-stops');
    const bands = timeline(run, plan, 'lifeline', cast);
    const openai = bands[0];
    expect(openai.status).toBe('failed 2029\u00a0Q4');
    expect(openai.misses.match(/M/g)).toHaveLength(2);
    expect(openai.failed).toBe('M28 0H64');
    expect(openai.note?.text).toMatch(/^\$\d+bn of promises go with it$/);
    expect(bands.filter(({ ended }) => ended).map(({ name }) => name)).toEqual(['Microsoft', 'Amazon', 'Oracle']);
    expect(reading(run, plan, openai, 13).value).toBe('$0bn');
    expect(reading(run, plan, openai, 14).value).toBeUndefined();
    expect(reading(run, plan, openai, 14).reference).toMatch(/^\$\d/);
    expect(reading(plan, run, openai, 14)).toMatchObject({
      reference: undefined,
      value: expect.stringMatching(/^\$\d/),
    });
  });

  it('stay within their rows in any world', () => {
    for (const changes of [{}, wild, { stop: 0, severity: 1, supply: 0 }, { growth: 1.5, compute: 1.5 }]) {
      const run = runOf(changes);
      for (const measure of measures) {
        for (const band of timeline(run, plan, measure, cast)) {
          const drawn = band.line + band.lowLine + band.sound + band.low + band.restructured;
          expect(drawn).not.toMatch(/NaN|Infinity/);
          for (const [, y] of absolute(drawn).matchAll(/\d (-?\d+)/g))
            expect(Math.abs(Number(y))).toBeLessThanOrEqual(400);
        }
      }
    }
  });

  it('name each year once, at its first quarter', () => {
    const years = yearsOf(cast);
    expect(years.map(({ year }) => year)).toEqual([
      '2026',
      '2027',
      '2028',
      '2029',
      '2030',
      '2031',
      '2032',
      '2033',
      '2034',
    ]);
    expect(years[0]).toMatchObject({ t: 0, length: 2 });
    expect(years[1]).toMatchObject({ t: 2, length: 4 });
  });
});

describe('the drought', () => {
  it('is none while all the money is there', () => {
    expect(droughtOf(plan)).toBeUndefined();
    expect(droughtOf(runOf({ stop: 4, severity: 0 }))).toBeUndefined();
  });

  it('says when it begins, how deep it is and when it is over', () => {
    const drought = droughtOf(runOfWorld('the-music-stops'));
    expect(drought).toMatchObject({ from: 4, returns: true });
    expect(drought && droughtWords(drought, cast.start).long).toBe(
      'the music stops in 2027\u00a0Q3: at its worst it takes 90% of the venture money; over in 2032\u00a0Q1',
    );
  });

  it('does not promise a return that lies beyond the run, nor a depth that is not reached', () => {
    const long = droughtOf(runOf({ stop: 20, drought: 32 }));
    expect(long).toMatchObject({ to: 32, returns: false });
    const shallow = droughtOf(runOf({ stop: 4, severity: 0.9, speed: 3, drought: 1 }));
    expect(shallow?.depth).toBeCloseTo(0.3, 9);
  });
});

describe('the table behind the bands', () => {
  it('has a row for each firm, and no number for one that is gone', () => {
    const { labels, rows } = numbersOf(runOfWorld('the-music-stops'), plan, 'lifeline', cast);
    expect(labels).toContain('2029\u00a0Q4');
    expect(rows.map(({ name }) => name)).toEqual(cast.firms.map(({ name }) => name));
    expect(rows[0].status).toBe('failed 2029\u00a0Q4');
    expect(rows[0].cells.at(-1)?.value).toBe('–');
  });
});
