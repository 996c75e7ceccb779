import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import type { Demand } from './burners-frontier';
import { nothing } from './facts';
import { fallsOf } from './fall';
import { capital, listed, numberWord } from './words';

/** How the race ends in a run, in one sentence. */
export function raceWords(run: Run, cast: Cast): string {
  const { firms, quarters } = run.network;
  const labs = firms.flatMap(({ lab }, i) => (lab ? [i] : []));
  const lost = fallsOf(run).filter(({ firm }) => firms[firm].lab);
  if (lost.length > 0) {
    const names = lost.map(({ firm }) => cast.firms[firm].name);
    return `${listed(names)} ${names.length === 1 ? 'loses' : 'lose'} the race: the money goes before the losses do, and ${
      names.length === 1 ? 'it fails' : 'the first of them fails'
    } in ${displayQuarter(lost[0].t, cast.start)}.`;
  }
  const burning = labs.filter((i) => run.firm.burn[(quarters - 1) * firms.length + i] > nothing);
  if (burning.length === 0) return 'Every lab comes to pay its own way before its money is gone.';
  const who =
    burning.length === labs.length && labs.length > 1
      ? `all ${numberWord(labs.length)} labs`
      : listed(burning.map((i) => cast.firms[i].name));
  return `No lab fails, but as the run ends ${who} still ${burning.length === 1 ? 'spends' : 'spend'} more than ${
    burning.length === 1 ? 'it earns' : 'they earn'
  }.`;
}

/** How much growth is enough with all other dials as they stand. `say` puts a value of the dial in words. */
export function demandWords(demand: Demand, say: (growth: number) => string): string {
  switch (demand.kind) {
    case 'nothing':
      return 'With the other dials as they stand, nobody fails at any growth.';
    case 'hopeless':
      return 'With the other dials as they stand, no growth on this dial is enough.';
    case 'enough':
      return `${capital(`with the other dials as they stand, growth of ${say(demand.enough)} is enough, and less is not.`)}`;
    case 'mixed':
      return 'With the other dials as they stand, more growth does not always help: somebody fails in the middle of the dial.';
  }
}
