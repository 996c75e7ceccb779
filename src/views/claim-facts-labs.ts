import { falls, firstThin, isLate, labsOf, nothing, payersOf, sumOver, thinnest } from '../world/claim-measures';
import type { labClaims } from '../world/claims-labs';
import { burnedIn, spendingOf } from '../world/spending';
import { change, type Measures, money, type Told, who } from './claim-facts';
import { figureWords, sourced } from './figure-words';
import { shown } from './money';
import { listed, numberWord } from './words';

const year = 4;
/** Less, in billions, would hardly be seen beside the rest. */
const worthSaying = 0.05;

/** What the claims about the labs were measured by, in words. */
export const labFacts: Readonly<Record<keyof typeof labClaims, (told: Told) => Measures>> = {
  'half-of-backlog': (told) => {
    const { network, future } = told;
    const payers = payersOf(network);
    const burns = payers.map((i) => {
      const inQuarter = spendingOf(network, i)(future);
      return Array.from({ length: year }, (_, t) => inQuarter(t)).map(({ spent, sales }) => spent - sales);
    });
    return {
      payers: who(told, payers),
      owed: money(network.contracts.reduce((all, { total }) => all + total, 0)),
      backlog: figureWords(sourced('four-cloud-backlog-total')),
      burn: money(burns.flat().reduce((sum, x) => sum + x, 0)),
      earners: who(
        told,
        payers.filter((_, k) => burns[k].some((x) => x <= nothing)),
      ),
    };
  },
  'burners-cannot-self-fund': ({ network, future }) => {
    const labs = labsOf(network);
    let [burn, without] = [0, 0];
    for (const inQuarter of labs.map((i) => spendingOf(network, i)(future))) {
      for (let t = 0; t < network.quarters; t++) {
        const spending = inQuarter(t);
        burn += burnedIn(spending);
        without += spending.without;
      }
    }
    return {
      burn: money(burn),
      without: without < worthSaying ? '' : ` and go without compute for ${money(without)}`,
      cash: money(labs.reduce((sum, i) => sum + network.firms[i].cash, 0)),
    };
  },
  'race-against-funding': (told) => {
    const { network, future, quarter } = told;
    const labs = labsOf(network);
    const bottom = thinnest(future, network.quarters);
    const gone = labs.filter((i) => future.fellAt(i) <= bottom);
    const short = labs.filter((i) => !gone.includes(i) && isLate(future, i, bottom));
    const standing = [
      ...(gone.length > 0 ? [`${labsWho(told, gone)} ${gone.length === 1 ? 'is' : 'are'} gone`] : []),
      ...(short.length > 0 ? [shortWho(told, short)] : []),
    ];
    const failed = fallen(told);
    const alone = failed.length > 0 && failed.length < labs.length ? 'only ' : '';
    const idle = `every lab breaks even before the venture money is thinnest, in ${quarter(bottom)}, and no lab fails`;
    return {
      bottom: quarter(bottom),
      untested: firstThin(future, network.quarters) < network.quarters ? idle : 'the venture money never thins',
      late: listed(standing) || 'every lab breaks even',
      fallen: `by the end ${alone}${labsWho(told, failed)} ${failed.length > 1 ? 'have' : 'has'} failed`,
    };
  },
  'compute-outgrows-revenue': ({ network, future }) => {
    const labs = labsOf(network);
    const over = (from: number, name: 'firm.bill' | 'firm.spot' | 'firm.own') => {
      const series = future.series(name);
      return sumOver(from, from + year, (t) => labs.reduce((sum, i) => sum + series.at(t, i), 0));
    };
    const compute = (from: number) => over(from, 'firm.bill') + over(from, 'firm.spot');
    return growths([compute(0), compute(year)], [over(0, 'firm.own'), over(year, 'firm.own')]);
  },
  'ponzi-shaped': (told) => {
    const { network, future } = told;
    const last = network.quarters - year;
    const short = labsOf(network).filter(
      (i) => sumOver(last, network.quarters, (t) => future.series('firm.burn').at(t, i)) > nothing,
    );
    const failed = fallen(told);
    const need = [
      ...(failed.length > 0 ? [`${who(told, failed)} ${failed.length === 1 ? 'fails' : 'fail'}`] : []),
      ...(short.length > 0
        ? [`${who(told, short)} ${short.length === 1 ? 'does' : 'do'} not break even in every quarter of the last year`]
        : []),
    ];
    return { need: need.join('; ') };
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

/** Of those of the labs that do not break even: "OpenAI does not break even", "neither lab breaks even". */
function shortWho(told: Told, some: readonly number[]): string {
  if (some.length === 2 && labsOf(told.network).length === 2) return 'neither lab breaks even';
  if (some.length > 1 && some.length === labsOf(told.network).length) return 'no lab breaks even';
  return `${who(told, some)} ${some.length === 1 ? 'does' : 'do'} not break even`;
}

type Years = readonly [first: number, second: number];

/** How the bill and the sales grow, as a reader finds it from the amounts that are shown. Where rounding hides which of them grows more, only one number is said. */
function growths(bill: Years, sales: Years): Measures {
  const [compute, own] = [bill, sales].map(([first, second]) => change(shown(first), shown(second)));
  const points = ([first, second]: Years) => Math.round(100 * (shown(second) / shown(first)));
  const seen = points(bill) - points(sales);
  const exact = bill[1] * sales[0] - bill[0] * sales[1];
  return { compute, sales: seen * exact > 0 ? own : 'about as far' };
}
