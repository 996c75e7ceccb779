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

/** What its failure does to others: "$424bn more gone; OpenAI falls with it", of promises to them. A fall that comes later leaves less of the terms to go, one that comes sooner more: it says so. */
export function mattersWords(
  { promises, alreadyFell, fallen, spared, delayed, hastened }: Mattering,
  cast: Cast,
): string {
  if (alreadyFell) return 'has fallen before';
  const names = (firms: readonly number[]) => listed(firms.map((firm) => cast.firms[firm].name));
  const parts = [];
  if (promises >= worthSaying) parts.push(`${dollars(promises)} more gone`);
  else if (promises <= -worthSaying) parts.push(`${dollars(-promises)} less gone`);
  else parts.push('no promise more or less');
  if (fallen.length > 0) parts.push(`${names(fallen)} ${fallen.length === 1 ? 'falls' : 'fall'} with it`);
  if (spared.length > 0) parts.push(`${names(spared)} ${spared.length === 1 ? 'is' : 'are'} spared`);
  const moved = (firms: readonly number[], how: string) => {
    if (firms.length > 0) parts.push(`${names(firms)} ${firms.length === 1 ? 'falls' : 'fall'} ${how}`);
  };
  moved(delayed, 'later');
  moved(hastened, 'sooner');
  return parts.join('; ');
}

/** "4.8%" */
export function rankWords(debtRank: number): string {
  return debtRank > 0 && debtRank < 0.0005 ? 'under 0.1%' : `${Number((100 * debtRank).toFixed(1))}%`;
}
