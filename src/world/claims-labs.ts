import type { TestedClaim } from './claim';
import { labsOf, nothing, payersOf, sumOver } from './claim-measures';
import { burnedIn, spendingOf, spendingReads } from './spending';

/** The claims about those who burn cash, and about the money they need. Why each measures what it says is in content/claims.json. */

const year = 4;

export const labClaims = {
  'half-of-backlog': {
    reads: spendingReads,
    on: (network) => {
      const payers = payersOf(network).map((i) => spendingOf(network, i));
      return (future) => {
        for (const inQuarter of payers) {
          for (let t = 0; t < year; t++) if (burnedIn(inQuarter(future, t)) <= nothing) return false;
        }
        return payers.length > 0;
      };
    },
  },
  'burners-cannot-self-fund': {
    reads: spendingReads,
    on: (network) => {
      const labs = labsOf(network);
      const cash = labs.reduce((sum, i) => sum + network.firms[i].cash, 0);
      const books = labs.map((i) => spendingOf(network, i));
      return (future) => {
        let needed = 0;
        for (let t = 0; t < network.quarters && needed <= cash; t++) {
          for (const inQuarter of books) {
            const spending = inQuarter(future, t);
            needed += burnedIn(spending) + spending.without;
          }
        }
        return needed > cash;
      };
    },
  },
  'race-against-funding': {
    given: 'the-money-thins',
    reads: ['firm.burn', 'quarter.climate'],
    on: (network) => {
      const labs = labsOf(network);
      const { quarters } = network;
      return (future) => {
        let bottom = 0;
        for (let t = 1; t < quarters; t++) {
          if (future.at('quarter.climate', t) < future.at('quarter.climate', bottom)) bottom = t;
        }
        return labs.every((i) => {
          const fell = future.fellAt(i);
          const burning = fell <= bottom || future.at('firm.burn', bottom, i) > nothing;
          return burning === fell < quarters;
        });
      };
    },
  },
  'compute-outgrows-revenue': {
    reads: ['firm.bill', 'firm.spot', 'firm.own'],
    on: (network) => {
      const labs = labsOf(network);
      return (future) => {
        const over = (from: number, series: 'firm.bill' | 'firm.spot' | 'firm.own') =>
          sumOver(from, from + year, (t) => labs.reduce((sum, i) => sum + future.at(series, t, i), 0));
        const compute = (from: number) => over(from, 'firm.bill') + over(from, 'firm.spot');
        return compute(year) * over(0, 'firm.own') > compute(0) * over(year, 'firm.own');
      };
    },
  },
  'ponzi-shaped': {
    reads: ['firm.burn'],
    on: (network) => {
      const labs = labsOf(network);
      const { quarters } = network;
      return (future) =>
        labs.some(
          (i) =>
            future.fellAt(i) < quarters ||
            sumOver(quarters - year, quarters, (t) => future.at('firm.burn', t, i)) > nothing,
        );
    },
  },
} as const satisfies Readonly<Record<string, TestedClaim>>;
