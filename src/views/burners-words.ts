import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { burnedIn, spendingOf, spendingReads } from '../world/spending';
import { fateOf, fateWords, type LabBooks } from './burners';
import type { Demand } from './burners-frontier';
import { futureOf } from './claim-view';
import { nothing } from './facts';
import { fallsOf } from './fall';
import { listed } from './words';

/** How the race ends in a run, in one sentence. */
export function raceWords(run: Run, cast: Cast): string {
  const { firms, quarters } = run.network;
  const nameOf = (i: number) => cast.firms[i].name;
  const labs = firms.flatMap(({ lab }, i) => (lab ? [i] : []));
  const [first, ...others] = fallsOf(run).filter(({ firm }) => firms[firm].lab);
  if (first) {
    const when = displayQuarter(first.t, cast.start);
    if (others.length === 0) return `${nameOf(first.firm)} loses the race: it has no money left and fails in ${when}.`;
    const names = [first, ...others].map(({ firm }) => nameOf(firm));
    return `${listed(names)} lose the race: ${
      others.every(({ t }) => t === first.t) ? `they fail in ${when}` : `the first of them fails in ${when}`
    }.`;
  }
  const last = quarters - 1;
  const needy = labs.filter((i) => run.firm.burn[last * firms.length + i] > nothing);
  if (needy.length === 0) return 'No lab fails, and as the run ends each pays its own way.';
  const burning = needy.filter((i) => {
    return burnedIn(spendingOf(run.network, i)(futureOf(run, spendingReads))(last)) > nothing;
  });
  const waiting = needy.filter((i) => !burning.includes(i));
  const parts = [
    ...(burning.length > 0
      ? [`${listed(burning.map(nameOf))} still ${burning.length === 1 ? 'burns' : 'burn'} cash`]
      : []),
    ...(waiting.length > 0
      ? [`${listed(waiting.map(nameOf))} cannot pay for all ${waiting.length === 1 ? 'it wants' : 'they want'}`]
      : []),
  ];
  return `No lab fails, but ${listed(parts)} as the run ends.`;
}

/** What becomes of the labs, in one sentence. Labs that share a fate share its words. */
export function fuseFinding(labs: readonly LabBooks[], cast: Cast): string {
  const fates = labs.map((books) => ({ name: cast.firms[books.firm].name, fate: fateOf(books, cast) }));
  if (fates.every(({ fate }) => fate.kind === 'carried' && fate.burning))
    return `${listed(fates.map(({ name }) => name))} still burn cash as the run ends.`;
  return `${fates.map(({ name, fate }) => `${name} ${fateWords(fate)}`).join('; ')}.`;
}

/** How much growth is enough with all other dials as they stand. `say` puts a value of the dial in words. */
export function demandWords(demand: Demand, say: (growth: number) => string): string {
  switch (demand.kind) {
    case 'nothing':
      return 'With the other dials as they stand, nobody fails at any growth.';
    case 'hopeless':
      return 'With the other dials as they stand, no growth on this dial is enough.';
    case 'enough':
      return `With the other dials as they stand, growth of ${say(demand.enough)} is enough, and less is not.`;
    case 'mixed':
      return 'With the other dials as they stand, more growth does not always help.';
  }
}
