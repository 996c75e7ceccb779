import { falls, labsOf, nothing, sumOver } from '../world/claim-measures';
import type { labClaims } from '../world/claims-labs';
import { change, type Measures, money, type Told, who } from './claim-facts';
import { figureWords, sourced } from './figure-words';
import { listed, numberWord } from './words';

const year = 4;

/** What the claims about the labs were measured by, in words. */
export const labFacts: Readonly<Record<keyof typeof labClaims, (told: Told) => Measures>> = {
  'half-of-backlog': (told) => {
    const { firms, contracts } = told.network;
    const payers = firms.flatMap(({ id }, i) => (contracts.some(({ payer }) => payer === id) ? [i] : []));
    const burn = (i: number, t: number) => told.future.at('firm.burn', t, i);
    const earners = payers.filter((i) => [0, 1, 2, 3].some((t) => burn(i, t) <= nothing));
    return {
      payers: who(told, payers),
      owed: money(contracts.reduce((all, { total }) => all + total, 0)),
      backlog: figureWords(sourced('four-cloud-backlog-total')),
      burn: money(payers.reduce((all, i) => all + sumOver(0, year, (t) => burn(i, t)), 0)),
      earners: who(told, earners),
    };
  },
  'burners-cannot-self-fund': ({ network, future }) => {
    const labs = labsOf(network);
    const burn = sumOver(0, network.quarters, (t) => labs.reduce((sum, i) => sum + future.at('firm.burn', t, i), 0));
    return { burn: money(burn), cash: money(labs.reduce((sum, i) => sum + network.firms[i].cash, 0)) };
  },
  'race-against-funding': (told) => {
    const { network, future, quarter } = told;
    const labs = labsOf(network);
    let bottom = 0;
    for (let t = 1; t < network.quarters; t++) {
      if (future.at('quarter.climate', t) < future.at('quarter.climate', bottom)) bottom = t;
    }
    const gone = labs.filter((i) => future.fellAt(i) <= bottom);
    const burning = labs.filter((i) => !gone.includes(i) && future.at('firm.burn', bottom, i) > nothing);
    const standing = [
      ...(gone.length > 0 ? [`${labsWho(told, gone)} ${gone.length === 1 ? 'is' : 'are'} gone`] : []),
      ...(burning.length > 0
        ? [`${labsWho(told, burning)} still ${burning.length === 1 ? 'burns' : 'burn'} cash`]
        : []),
    ];
    const failed = fallen(told);
    const alone = failed.length > 0 && failed.length < labs.length ? 'only ' : '';
    return {
      bottom: quarter(bottom),
      burning: listed(standing) || 'no lab burns cash',
      fallen: `by the end ${alone}${labsWho(told, failed)} ${failed.length > 1 ? 'have' : 'has'} failed`,
    };
  },
  'compute-outgrows-revenue': ({ network, future }) => {
    const labs = labsOf(network);
    const over = (from: number, series: 'firm.bill' | 'firm.spot' | 'firm.own') =>
      sumOver(from, from + year, (t) => labs.reduce((sum, i) => sum + future.at(series, t, i), 0));
    const compute = (from: number) => over(from, 'firm.bill') + over(from, 'firm.spot');
    return { compute: change(compute(0), compute(year)), sales: change(over(0, 'firm.own'), over(year, 'firm.own')) };
  },
  'ponzi-shaped': (told) => {
    const { network, future } = told;
    const last = network.quarters - year;
    const burning = labsOf(network).filter(
      (i) => sumOver(last, network.quarters, (t) => future.at('firm.burn', t, i)) > nothing,
    );
    const failed = fallen(told);
    const need = [
      ...(failed.length > 0 ? [`${who(told, failed)} ${failed.length === 1 ? 'fails' : 'fail'}`] : []),
      ...(burning.length > 0
        ? [`${who(told, burning)} still ${burning.length === 1 ? 'burns' : 'burn'} cash in the last year`]
        : []),
    ];
    return { need: listed(need) };
  },
};

function fallen({ network, future }: Told): number[] {
  return labsOf(network).filter((i) => falls(future, i, network.quarters));
}

/** Some of the labs: "OpenAI", "both labs", "no lab". */
function labsWho(told: Told, some: readonly number[]): string {
  if (some.length === 0) return 'no lab';
  if (some.length < 2 || some.length < labsOf(told.network).length) return who(told, some);
  return some.length === 2 ? 'both labs' : `all ${numberWord(some.length)} labs`;
}
