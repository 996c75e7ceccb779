import { type Host, lossOf, yearsOf } from './hosts';
import { dollars } from './money';
import { counted, listed } from './words';

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

/** An amount in years of what a host earns: "nine years", "a year", "five months", "less than a month". Undefined for a host that earns nothing. */
export function inYears(host: Pick<Host, 'earns'>, amount: number): string | undefined {
  const years = yearsOf(host, amount);
  if (years === undefined) return undefined;
  const months = Math.round(12 * years);
  if (months < 1) return 'less than a month';
  if (months === 12) return 'a year';
  return months < 22 ? counted(months, 'month') : counted(Math.round(years), 'year');
}

/** What the figure of the hosts shows in this world, in a sentence or two. */
export function hostsFinding(hosts: readonly Host[]): string {
  const bySize = (amount: (host: Host) => number) =>
    hosts
      .filter((host) => amount(host) >= worthSaying && host.earns > 0)
      .sort((a, b) => amount(b) / b.earns - amount(a) / a.earns);
  const hit = bySize(lossOf);
  if (hit.length === 0) {
    const [most, next] = bySize(({ owed }) => owed);
    if (!most) return 'No lab owes these firms anything.';
    const beside = next ? `, ${next.name} ${inYears(next, next.owed)}` : '';
    return `No promise is broken in this world. ${most.name} is owed ${inYears(most, most.owed)} of what it earns${beside}.`;
  }
  const [worst, next] = hit;
  const spared = hosts.filter((host) => lossOf(host) < worthSaying).map(({ name }) => name);
  const second = next ? `, ${next.name} ${inYears(next, lossOf(next))}` : '';
  const rest = spared.length > 0 ? ` ${listed(spared)} ${spared.length === 1 ? 'loses' : 'lose'} nothing.` : '';
  return `In promises and shares, ${worst.name} loses ${inYears(worst, lossOf(worst))} of what it earns${second}.${rest}`;
}

/** What a host has with the labs, under its bars. */
export function exposureWords(host: Host, debtors: readonly string[]): string {
  const { owed, shares } = host;
  const parts = [];
  if (owed >= worthSaying) parts.push(`${dollars(owed)} owed by ${listed(debtors)}`);
  if (shares >= worthSaying) parts.push(`${dollars(shares)} in shares of labs`);
  if (parts.length === 0) return 'No lab owes it anything.';
  const years = inYears(host, owed + shares);
  return `${parts.join(', ')}${years ? `: ${years} of what it earns` : ''}.`;
}

/** What of it goes in this world. */
export function lossWords(host: Host): string {
  if (host.owed + host.shares < worthSaying) return 'It has nothing to lose to one.';
  const parts = [];
  if (host.gone >= worthSaying) parts.push(`${dollars(host.gone)} of promises`);
  if (host.worthless >= worthSaying) parts.push(`${dollars(host.worthless)} of shares`);
  const gone = parts.length === 0 ? 'All of it holds.' : `Gone: ${listed(parts)}.`;
  return host.empty >= worthSaying ? `${gone} Machines that cost ${dollars(host.empty)} stand empty.` : gone;
}
