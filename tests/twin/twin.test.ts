import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Firm, Network } from '../../src/engine/network';
import { dials, usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { arbLevers, arbNetwork, arbShippedLike } from '../arbitraries/world';
import { firm } from './tiny';
import { runTwin, type TwinRun } from './twin';

const worlds = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: arbNetwork() }, { weight: 1, arbitrary: arbShippedLike() }),
  arbLevers(),
);

function failures(run: TwinRun) {
  return run.events.filter((e) => e.kind === 'failed' || e.kind === 'restructured');
}

/** Equal to 1e-7 of their size: enough to tell another world from rounding. */
function sameSeries(a: Readonly<Record<string, number[]>>, b: Readonly<Record<string, number[]>>, times = 1): void {
  for (const [name, values] of Object.entries(a)) {
    if (name === 'audit') continue;
    const others = b[name] ?? [];
    expect(others.length).toBe(values.length);
    const far = values.findIndex(
      (x, k) => !(Math.abs(x * times - (others[k] ?? Number.NaN)) <= 1e-7 * (1 + Math.abs(x))),
    );
    expect(`${name} ${far}`).toBe(`${name} -1`);
  }
}

describe('the shipped network', () => {
  const network = shippedNetwork();
  const n = network.firms.length;
  const at = (id: string) => network.firms.findIndex((f) => f.id === id);

  it('goes through while the music plays', () => {
    const run = runTwin(network, usualLevers());
    expect(run.events).toEqual([]);
    expect(Math.max(...run.quarter.audit)).toBeLessThan(1e-9);
  });

  describe('if the music stops in 2027Q3, hard, and growth disappoints', () => {
    const run = runTwin(network, usualLevers({ stop: 4, severity: 0.9, growth: 0.6 }));

    it('sees OpenAI fail first, in 2029Q4', () => {
      expect(failures(run)[0]).toMatchObject({ t: 13, kind: 'failed', firm: at('openai') });
      const lost = run.events.filter((e) => e.kind === 'terminated').reduce((sum, e) => sum + e.amount, 0);
      expect(Math.round(lost)).toBe(428);
    });

    it('stands in 2028Q3 where the sketch of the essay had it', () => {
      const t = 8;
      const cash = (id: string) => run.firm.cash[t * n + at(id)] ?? Number.NaN;
      const burn = run.firm.burn[t * n + at('openai')] ?? Number.NaN;
      expect(Math.round((3 * cash('openai')) / burn)).toBe(3);
      expect(Math.round(run.quarter.supply[t] ?? Number.NaN)).toBe(6);
      const clouds = ['microsoft', 'oracle', 'google', 'amazon', 'meta', 'nvidia', 'tsmc'].map((id) => [
        id,
        Math.round(cash(id)),
      ]);
      expect(Object.fromEntries(clouds)).toEqual({
        microsoft: 50,
        oracle: 9,
        google: 74,
        amazon: 40,
        meta: 45,
        nvidia: 102,
        tsmc: 101,
      });
    });
  });
});

