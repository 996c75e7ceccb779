import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import type { Mattering, Matters } from './matters';
import { dollars } from './money';
import { listed, possessive } from './words';

/** Less than this, in billions, is rounding. */
const worthSaying = 0.05;

export function mattersFinding({ firms: [first], firstByRank, quarter }: Matters, cast: Cast): string {
  const when = displayQuarter(quarter, cast.start);
  const name = (firm: number) => cast.firms[firm].name;
  if (first.promises < worthSaying) return `Whoever were made to fail in ${when}, no more promises would be gone.`;
  const knocked = `Of all failures in ${when}, ${possessive(name(first.firm))} would cost the others most`;
  if (firstByRank === undefined) return `${knocked}.`;
  return firstByRank === first.firm
    ? `${knocked}, and they are also most exposed to it.`
    : `${knocked}, but they are most exposed to ${name(firstByRank)}.`;
}

/** What its failure does to others: "$424bn more gone; OpenAI falls with it", of promises to them. */
export function mattersWords(one: Mattering, cast: Cast): string {
  const others = othersWords(one, cast);
  if (one.alreadyFell) return others;
  const { promises } = one;
  const gone = isNothing(promises)
    ? 'no promise more or less'
    : `${dollars(Math.abs(promises))} ${promises > 0 ? 'more' : 'less'} gone`;
  return others === '' ? gone : `${gone}; ${others}`;
}

/** What becomes of the others with it: "OpenAI falls later". A fall that comes later leaves less of the terms to go, one that comes sooner more: it says so. Nothing where it is all the same to them. */
export function othersWords({ alreadyFell, fallen, spared, delayed, hastened }: Mattering, cast: Cast): string {
  if (alreadyFell) return 'has fallen before';
  const say = (firms: readonly number[], one: string, more: string) =>
    firms.length === 0
      ? []
      : [`${listed(firms.map((firm) => cast.firms[firm].name))} ${firms.length === 1 ? one : more}`];
  return [
    ...say(fallen, 'falls with it', 'fall with it'),
    ...say(spared, 'is spared', 'are spared'),
    ...say(delayed, 'falls later', 'fall later'),
    ...say(hastened, 'falls sooner', 'fall sooner'),
  ].join('; ');
}

/** Beside a bar: "$28bn", "−$106bn", and a dash for nothing. */
export function promisesShort({ promises, alreadyFell }: Mattering): string {
  return alreadyFell || isNothing(promises) ? dash : dollars(promises);
}

const dash = '–';
const isNothing = (promises: number) => Math.abs(promises) < worthSaying;

/** The same of its share: "4.8%". */
export function rankShort({ debtRank }: Mattering): string {
  return debtRank > 0 ? rankWords(debtRank) : dash;
}

/** "4.8%" */
export function rankWords(debtRank: number): string {
  return debtRank > 0 && debtRank < 0.0005 ? 'under 0.1%' : `${Number((100 * debtRank).toFixed(1))}%`;
}
