import type { Network } from '../engine';
import type { TestedClaim } from './claim';
import { allDemand, demandOf, demandReads } from './claim-demand';
import { falls, firstFallAmong, firstThin, hostsOf, labsOf, othersOf } from './claim-measures';

/** The claims about the fall itself, and about who and what is left. Why each measures what it says is in content/claims.json. */

/** A year, in quarters: what breaks within it breaks fast. */
export const year = 4;

export const cascadeClaims = {
  'breaks-rapidly': {
    given: 'some-firm-falls-in-the-drought',
    reads: ['quarter.climate'],
    on: (network) => {
      const all = network.firms.map((_, i) => i);
      return (future) => {
        const thins = firstThin(future, network.quarters);
        return firstFallAmong(future, all, network.quarters) < thins + year;
      };
    },
  },
  'labs-most-vulnerable': {
    given: 'some-firm-falls',
    on: (network) => {
      const [labs, others] = [labsOf(network), othersOf(network)];
      return (future) =>
        firstFallAmong(future, labs, network.quarters) < firstFallAmong(future, others, network.quarters);
    },
  },
  'bad-debt-massive': {
    given: 'some-lab-fails',
    on: (network) => {
      const hosts = hostsOf(network);
      return (future) => hosts.reduce((sum, i) => sum + future.loss('badDebt', i), 0) >= future.lost;
    },
  },
  'diversified-survive': {
    given: 'some-firm-falls',
    on: (network) => {
      const pure = purePlays(network);
      const diversified = network.firms.flatMap((_, i) => (pure.includes(i) ? [] : [i]));
      return (future) => {
        const fallen = (firms: readonly number[]) => firms.filter((i) => falls(future, i, network.quarters)).length;
        return fallen(pure) * diversified.length > fallen(diversified) * pure.length;
      };
    },
  },
  'demand-outlives-firms': {
    given: 'some-lab-fails',
    reads: demandReads,
    on: (network) => {
      const labs = labsOf(network);
      const read = demandOf(network);
      return (future) => {
        const demand = read(future);
        const before = allDemand(network, demand, firstFallAmong(future, labs, network.quarters));
        return allDemand(network, demand, network.quarters - 1) >= before;
      };
    },
  },
} as const satisfies Readonly<Record<string, TestedClaim>>;

/**
 * Indices of the firms that live on the loop: labs, and firms of whose yearly income, as it is signed and ordered when the run opens, half or more comes from the
 * network. A contract counts with its average year, an order on capital spending with the buyer's spending at the opening, an order on sales with those of the seller.
 */
export function purePlays(network: Network): number[] {
  const { firms, contracts, supply } = network;
  const inside = new Map(firms.map(({ id }) => [id, 0]));
  const add = (id: string, money: number) => inside.set(id, (inside.get(id) ?? 0) + money);
  for (const { payee, total, length } of contracts) add(payee, (total / length) * year);
  for (const { buyer, supplier, share, of } of supply) {
    const base = of === 'capex' ? (firms.find(({ id }) => id === buyer)?.capex ?? 0) : (inside.get(buyer) ?? 0);
    add(supplier, share * base);
  }
  return firms.flatMap(({ id, lab, revenue }, i) => (lab || (inside.get(id) ?? 0) >= revenue ? [i] : []));
}