describe('any world', () => {
  it('keeps its books', () => {
    fc.assert(
      fc.property(worlds, ([network, levers]) => {
        expect(Math.max(...runTwin(network, levers).quarter.audit)).toBeLessThan(1e-9);
      }),
    );
  });

  it('gives every series its full length, in finite numbers', () => {
    fc.assert(
      fc.property(worlds, ([network, levers]) => {
        const run = runTwin(network, levers);
        const lengths: [Readonly<Record<string, number[]>>, number][] = [
          [run.firm, network.quarters * network.firms.length],
          [run.quarter, network.quarters],
          [run.contract, network.quarters * network.contracts.length],
          [run.supply, network.quarters * network.supply.length],
          [run.vendor, network.quarters * network.vendors.length],
          [run.losses, network.firms.length],
        ];
        for (const [series, length] of lengths) {
          for (const values of Object.values(series)) {
            expect(values.length).toBe(length);
            expect(values.every(Number.isFinite)).toBe(true);
          }
        }
      }),
    );
  });

  it('is the same in other money', () => {
    // Doubling is exact in floating point; what is not is the size of a shortfall that counts.
    const money: ReadonlySet<string> = new Set(['cash', 'debt', 'revenue', 'fixedCost', 'compute', 'capex', 'minCash']);
    const doubled = (network: Network): Network => ({
      ...network,
      firms: network.firms.map((f) => ({
        ...(Object.fromEntries(
          Object.entries(f).map(([key, x]) => [key, money.has(key) && typeof x === 'number' ? 2 * x : x]),
        ) as unknown as Firm),
        openingStakes: Object.fromEntries(Object.entries(f.openingStakes).map(([lab, x]) => [lab, 2 * x])),
      })),
      contracts: network.contracts.map((c) => ({ ...c, total: 2 * c.total })),
      venture: { ...network.venture, annual: 2 * network.venture.annual },
    });
    const pure: ReadonlySet<string> = new Set(['starved', 'status', 'alarmed', 'climate', 'mood']);
    fc.assert(
      fc.property(worlds, ([network, levers]) => {
        const one = runTwin(network, levers);
        const two = runTwin(doubled(network), levers);
        for (const part of ['firm', 'quarter', 'contract', 'supply', 'vendor', 'losses'] as const) {
          const [a, b] = [Object.entries(one[part]), two[part] as Readonly<Record<string, number[]>>];
          sameSeries(Object.fromEntries(a.filter(([name]) => pure.has(name))), b);
          sameSeries(Object.fromEntries(a.filter(([name]) => !pure.has(name))), b, 2);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('does not notice a firm nobody deals with', () => {
    fc.assert(
      fc.property(worlds, ([network, levers]) => {
        const alone = runTwin(network, levers);
        const beside = runTwin(
          { ...network, firms: [...network.firms, firm('hermit', { cash: 5, revenue: 3 })] },
          levers,
        );
        sameSeries(alone.quarter, beside.quarter);
        sameSeries(alone.contract, beside.contract);
        expect(beside.events).toEqual(alone.events);
      }),
      { numRuns: 50 },
    );
  });

  it('hears no stop without severity', () => {
    fc.assert(
      fc.property(worlds, ([network, levers]) => {
        const soft = runTwin(network, { ...levers, severity: 0 });
        const never = runTwin(network, { ...levers, stop: 32 });
        sameSeries(never.firm, soft.firm);
      }),
      { numRuns: 50 },
    );
  });

  it('logs causes that come before, or in the same quarter', () => {
    fc.assert(
      fc.property(worlds, ([network, levers]) => {
        const { events } = runTwin(network, levers);
        for (const event of events) {
          for (const cause of event.causes) {
            expect(cause.amount).toBeGreaterThan(1e-9);
            if (cause.event === undefined) continue;
            const behind = events[cause.event];
            expect(behind?.t).toBeLessThanOrEqual(event.t);
            expect(behind).not.toBe(event);
            if (cause.kind === 'ended') expect(behind).toMatchObject({ kind: 'terminated', by: cause.from });
            else expect(behind?.firm).toBe(cause.from);
          }
        }
      }),
    );
  });
});

describe('the random worlds', () => {
  it('keep every dial within its bounds, time in whole quarters', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        for (const [id, { min, max }] of Object.entries(dials)) {
          const x = levers[id as keyof typeof levers];
          expect(x).toBeGreaterThanOrEqual(min);
          expect(x).toBeLessThanOrEqual(max);
        }
        const { stop, speed, drought, grace, lead, reletTime } = levers;
        expect([stop, speed, drought, grace, lead, reletTime].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('are valid networks', () => {
    fc.assert(
      fc.property(fc.oneof(arbNetwork(), arbShippedLike()), (network) => {
        const ids = network.firms.map((f) => f.id);
        const labs = network.firms.filter((f) => f.lab).map((f) => f.id);
        expect(labs.length).toBeGreaterThanOrEqual(1);
        expect(labs.length).toBeLessThanOrEqual(4);
        const pairs = [
          ...network.contracts.map((c) => [c.payer, c.payee]),
          ...network.supply.map((s) => [s.buyer, s.supplier]),
          ...network.vendors.map((v) => [v.lab, v.vendor]),
          ...network.rivals.map((r) => [r.lab, r.to]),
          ...network.substitution.map((s) => [s.from, s.to]),
        ];
        for (const [a = '', b = ''] of pairs) {
          expect(ids).toContain(a);
          expect(ids).toContain(b);
          expect(a).not.toBe(b);
        }
        for (const list of [network.vendors, network.rivals]) {
          for (const { lab } of list) {
            expect(labs).toContain(lab);
            const weights = list.filter((x) => x.lab === lab).map((x) => x.weight);
            expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          }
        }
        const offered = network.firms.map((f) => (f.lab ? f.ventureShare : 0));
        expect(offered.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-12);
        for (const id of ids) {
          for (const kind of ['capex', 'sales']) {
            const shares = network.supply.filter((s) => s.buyer === id && s.of === kind).map((s) => s.share);
            expect(shares.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-12);
          }
        }
      }),
    );
  });

  it('are hard enough: most see a failure', () => {
    const sample = fc.sample(fc.tuple(arbNetwork(), arbLevers()), { numRuns: 300, seed: 2026 });
    const runs = sample.map(([network, levers]) => runTwin(network, levers));
    const share = (test: (run: TwinRun) => boolean) => runs.filter(test).length / runs.length;
    expect(share((run) => failures(run).length > 0)).toBeGreaterThan(0.6);
    expect(share((run) => failures(run).length > 1)).toBeGreaterThan(0.4);
    expect(share((run) => run.events.some((e) => e.kind === 'failed'))).toBeGreaterThan(0.3);
    expect(share((run) => run.events.some((e) => e.kind === 'restructured'))).toBeGreaterThan(0.25);
    expect(share((run) => run.firm.destroyed.some((x) => x > 1e-6))).toBeGreaterThan(0.3);
    // Some miss because another misses.
    const passedOn = (run: TwinRun) =>
      run.events.some((e) =>
        e.causes.some((c) => (c.kind === 'unpaid' || c.kind === 'unsold') && c.event !== undefined),
      );
    expect(share(passedOn)).toBeGreaterThan(0.1);
  });
});
