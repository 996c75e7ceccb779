import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { leasesOf, mostExposed } from '../../src/views/diggers-leases';
import { leasesFinding, payersOf } from '../../src/views/diggers-words';
import { arbLevers } from '../arbitraries/world';
import { worlds } from './ring-runs';
import { cast, plan, runOf, runOfWorld, wild } from './shipped-runs';

const sum = (values: readonly number[]) => values.reduce((all, x) => all + x, 0);
const nameOf = (firm: number) => cast.firms[firm].name;

function leases(run: Run) {
  const firm = mostExposed(run, cast);
  if (firm === undefined) throw new Error('Somebody is owed something');
  return leasesOf(run, cast, firm);
}

function checkLeases(run: Run): void {
  const { firm, id, rent, relet, empty, upkeep, left, since, restructured, struckOut } = leases(run);
  expect(id).toBe('oracle');
  const count = run.network.firms.length;
  for (let t = 0; t < run.network.quarters; t++) {
    // It sells nothing to other firms: all that they pay it is rent, old or new.
    expect(rent[t] + relet[t]).toBeCloseTo(run.firm.received[t * count + firm], 6);
    expect(empty[t]).toBeGreaterThanOrEqual(0);
    expect(upkeep[t]).toBeLessThanOrEqual(empty[t] + 1e-9);
  }
  // Nothing stands empty before a tenant has left, and nobody leaves who did not fail.
  expect(sum(empty.slice(0, since === undefined ? undefined : since + 1))).toBe(0);
  expect(left.length > 0).toBe(since !== undefined);
  expect(restructured === undefined ? struckOut : 0).toBe(0);
  if (restructured !== undefined) expect(struckOut).toBe(run.firm.debt[restructured * count + firm]);
  for (const tenant of left) expect(run.firm.status[(run.network.quarters - 1) * count + tenant]).toBeGreaterThan(0);
}

describe('the leases', () => {
  it.each(worlds)('are those of the host that is owed most for what it earns: %o', (levers) =>
    checkLeases(runOf(levers)),
  );

  it('are so in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => checkLeases(runOf(levers))),
      { numRuns: 60 },
    );
  });

  it('cost most where no one moves in, and least where everyone does at once', () => {
    const stop = { stop: 4, severity: 0.9, growth: 0.6 };
    const cost = (changes: object) => sum(leases(runOf({ ...stop, ...changes })).upkeep);
    expect(cost({ relet: 0 })).toBeGreaterThan(cost({}));
    expect(cost({})).toBeGreaterThan(cost({ relet: 1, reletTime: 1 }));
  });

  it('are told of in a sentence that changes with the world', () => {
    const said = (run: Run) => leasesFinding(leases(run), cast.start, nameOf);
    expect(said(plan)).toMatch(/^No tenant leaves Oracle in this world\. Its debt peaks at \$\d+bn in 2030\u00a0Q4\.$/);
    expect(said(runOfWorld('the-music-stops'))).toBe(
      'OpenAI leaves Oracle in 2029\u00a0Q4. Leases and upkeep of the empty machines cost it $55bn.',
    );
    expect(said(runOf(wild))).toMatch(/ Oracle is restructured in \d{4}\u00a0Q\d, and lenders lose \$\d+bn\.$/);
    expect(leasesFinding({ ...leases(runOf(wild)), struckOut: 0 }, cast.start, nameOf)).toMatch(
      / Oracle is restructured in \d{4}\u00a0Q\d\.$/,
    );
    const free = leases(runOfWorld('the-music-stops'));
    expect(leasesFinding({ ...free, upkeep: [0] }, cast.start, nameOf)).toBe(
      'OpenAI leaves Oracle in 2029\u00a0Q4. Hardly a machine stands empty.',
    );
    expect(leasesFinding({ ...free, left: [0, 1] }, cast.start, nameOf)).toMatch(
      /^OpenAI and Anthropic leave Oracle from 2029\u00a0Q4 on\./,
    );
  });
});

it.each([
  [5, 0, 'tenants'],
  [0, 0, 'tenants'],
  [0, 3, 'new tenants'],
  [5, 3, 'old and new tenants'],
])('rent %d and relet %d come from %s', (rent, relet, payers) => {
  expect(payersOf({ rent: [rent], relet: [relet] }, 0)).toBe(payers);
});
