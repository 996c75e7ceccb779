import type { Line } from '../engine/futures';
import type { TestedClaim } from './claim';
import { falls, isLate, labsOf, nothing, payersOf, sumOver, thinnest } from './claim-measures';
import { burnedIn, spendingOf, spendingReads } from './spending';

/** The claims about those who burn cash, and about the money they need. Why each measures what it says is in content/claims.json. */

const year = 4;

export const labClaims = {
  'half-of-backlog': {
    reads: spendingReads,
    on: (network) => {
      const payers = payersOf(network).map((i) => spendingOf(network, i));
      return (future) => {
        for (const books of payers) {
          const inQuarter = books(future);
          for (let t = 0; t < year; t++) if (burnedIn(inQuarter(t)) <= nothing) return false;
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
        const inQuarters = books.map((of) => of(future));
        let needed = 0;
        for (let t = 0; t < network.quarters && needed <= cash; t++) {
          for (const inQuarter of inQuarters) {
            const spending = inQuarter(t);
            needed += burnedIn(spending) + spending.without;
          }
        }
        return needed > cash;
      };
    },
  },
  'race-against-funding': {
    given: 'the-thin-money-tells-labs-apart',
    reads: ['firm.burn', 'quarter.climate'],
    on: (network) => {
      const labs = labsOf(network);
      const { quarters } = network;
      return (future) => {
        const bottom = thinnest(future, quarters);
        return labs.every((i) => isLate(future, i, bottom) === falls(future, i, quarters));
      };
    },
  },
  'compute-outgrows-revenue': {
    reads: ['firm.bill', 'firm.spot', 'firm.own'],
    on: (network) => {
      const labs = labsOf(network);
      return (future) => {
        const over = (from: number, series: Line) =>
          sumOver(from, from + year, (t) => labs.reduce((sum, i) => sum + series.at(t, i), 0));
        const [bill, spot, own] = [future.series('firm.bill'), future.series('firm.spot'), future.series('firm.own')];
        const compute = (from: number) => over(from, bill) + over(from, spot);
        return compute(year) * over(0, own) > compute(0) * over(year, own);
      };
    },
  },
  'ponzi-shaped': {
    reads: ['firm.burn'],
    on: (network) => {
      const labs = labsOf(network);
      const { quarters } = network;
      return (future) => {
        const burn = future.series('firm.burn');
        return labs.some(
          (i) => future.fellAt(i) < quarters || sumOver(quarters - year, quarters, (t) => burn.at(t, i)) > nothing,
        );
      };
    },
  },
} as const satisfies Readonly<Record<string, TestedClaim>>;
