import type { TestedClaim } from './claim';
import { chequeReads, chequesOf } from './claim-cheques';
import {
  capexPath,
  deepestFall,
  falls,
  hostsOf,
  keptByItself,
  lossForSize,
  lossOf,
  nothing,
  place,
  revenuePath,
  sumOver,
} from './claim-measures';

/** The claims about one firm each: who hosts, who digs, and who pays itself. Why each measures what it says is in content/claims.json. */

/** The share of its cheques that must come home to be called a loop. */
export const loop = 0.25;
/** A loss of this many years of operating cash is a wound. */
export const wound = 0.25;
/** A builder that spends less than this share of its own path follows the others' mood. */
export const unmoved = 0.9;

export const hostClaims = {
  'microsoft-loop': {
    needs: ['microsoft'],
    reads: chequeReads,
    on: (network) => {
      const cheques = chequesOf(network, place(network, 'microsoft'));
      return (future) => {
        const { given, home } = cheques(future);
        return given > nothing && home >= loop * given;
      };
    },
  },
  'amazon-diversified': {
    needs: ['amazon'],
    given: 'some-lab-fails',
    on: (network) => {
      const amazon = place(network, 'amazon');
      return (future) => lossForSize(future, amazon) < wound && !falls(future, amazon, network.quarters);
    },
  },
  'google-conflict': {
    needs: ['google'],
    reads: ['firm.own', 'contract.paid'],
    on: (network) => {
      const google = place(network, 'google');
      const { quarters, contracts } = network;
      const path = revenuePath(network.firms[google], quarters);
      const hosted = contracts.flatMap(({ payee }, c) => (payee === 'google' ? [c] : []));
      return (future) => {
        const [own, payments] = [future.series('firm.own'), future.series('contract.paid')];
        const eroded = sumOver(0, quarters, (t) => path[t] - own.at(t, google));
        const paid = sumOver(0, quarters, (t) => hosted.reduce((sum, c) => sum + payments.at(t, c), 0));
        return eroded > paid;
      };
    },
  },
  'meta-independent': {
    needs: ['meta'],
    reads: ['firm.capex'],
    on: (network) => {
      const meta = place(network, 'meta');
      const { quarters } = network;
      const planned = capexPath(network.firms[meta], quarters).reduce((sum, x) => sum + x, 0);
      return (future) => {
        const capex = future.series('firm.capex');
        return (
          !falls(future, meta, quarters) &&
          lossOf(future, meta) <= nothing &&
          sumOver(0, quarters, (t) => capex.at(t, meta)) >= unmoved * planned
        );
      };
    },
  },
  'tsmc-insulated': {
    needs: ['tsmc'],
    reads: ['firm.own', 'firm.received'],
    on: (network) => {
      const tsmc = place(network, 'tsmc');
      const { firms, quarters } = network;
      return (future) => {
        const own = deepestFall(future, tsmc, quarters);
        return firms.every((_, i) => i === tsmc || deepestFall(future, i, quarters) >= own - nothing);
      };
    },
  },
  'oracle-exposed': {
    needs: ['oracle'],
    given: 'oracle-loses-a-tenant',
    on: (network) => {
      const oracle = place(network, 'oracle');
      return (future) => !falls(future, oracle, network.quarters);
    },
  },
  'microsoft-best-placed': {
    needs: ['microsoft'],
    given: 'some-lab-fails',
    on: (network) => {
      const microsoft = place(network, 'microsoft');
      const hosts = hostsOf(network);
      return (future) => {
        const own = lossForSize(future, microsoft);
        return hosts.every((i) => i === microsoft || lossForSize(future, i) > own);
      };
    },
  },
  'amazon-survives-bankruptcies': {
    needs: ['amazon'],
    given: 'every-lab-fails',
    on: (network) => {
      const amazon = place(network, 'amazon');
      return (future) => !falls(future, amazon, network.quarters);
    },
  },
  'google-buffered': {
    needs: ['google'],
    reads: ['firm.own', 'firm.costs', 'firm.interest', 'firm.capex', 'firm.invested'],
    on: (network) => {
      const google = place(network, 'google');
      const { quarters } = network;
      const { cash } = network.firms[google];
      return (future) => {
        return cash + keptByItself(future, google, quarters) >= 0 && !falls(future, google, quarters);
      };
    },
  },
} as const satisfies Readonly<Record<string, TestedClaim>>;
