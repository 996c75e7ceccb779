import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, firmSeries, leverIds, quarterSeries } from '../../src/engine';
import { totals as accountOf } from '../../src/views/totals';
import { usualLevers } from '../../src/world/dials';
import { exportRun } from '../../src/world/export';
import { runToCsv } from '../../src/world/export-table';
import { exportNotes } from '../../src/world/export-words';
import { decode } from '../../src/world/link';
import { seriesWords } from '../../src/world/series-words';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { openingCash, step10Series } from '../../src/world/step-ten';
import { readCore } from '../engine/core';
import { hostsFall } from '../views/shipped-runs';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(await readCore(), shippedNetwork);
});

const stopped = () => engine.run(decode('stop=2027Q3&severity=0.9&growth=0.6', shippedFile).levers);
const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);

describe('a run as an object', () => {
  it('holds the network, all dials, and every series of every firm and quarter to the bit', () => {
    const run = stopped();
    const data = exportRun(run, shippedFile);
    expect(data.network).toEqual({
      id: '2026q3',
      title: 'The loop in mid-2026',
      start: '2026Q3',
      quarters: 32,
      currency: 'USD bn',
      asOf: '2026-06-30',
      firms: shippedNetwork.firms.map(({ id }) => id),
    });
    expect(data.levers).toEqual(run.levers);
    expect(Object.keys(data.levers)).toEqual(leverIds);
    expect(data.quarters.map(({ t }) => t)).toEqual(Array.from({ length: 32 }, (_, t) => t));
    expect(data.quarters[4]).toMatchObject({ t: 4, label: '2027Q3' });
    for (const { t, firms, ...quarter } of data.quarters) {
      for (const name of quarterSeries) expect(quarter[name]).toBe(run.quarter[name][t]);
      firms.forEach((firm, i) => {
        expect(firm.id).toBe(shippedNetwork.firms[i]?.id);
        for (const name of firmSeries) {
          if (name !== 'status') expect(firm[name]).toBe(run.firm[name][t * firms.length + i]);
        }
      });
    }
    expect(data.quarters[13]?.firms[0]?.status).toBe('failed');
    expect(data.quarters[12]?.firms[0]?.status).toBe('sound');
  });

  it('names firms in events and their causes, which point to events before them', () => {
    const { events } = exportRun(stopped(), shippedFile);
    expect(events.map(({ label, kind, firm, by }) => [label, kind, firm, by])).toEqual([
      ['2029Q3', 'missed', 'openai', undefined],
      ['2029Q4', 'missed', 'openai', undefined],
      ['2029Q4', 'failed', 'openai', undefined],
      ['2029Q4', 'terminated', 'microsoft', 'openai'],
      ['2029Q4', 'terminated', 'oracle', 'openai'],
      ['2029Q4', 'terminated', 'amazon', 'openai'],
    ]);
    expect(events[1]?.causes[0]).toEqual({ kind: 'again', firm: 'openai', amount: events[0]?.amount, event: 0 });
    expect(events[4]?.contract).toBe(1);
    for (const [i, { causes }] of events.entries()) {
      for (const { event } of causes) expect(event ?? 0).toBeLessThan(Math.max(i, 1));
    }
  });

  it('adds up', () => {
    const { contracts, totals, quarters, events } = exportRun(stopped(), shippedFile);
    const near = (x: number) => expect.closeTo(x, 9);
    const flows = quarters.flatMap(({ firms }) => firms);
    expect(totals).toMatchObject({
      promised: 1048,
      paid: near(sum(contracts.map(({ paid }) => paid))),
      cut: near(sum(quarters.map(({ cut }) => cut))),
      lost: near(sum(quarters.map(({ lost }) => lost)) + totals.badDebt),
      equity: near(sum(flows.map(({ equity }) => equity))),
      failed: 1,
      restructured: 0,
    });
    expect(totals.equity).toBeCloseTo(totals.investors + totals.invested, 9);
    expect(totals.lost).toBeCloseTo(sum(events.map(({ kind, amount }) => (kind === 'terminated' ? amount : 0))), 9);
    expect(totals.audit).toBeLessThan(1e-9);
    expect(totals.beyond).toBeCloseTo(sum(contracts.map(({ beyond }) => beyond)), 9);
  });

  it('tells what was promised from what was used and paid after a term, and adds up as its notes say', () => {
    const run = stopped();
    const { contracts, totals, notes } = exportRun(run, shippedFile);
    for (const { total, paid, cut, lost, recovered, later } of contracts)
      expect(paid + cut + lost + recovered + later).toBeCloseTo(total, 9);
    const { promised, paid, cut, lost, recovered, later } = totals;
    expect(paid + cut + lost + recovered + later).toBeCloseTo(promised, 9);
    // The very numbers that the essay and the table of the lab give.
    expect(totals).toMatchObject(
      (({ promised, paid, cut, lost, recovered, later, beyond }) => ({
        promised,
        paid,
        cut,
        lost,
        recovered,
        later,
        beyond,
      }))(accountOf(run)),
    );
    expect(totals.beyond).toBeGreaterThan(100);
    const google = contracts.find(({ payer, payee }) => payer === 'anthropic' && payee === 'google');
    expect(google).toMatchObject({ total: 200 });
    expect(google?.paid).toBeLessThanOrEqual(200);
    expect(google?.beyond).toBeGreaterThan(100);
    expect(notes).toBe(exportNotes);
    expect(notes.join()).toContain('paid + cut + lost + recovered + later = total');
  });

  it('carries cash and debt from one quarter to the next, falls included, with what it holds alone', () => {
    const run = engine.run({ ...usualLevers(), ...hostsFall });
    const data = exportRun(run, shippedFile);
    expect(data.totals.restructured).toBe(2);
    data.quarters.slice(1).forEach(({ t, firms }) => {
      firms.forEach((firm, i) => {
        const before = data.quarters[t - 1]?.firms[i];
        if (!before) throw new Error('A quarter has no firms');
        expect(before.cash + before.cashStep10).toBeCloseTo(openingCash(run, i, t), 9);
        expect(before.debt - before.debtStruckOut + firm.borrowed - firm.maturing).toBeCloseTo(firm.debt, 9);
      });
    });
    const lost = sum(data.quarters.flatMap(({ firms }) => firms.map(({ debtStruckOut }) => debtStruckOut)));
    expect(data.totals.debtStruckOut).toBeCloseTo(lost, 9);
    const oracle = data.quarters.map(({ firms }) => firms.find(({ id }) => id === 'oracle'));
    const fell = oracle.findIndex((firm) => firm?.status === 'restructured');
    expect((oracle[fell]?.cash ?? 0) + (oracle[fell]?.cashStep10 ?? 0)).toBe(10);
  });

  it('is a copy that outlives the next run', () => {
    const data = exportRun(stopped(), shippedFile);
    const text = JSON.stringify(data);
    engine.run(decode('v=1', shippedFile).levers);
    expect(JSON.stringify(data)).toBe(text);
    expect(JSON.parse(text)).toEqual(data);
  });
});

