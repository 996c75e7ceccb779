import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch, type Network } from '../../../src/engine';
import type { Batch } from '../../../src/engine/batch/batch';
import { allocateOutcomes } from '../../../src/engine/batch/outcomes';
import { BlockMaker } from '../../../src/engine/futures/block-maker';
import type { FutureClaims } from '../../../src/engine/futures/claim';
import { checkJob, type Job } from '../../../src/engine/futures/job';
import { Tally } from '../../../src/engine/futures/tally';
import { usualLevers } from '../../arbitraries/dials';
import { shippedNetwork } from '../../arbitraries/shipped';
import { readLanes } from '../core';
import { digest } from './digest';
import { madeUpBatch, madeUpClaims, madeUpJob, smallNetwork } from './made-up';

/** Takes in futures 0 .. in blocks of these sizes, over and over, until all are in. */
function tallied(batch: Batch, claims: FutureClaims, job: Job, sizes: readonly number[]): Tally {
  const maker = new BlockMaker(batch, claims);
  const most = Math.max(...sizes);
  maker.prepare(job);
  const tally = new Tally(batch.network, job);
  for (let k = 0; tally.futures < job.count; k++) {
    const count = Math.min(sizes[k % sizes.length], job.count - tally.futures);
    tally.add(maker.make(tally.futures, count, new ArrayBuffer(maker.bytes(most))));
  }
  return tally;
}

/** The mean of pair means and its error, by the book. */
function byPairs(values: readonly number[]) {
  const means = Array.from({ length: values.length / 2 }, (_, k) => (values[2 * k] + values[2 * k + 1]) / 2);
  const mean = means.reduce((sum, x) => sum + x, 0) / means.length;
  const squares = means.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { value: mean, standardError: Math.sqrt(squares / (means.length - 1) / means.length) };
}

describe('what futures of the model came to', async () => {
  const network: Network = shippedNetwork();
  const batch = await createBatch(await readLanes(), network);
  const claims: FutureClaims = {
    'a-lab-fails': { on: () => (future) => Math.min(future.fellAt(0), future.fellAt(1)) < 32 },
    'the-mood-ends-low': { reads: ['quarter.mood'], on: () => (future) => future.series('quarter.mood').at(31) < 0.9 },
  };
  const job: Job = {
    futures: {
      levers: usualLevers({ stop: 4, severity: 0.9, growth: 0.75 }),
      spreads: [{ lever: 'growth', spread: 0.2, min: 0, max: 1.5, whole: false }],
      shocks: { growth: 0.03, venture: 0.1, common: 0.5 },
      seed: 7,
    },
    count: 200,
    columns: [
      { series: 'firm.cash', column: 1 },
      { series: 'quarter.mood', column: 0 },
    ],
    claims: Object.keys(claims),
  };
  const tally = tallied(batch, claims, job, [64]);

  // Each future alone, one by one.
  const alone = allocateOutcomes(network, job.count, ['firm.cash', 'quarter.mood']);
  for (let k = 0; k < job.count; k++) batch.run([batch.future(job.futures, k)], alone, k);
  const rows = Array.from({ length: job.count }, (_, w) => w);
  const n = network.firms.length;

  it('keeps when each firm fell in each future', () => {
    for (let i = 0; i < n; i++) expect([...tally.fellAt(i)]).toEqual(rows.map((w) => alone.fellAt[w * n + i]));
    expect(() => tally.fellAt(n)).toThrow('There is no firm 9.');
  });

  it('counts who still stands, quarter by quarter', () => {
    let undecided = 0;
    for (let i = 0; i < n; i++) {
      const { standing, share, standardError } = tally.survival(i);
      for (let t = 0; t < network.quarters; t++) {
        const stands = rows.map((w) => (alone.fellAt[w * n + i] > t ? 1 : 0) as number);
        const expected = byPairs(stands);
        expect(standing[t]).toBe(stands.reduce((sum, x) => sum + x, 0));
        expect(share[t]).toBeCloseTo(expected.value, 12);
        expect(standardError[t]).toBeCloseTo(expected.standardError, 12);
        if (share[t] > 0 && share[t] < 1) undecided++;
      }
    }
    expect(undecided).toBeGreaterThan(10);
  });

  it('has the odds of claims', () => {
    const holds = {
      'a-lab-fails': rows.map((w) => Number(alone.fellAt[w * n] < 32 || alone.fellAt[w * n + 1] < 32)),
      'the-mood-ends-low': rows.map((w) => Number((alone.series['quarter.mood']?.[w * 32 + 31] ?? 1) < 0.9)),
    };
    for (const [id, flags] of Object.entries(holds)) {
      const { held, value, standardError } = tally.odds(id);
      const expected = byPairs(flags);
      expect(held).toBe(flags.reduce((sum, x) => sum + x, 0));
      expect(held).toBeGreaterThan(0);
      expect(held).toBeLessThan(job.count);
      expect(value).toBeCloseTo(expected.value, 12);
      expect(standardError).toBeCloseTo(expected.standardError, 12);
    }
    expect(() => tally.odds('other')).toThrow('"other"');
  });

  it('has the losses of each firm and of all, in the order of the futures', () => {
    const { badDebt, stakesLost, stranded } = alone.losses;
    const lossOf = (w: number, i: number) => badDebt[w * n + i] + stakesLost[w * n + i] + stranded[w * n + i];
    for (let i = 0; i < n; i++) expect(Array.from(tally.amounts(i).values)).toEqual(rows.map((w) => lossOf(w, i)));
    const totals = rows.map((w) => network.firms.reduce((sum, _, i) => sum + lossOf(w, i), 0));
    expect(Array.from(tally.amounts('total').values)).toEqual(totals);
    expect(Array.from(tally.amounts('lost').values)).toEqual(Array.from(alone.lost));
    expect(Array.from(tally.amounts('cut').values)).toEqual(Array.from(alone.cut));
    expect(Math.max(...totals)).toBeGreaterThan(0);
  });

  it('has exact bands of the columns', () => {
    const levels = [0, 0.1, 0.5, 0.9, 1];
    job.columns.forEach(({ series, column }, k) => {
      const width = series === 'firm.cash' ? n : 1;
      const band = tally.band(k, levels);
      for (let t = 0; t < network.quarters; t++) {
        const values = rows.map((w) => alone.series[series]?.[(w * network.quarters + t) * width + column] ?? 0);
        expect(Array.from(tally.column(k, t).values)).toEqual(values);
        const sorted = values.sort((a, b) => a - b);
        const ranks = levels.map((level) => Math.max(1, Math.ceil(level * job.count)));
        expect(band.map((line) => line[t])).toEqual(ranks.map((rank) => sorted[rank - 1]));
      }
    });
  });
});

