import { describe, expect, it } from 'vitest';
import type { Dollar, Run } from '../../../src/engine';
import { always, quartersOf } from './any-world';
import { paymentsIn } from './ledger';

const names = ['ownFirst', 'own', 'ownLast'] as const;
type Home = Record<(typeof names)[number] | 'paid', number>;

/** What one firm has paid another so far, and how much of it was the other's own cheque coming home; `pairs[i * firms + j]`, i pays j. */
function addQuarter(pairs: readonly Home[], run: Run, { contract, supply }: Dollar, t: number): void {
  const { firms, contracts, supply: orders } = run.network;
  paymentsIn(run, t).forEach(({ from, to, amount }, k) => {
    const pair = pairs[from * firms.length + to];
    pair.paid += amount;
    const at = k < contracts.length ? t * contracts.length + k : t * orders.length + k - contracts.length;
    for (const name of names) pair[name] += (k < contracts.length ? contract : supply).quarter[name][at];
  });
}

const noneHome = (run: Run): Home[] =>
  run.network.firms.flatMap(() => run.network.firms.map(() => ({ ownFirst: 0, own: 0, ownLast: 0, paid: 0 })));

describe('the bounds in any world', () => {
  it('of all a firm has paid a vendor, what came home lies between them, at every quarter’s end', () =>
    always((run, dollar) => {
      const pairs = noneHome(run);
      for (const t of quartersOf(run)) {
        addQuarter(pairs, run, dollar, t);
        const broken = pairs.find(({ ownFirst, own, ownLast, paid }) => {
          const rounding = 1e-9 * Math.max(1, paid);
          return !(
            ownLast >= 0 &&
            ownLast <= own + rounding &&
            own <= ownFirst + rounding &&
            ownFirst <= paid + rounding
          );
        });
        expect(broken).toBeUndefined();
      }
    }));

  it('spent first, no more comes home from a firm that nobody pays than the cheques it was given', () =>
    always((run, dollar) => {
      const { firms, contracts, supply, vendors } = run.network;
      const pairs = noneHome(run);
      for (const t of quartersOf(run)) addQuarter(pairs, run, dollar, t);
      const paid = new Set([...contracts.map(({ payee }) => payee), ...supply.map(({ supplier }) => supplier)]);
      firms.forEach(({ id: payer }, i) => {
        if (paid.has(payer)) return;
        firms.forEach(({ id: payee }, j) => {
          const given = vendors.map((v) => (v.lab === payer && v.vendor === payee ? 1 : 0));
          const cheques = run.vendor.given.reduce((sum, x, at) => sum + x * given[at % vendors.length], 0);
          expect(pairs[i * firms.length + j].ownFirst).toBeLessThanOrEqual(cheques * (1 + 1e-12));
        });
      });
    }));
});