describe('a run as a table', () => {
  it('has one row for each quarter and firm, with the numbers of the object', () => {
    const run = stopped();
    const [head = '', ...rows] = runToCsv(run, shippedFile).trimEnd().split('\n');
    const names = head.split(',');
    expect(names).toEqual(['t', 'label', ...quarterSeries, 'firm', ...firmSeries, ...step10Series]);
    expect(new Set(names).size).toBe(names.length);
    expect(rows).toHaveLength(32 * 9);
    const { quarters } = exportRun(run, shippedFile);
    rows.forEach((row, n) => {
      const cells = Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell]));
      const quarter = quarters[Math.floor(n / 9)];
      const firm = quarter?.firms[n % 9];
      expect(cells).toMatchObject({ t: String(quarter?.t), label: quarter?.label, firm: firm?.id });
      for (const name of quarterSeries) expect(Number(cells[name])).toBe(quarter?.[name]);
      for (const name of firmSeries) expect(cells[name]).toBe(String(firm?.[name]));
      for (const name of step10Series) expect(cells[name]).toBe(String(firm?.[name]));
    });
  });

  it('for a spreadsheet says names and units in its heads, what they mean beside its rows, and the link once', () => {
    const run = stopped();
    const link = 'https://example.org/lab.html?v=1&severity=0.9';
    const plain = runToCsv(run, shippedFile).trimEnd().split('\n');
    const [head = '', ...rows] = runToCsv(run, shippedFile, link).trimEnd().split('\n').map(cellsOf);
    expect(rows).toHaveLength(32 * 9);
    const ids = [...quarterSeries, ...firmSeries, ...step10Series];
    expect(head).toHaveLength(2 + ids.length + 1 + 3);
    for (const row of rows) expect(row).toHaveLength(head.length);
    expect(head).toContain('own: Own revenue (USD bn a quarter)');
    expect(head).toContain('unlent: Credit refused (USD bn a quarter)');
    expect(head).toContain('cash: Cash (USD bn)');
    expect(head.slice(-3)).toEqual(['column', 'meaning', 'link']);
    expect(rows.map((row) => row.slice(0, -3).join())).toEqual(plain.slice(1));
    expect(rows.map((row) => row.at(-1)).filter(Boolean)).toEqual([link]);
    const meanings = rows.slice(0, ids.length).map((row) => row.slice(-3, -1));
    expect(meanings).toEqual(ids.map((id) => [id, seriesWords[id].help]));
    expect(rows.slice(ids.length).every((row) => row.at(-3) === '' && row.at(-2) === '')).toBe(true);
  });

  it('leaves no meaning out of a run that has fewer rows than columns', () => {
    const short = { ...shippedFile, quarters: 2 };
    const text = runToCsv(stopped(), short, 'https://example.org/');
    expect(text.trimEnd().split('\n')).toHaveLength(1 + 2 * 9);
    for (const { help } of Object.values(seriesWords)) expect(text).toContain(help);
  });
});

describe('what the numbers are', () => {
  it('is said in the object of each series, in the words of the chart, and of each dial', () => {
    const data = exportRun(stopped(), shippedFile, 'https://example.org/');
    expect(Object.keys(data.series).toSorted()).toEqual([...firmSeries, ...step10Series, ...quarterSeries].toSorted());
    expect(data.series.own).toEqual({
      name: 'Own revenue',
      unit: 'USD bn a quarter',
      meaning: seriesWords.own.help,
    });
    expect(data.series.unlent.name).toBe('Credit refused');
    expect(Object.keys(data.dials)).toEqual(leverIds);
    expect(data.levers.stop).toBe(4);
    expect(data.dials.stop.value).toBe('2027Q3');
    expect(data.dials.growth).toMatchObject({ value: '60% of plan' });
    expect(exportRun(engine.run(usualLevers()), shippedFile).dials.stop.value).toBe('never');
    expect(data.link).toBe('https://example.org/');
    expect('link' in exportRun(stopped(), shippedFile)).toBe(false);
  });
});

/** The cells of a line in which some are in quotes. */
function cellsOf(line: string): string[] {
  return [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}