describe('a tally', () => {
  const batch = madeUpBatch(smallNetwork());
  const even = fc.integer({ min: 1, max: 30 }).map((half) => 2 * half);

  it('is the same to the bit whatever the blocks', () => {
    fc.assert(
      fc.property(even, fc.array(even, { minLength: 1, maxLength: 5 }), (count, sizes) => {
        const job = madeUpJob(count);
        const whole = tallied(batch, madeUpClaims, job, [count]);
        expect(digest(tallied(batch, madeUpClaims, job, sizes), job)).toBe(digest(whole, job));
      }),
      { numRuns: 50 },
    );
  });

  it('of the first futures is that of these futures alone', () => {
    const job = madeUpJob(96);
    const maker = new BlockMaker(batch, madeUpClaims);
    maker.prepare(job);
    const tally = new Tally(batch.network, job);
    for (const futures of [32, 64, 96]) {
      tally.add(maker.make(futures - 32, 32, new ArrayBuffer(maker.bytes(32))));
      expect(tally.futures).toBe(futures);
      expect(digest(tally, job)).toBe(digest(tallied(batch, madeUpClaims, madeUpJob(futures), [futures]), job));
    }
  });

  it('takes its room once, and starts afresh in it', () => {
    const job = madeUpJob(40);
    const tally = tallied(batch, madeUpClaims, job, [8]);
    const { bytes } = tally;
    const first = digest(tally, job);
    tally.clear();
    expect(tally.futures).toBe(0);
    const maker = new BlockMaker(batch, madeUpClaims);
    maker.prepare(job);
    tally.add(maker.make(0, 40, new ArrayBuffer(maker.bytes(40))));
    expect(digest(tally, job)).toBe(first);
    expect(tally.bytes).toBe(bytes);
  });

  it('costs what its description says', () => {
    const one: Job = { ...madeUpJob(10_000), columns: [{ series: 'firm.cash', column: 0 }] };
    const { bytes } = new Tally(shippedNetwork(), one);
    expect(bytes).toBeGreaterThan(3.7e6);
    expect(bytes).toBeLessThan(3.8e6);
  });

  it('knows what it does not have', () => {
    const tally = tallied(batch, madeUpClaims, madeUpJob(4), [4]);
    expect(() => tally.survival(3)).toThrow('no firm 3');
    expect(() => tally.amounts(-1)).toThrow('no firm -1');
    expect(() => tally.column(2, 0)).toThrow('no column 2');
    expect(() => tally.column(0, 4)).toThrow('no quarter 4');
  });
});

describe('a claim', () => {
  const job = { ...madeUpJob(2), claims: ['nosy'] };
  const made = (claims: FutureClaims) => tallied(madeUpBatch(smallNetwork()), claims, job, [2]);

  it('may look at no series but those it declares, even if another wants them', () => {
    expect(() => made({ nosy: { on: () => (future) => future.series('firm.cash').at(0) > 0 } })).toThrow(
      'does not declare',
    );
    expect(
      made({ nosy: { reads: ['firm.cash'], on: () => (future) => future.series('firm.cash').at(0) > -1 } }).odds('nosy')
        .held,
    ).toBe(2);
  });

  it('must be in the table, and no word that every object has will do', () => {
    expect(() => made({})).toThrow('no claim "nosy"');
    expect(() => tallied(madeUpBatch(smallNetwork()), {}, { ...job, claims: ['toString'] }, [2])).toThrow('"toString"');
  });
});

describe('a job', () => {
  const network = smallNetwork();

  it.each([1, 7, 0, -2, 2.5, Number.NaN])('of %s futures is refused', (count) => {
    expect(() => checkJob(madeUpJob(count), network)).toThrow('come in pairs');
  });

  it.each([3, -1, 0.5])('for the cash of firm %s is refused', (column) => {
    const job: Job = { ...madeUpJob(2), columns: [{ series: 'firm.cash', column }] };
    expect(() => checkJob(job, network)).toThrow(`no column ${column}`);
  });
});
