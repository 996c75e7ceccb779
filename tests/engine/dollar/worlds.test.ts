import { describe, expect, it } from 'vitest';
import type { Dollar, Run } from '../../../src/engine';
import { always, pot, quartersOf } from './any-world';
import { chequesIn, fallIn, opening, type Purse, paymentsIn, pour, sourcesIn, spentElsewhere, total } from './ledger';
import { followByRounds } from './twin';

const potsIn = (dollar: Dollar, run: Run, t: number) => run.network.firms.map((_, i) => pot(dollar, run, t, i));

/** How the pots open in each quarter, given how they were mixed in the one before; and how they stand once the run is over. */
const betweens = (dollar: Dollar, run: Run) => [
  opening(run),
  ...quartersOf(run).map((t) => fallIn(run, t, potsIn(dollar, run, t))),
];

describe('the dollar in any world', () => {
  it('is where money that goes round and round ends up', () =>
    always((run, dollar) => {
      followByRounds(run).forEach((pots, t) => {
        pots.forEach(({ throughflow, shares }, i) => {
          const actual = pot(dollar, run, t, i);
          for (const colour of new Set([...Object.keys(actual), ...Object.keys(shares)])) {
            const apart = Math.abs((actual[colour] ?? 0) - (shares[colour] ?? 0));
            // In money: the rounds stop with a little still on its way, which in an all but empty pot is much of it.
            expect(apart * throughflow).toBeLessThan(1e-9);
          }
        });
      });
    }, 40));

  it('shares are not negative, and sum to 1 in every pot that anything comes through', () =>
    always((run, dollar) => {
      expect(dollar.pots.every((share) => share >= 0)).toBe(true);
      const before = betweens(dollar, run);
      for (const t of quartersOf(run)) {
        const sources = sourcesIn(run, t);
        run.network.firms.forEach((_, i) => {
          const received = paymentsIn(run, t).reduce((sum, { to, amount }) => sum + (to === i ? amount : 0), 0);
          const came = total(before[t].purses[i]) + total(sources[i]) + received;
          const shares = total(pot(dollar, run, t, i));
          expect(Math.abs(shares - (came > 0 ? 1 : 0))).toBeLessThan(1e-12);
        });
      }
    }));

  it('each colour is conserved: what comes in leaves, or stands in the pots', () =>
    always((run, dollar) => {
      const between = betweens(dollar, run);
      for (const t of quartersOf(run)) {
        const books: Purse = {};
        const enter = (purse: Purse, sign: number) => {
          for (const [colour, amount] of Object.entries(purse)) pour(books, colour, sign * amount);
        };
        for (const purse of [...between[t].purses, ...sourcesIn(run, t)]) enter(purse, 1);
        for (const [i, purse] of potsIn(dollar, run, t).entries()) {
          enter(purse, -spentElsewhere(run, t, i, between[t].cash[i]));
        }
        // Step 10: creditors bring money, some of which only settles what was overdue, and the pots of the failed are lost.
        const { creditors, settled, lost, purses } = between[t + 1];
        enter({ lenders: creditors - settled }, 1);
        for (const purse of [lost, ...purses]) enter(purse, -1);
        const size = Math.max(1, ...run.firm.cash.map(Math.abs), ...run.firm.own);
        for (const [colour, left] of Object.entries(books)) expect(Math.abs(left) / size, colour).toBeLessThan(1e-9);
      }
    }));

  it('a vendor that gives nothing has no colour anywhere', () =>
    always((run, dollar) => {
      dollar.colours.forEach(({ firm }, k) => {
        if (firm === undefined) return;
        const gives = quartersOf(run).some((t) =>
          chequesIn(run, t).some(({ from, amount }) => from === firm && amount > 0),
        );
        expect(dollar.pots.some((share, at) => at % dollar.colours.length === k && share > 0)).toBe(gives);
      });
    }));

  it('what was paid is the sum of its origins', () =>
    always((run, { contract, supply }) => {
      const six = ['own', 'vendors', 'investors', 'customers', 'lenders', 'opening'] as const;
      for (const [{ quarter }, paid] of [[contract, run.contract.paid] as const, [supply, run.supply.paid] as const]) {
        paid.forEach((amount, at) => {
          const sum = six.reduce((all, name) => all + quarter[name][at], 0);
          expect(Math.abs(sum - amount)).toBeLessThanOrEqual(1e-12 * amount);
        });
      }
    }));

  it('counts as outside what the audit counts, with what creditors put in when firms fall; and as booked what firms received', () =>
    always((run, { quarters }) => {
      const { network, firm } = run;
      for (const t of quartersOf(run)) {
        const row = network.firms.map((_, i) => t * network.firms.length + i);
        const received = row.reduce((sum, at) => sum + firm.received[at] - firm.relet[at], 0);
        expect(Math.abs(quarters[t].booked - received)).toBeLessThan(1e-9 * Math.max(1, received));
        const spent = row.reduce((sum, at) => {
          const went = ['costs', 'interest', 'maturing', 'outside', 'spot', 'returned', 'destroyed'] as const;
          return sum + went.reduce((all, name) => all + firm[name][at], 0);
        }, 0);
        const before =
          t === 0
            ? network.firms.map(({ cash }) => cash)
            : fallIn(
                run,
                t - 1,
                row.map(() => ({})),
              ).cash;
        const change = row.reduce((sum, at, i) => sum + firm.cash[at] - before[i], 0);
        const { creditors } = fallIn(
          run,
          t,
          row.map(() => ({})),
        );
        const size = Math.max(1, spent, quarters[t].outside);
        expect(Math.abs(quarters[t].outside - creditors - spent - change) / size).toBeLessThan(1e-9);
      }
    }));
});
