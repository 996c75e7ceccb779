import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine';
import {
  firmFlowsWords,
  flowsFinding,
  kindsOf,
  kindWords,
  lineHigh,
  moneyParty,
  standWords,
} from '../../src/views/money-flow-words';
import { flowTable, type MoneyKind, moneyFlows, outside } from '../../src/views/money-flows';
import { sankeyOf, standWide } from '../../src/views/sankey';
import { shippedNetwork } from '../../src/world/shipped';
import { openingCash } from '../../src/world/step-ten';
import { arbLevers } from '../arbitraries/world';
import { readCore } from '../engine/core';
import { cast, plan, runOf, runOfWorld, wild } from './shipped-runs';

const engine = await createEngine(await readCore(), shippedNetwork);
const firms = shippedNetwork.firms.length;
const { quarters } = shippedNetwork;
const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, x) => all + x, 0);

describe('the payments of a quarter', () => {
  it('are, of each firm, what its books say: what comes in less what goes out is what its cash changes by', () => {
    fc.assert(
      fc.property(arbLevers(), fc.nat(quarters - 1), (levers, t) => {
        const run = engine.run(levers);
        const flows = moneyFlows(run, t, 'all');
        for (let i = 0; i < firms; i++) {
          const at = t * firms + i;
          const came = sum(flows.filter(({ to }) => to === i).map(({ amount }) => amount));
          const went = sum(flows.filter(({ from }) => from === i).map(({ amount }) => amount));
          const change = run.firm.cash[at] - openingCash(run, i, t);
          expect(came - went - run.firm.destroyed[at]).toBeCloseTo(change, 8);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the series of the run, kind by kind, in every quarter', () => {
    for (const run of [plan, runOf(wild)]) {
      const { firm } = run;
      const width = {
        firm: firms,
        contract: shippedNetwork.contracts.length,
        supply: shippedNetwork.supply.length,
        vendor: shippedNetwork.vendors.length,
      };
      for (let t = 0; t < quarters; t++) {
        const of = (series: Float64Array, n: number) => sum(series.subarray(t * n, (t + 1) * n));
        const each = (...series: Float64Array[]) => sum(series.map((one) => of(one, width.firm)));
        const expected: Record<MoneyKind, number> = {
          contract: of(run.contract.paid, width.contract),
          orders: of(run.supply.paid, width.supply),
          equity: each(firm.investors),
          cheque: of(run.vendor.given, width.vendor),
          own: each(firm.own),
          relet: each(firm.relet),
          loan: each(firm.borrowed, firm.maturing),
          interest: each(firm.interest),
          costs: each(firm.costs, firm.outside, firm.spot),
          returned: each(firm.returned),
        };
        const flows = moneyFlows(run, t, 'all');
        for (const [kind, amount] of Object.entries(expected))
          expect(sum(flows.filter((flow) => flow.kind === kind).map((flow) => flow.amount))).toBeCloseTo(amount, 8);
      }
    }
  });

  it('between firms and investors are the same ones, without those that cross the border', () => {
    const [between, all] = [moneyFlows(plan, 5, 'between'), moneyFlows(plan, 5, 'all')];
    const outsiders = Object.values<number>(outside);
    expect(between).toEqual(all.filter(({ from, to }) => !outsiders.includes(from) && !outsiders.includes(to)));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});

describe('the table of a run', () => {
  it('has the same payments in each quarter, each made in one of them at least', () => {
    const table = flowTable(runOfWorld('the-music-stops'), 'all');
    const keys = table.flows(0).map(({ key }) => key);
    const all = Array.from({ length: quarters }, (_, t) => table.flows(t));
    for (const flows of all) expect(flows.map(({ key }) => key)).toEqual(keys);
    for (const k of keys.keys()) expect(all.some((flows) => flows[k].amount > 0)).toBe(true);
    expect(table.most).toBe(Math.max(...table.totals));
    expect(table.totals[7]).toBeCloseTo(
      sum(moneyFlows(runOfWorld('the-music-stops'), 7, 'all').map(({ amount }) => amount)),
      8,
    );
  });
});

describe('the drawing', () => {
  const room = { width: 600, height: 420, margin: 100 };

  it('has payers at the left and payees at the right, none upon another, and none outside its room', () => {
    for (const scope of ['between', 'all'] as const) {
      const table = flowTable(runOf(wild), scope);
      for (let t = 0; t < quarters; t += 5) {
        const drawing = sankeyOf(table, t, room);
        if (!drawing) throw new Error('Nothing is drawn');
        expect(drawing.height).toBeLessThanOrEqual(room.height + 1e-9);
        for (const pays of [true, false]) {
          const side = drawing.stands.filter((stand) => stand.pays === pays);
          let end = -100;
          for (const { x, y, height, amount } of side) {
            expect(x).toBeCloseTo(pays ? room.margin : room.width - room.margin - standWide, 6);
            expect(y).toBeGreaterThanOrEqual(end + 13);
            expect(y + height).toBeLessThanOrEqual(drawing.height + 1e-6);
            expect(amount).toBeGreaterThanOrEqual(0);
            end = y + height;
          }
          expect(sum(side.map(({ amount }) => amount))).toBeCloseTo(table.totals[t], 8);
        }
      }
    }
  });

  it('on a phone has an amount below its name where there is room, and no word on another', () => {
    const narrow = { width: 350, height: 520, margin: 86 };
    const words = { letters: 12, stacked: true };
    for (const levers of [{}, wild]) {
      const table = flowTable(runOf(levers), 'all');
      for (let t = 0; t < quarters; t++) {
        const { stands = [] } = sankeyOf(table, t, narrow) ?? {};
        for (const pays of [true, false]) {
          let end = -Infinity;
          for (const stand of stands.filter((stand) => stand.pays === pays)) {
            const half = (lineHigh * standWords(stand, words, cast).length) / 2;
            const middle = stand.y + stand.height / 2;
            expect(middle - half).toBeGreaterThanOrEqual(end);
            end = middle + half;
          }
        }
        const most = stands.toSorted((a, b) => b.height - a.height)[0];
        expect(most && standWords(most, words, cast)).toHaveLength(2);
      }
    }
  });

  it('makes a billion as thick in every quarter', () => {
    const table = flowTable(plan, 'between');
    const thickness = [0, 10, 20, 31].map((t) => {
      const ribbon = sankeyOf(table, t, room)?.ribbons.find(({ amount }) => amount > 1);
      return ribbon ? ribbon.thick / ribbon.amount : 0;
    });
    for (const one of thickness) expect(one).toBeCloseTo(thickness[0], 8);
    expect(thickness[0]).toBeGreaterThan(0);
  });

  it('is none where nobody pays anybody', () => {
    const table = flowTable(plan, 'between');
    const flows = (t: number) => table.flows(t).map((flow) => ({ ...flow, amount: 0 }));
    expect(sankeyOf({ ...table, flows, totals: table.totals.map(() => 0) }, 3, room)).toBeUndefined();
  });
});

describe('its words', () => {
  it('say how much moves, and what most of it is', () => {
    const table = flowTable(plan, 'between');
    const said = flowsFinding(table, 6, 'between', cast);
    const [largest] = kindsOf(table.flows(6)).toSorted((a, b) => b.amount - a.amount);
    const share = Math.round((100 * largest.amount) / table.totals[6]);
    expect(said).toMatch(/^In 2028\u00a0Q1 \$[\d,.]+bn moves between firms and investors; /);
    expect(said).toContain(`${share}% of it is ${kindWords[largest.kind]}.`);
    expect(flowsFinding({ flows: () => [], totals: [0], most: 0 }, 0, 'all', cast)).toBe(
      'In 2026\u00a0Q3 no money moves in, out and between.',
    );
  });

  it('say of a firm what it is paid and by whom', () => {
    const openai = cast.firms.findIndex(({ id }) => id === 'openai');
    expect(firmFlowsWords(moneyFlows(plan, 0, 'all'), openai, cast)).toMatch(
      /^OpenAI is paid \$[\d.]+bn, all by customers; it pays \$[\d.]+bn, \$[\d.]+bn of it to suppliers\.$/,
    );
    expect(firmFlowsWords([], openai, cast)).toBe('OpenAI is paid nothing; it pays nothing.');
    expect(moneyParty(cast, outside.lenders).name).toBe('Lenders');
    const wide = { letters: 12, stacked: false };
    expect(standWords({ party: openai, amount: 12.4, height: 3 }, wide, cast)).toEqual(['OpenAI $12bn']);
    expect(standWords({ party: openai, amount: 0, height: 0 }, { ...wide, letters: 4 }, cast)).toEqual(['Ope… $0bn']);
  });
});
