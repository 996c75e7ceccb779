import { allDemand, demandOf } from '../world/claim-demand';
import { falls, firstThin, hostsOf, labsOf, othersOf } from '../world/claim-measures';
import { type cascadeClaims, purePlays, year } from '../world/claims-cascade';
import { least, type Measures, money, type Told, who } from './claim-facts';
import { dollars } from './money';
import { capital, counted, numberWord } from './words';

/** What the claims about the fall, and about who is left, were measured by, in words. */
export const cascadeFacts: Readonly<Record<keyof typeof cascadeClaims, (told: Told) => Measures>> = {
  'breaks-rapidly': (told) => {
    const { network, future, names, quarter } = told;
    const thins = firstThin(future, network.quarters);
    const first = firstOf(
      told,
      network.firms.map((_, i) => i),
    );
    const quarters = future.fellAt(first) - thins;
    return {
      thins: quarter(thins),
      who: names[first],
      when: quarter(future.fellAt(first)),
      gap: quarters === 0 ? 'in the same quarter' : `${counted(quarters, 'quarter')} later`,
      length: counted(quarters, 'quarter'),
      year: numberWord(year),
    };
  },
  'labs-most-vulnerable': (told) => {
    const { network, future, names, quarter } = told;
    const lab = firstOf(told, labsOf(network));
    const other = firstOf(told, othersOf(network));
    const [labAt, otherAt] = [future.fellAt(lab), future.fellAt(other)];
    return {
      lab: names[lab],
      labWhen: quarter(labAt),
      other: names[other],
      otherWhen: quarter(otherAt),
      labFate: labFate(names[lab], labAt, otherAt, network.quarters, quarter),
    };
  },
  'bad-debt-massive': ({ network, future }) => {
    const bad = hostsOf(network).reduce((sum, i) => sum + future.loss('badDebt', i), 0);
    const all = bad + future.lost;
    const parts = `${money(bad)} of what was billed is written off, and ${dollars(future.lost)} had not been billed`;
    return { ended: all < 0.005 ? 'No promise is left to end' : `Of ${dollars(all)} of promises that end, ${parts}` };
  },
  'diversified-survive': (told) => {
    const { network, future } = told;
    const pure = purePlays(network);
    const others = network.firms.flatMap((_, i) => (pure.includes(i) ? [] : [i]));
    const fallen = (firms: readonly number[], falling: readonly [one: string, many: string]) => {
      const count = firms.filter((i) => falls(future, i, network.quarters)).length;
      return `${count === 0 ? 'none' : numberWord(count)} ${falling[count > 1 ? 1 : 0]}`;
    };
    return {
      pure: who(told, pure),
      pureCount: numberWord(pure.length),
      pureFallen: fallen(pure, ['falls', 'fall']),
      otherCount: numberWord(others.length),
      otherFallen: fallen(others, ['does', 'do']),
    };
  },
  'demand-outlives-firms': (told) => {
    const { network, future, names, quarter } = told;
    const lab = firstOf(told, labsOf(network));
    const at = future.fellAt(lab);
    const demand = demandOf(network)(future);
    const end = network.quarters - 1;
    const [before, next, after] = [at, at + 1, end].map((t) => allDemand(network, demand, Math.min(t, end)));
    const isClose = after < before && money(after) === money(before);
    return {
      lab: names[lab],
      when: quarter(at),
      before: perQuarter(before),
      dip: at + 1 < end ? ` A quarter later they pay ${money(next)}.` : '',
      last: quarter(end),
      after: isClose ? 'a little less' : perQuarter(after),
    };
  },
};

/** "$12bn a quarter", and "nothing" as it is. */
function perQuarter(billions: number): string {
  const pay = money(billions);
  return pay === money(0) ? pay : `${pay} a quarter`;
}

/** Who of some firms falls first; the first of them if none does. */
function firstOf({ future }: Told, firms: readonly number[]): number {
  return least(firms, (i) => future.fellAt(i));
}

function labFate(
  name: string,
  labAt: number,
  otherAt: number,
  quarters: number,
  quarter: (t: number) => string,
): string {
  if (labAt === quarters) return 'No lab ever fails.';
  return labAt === otherAt
    ? `${capital(name)} fails in the same quarter.`
    : `${capital(name)} fails later, in ${quarter(labAt)}.`;
}
