import { atStake, goneOf, type Host, writtenOff, yearsOf } from './hosts';
import { dollars } from './money';
import { printed } from './sums';
import { counted, listed } from './words';

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

/**
 * An amount as the time in which a host earns it: "less than a month", "five months", "a year", "23 months"; and from two
 * years on, in years with one decimal: "2.3 years", "nine years". Undefined for a host that earns nothing.
 */
export function inTime(host: Pick<Host, 'earns'>, amount: number): string | undefined {
  const years = yearsOf(host, amount);
  if (years === undefined) return undefined;
  const months = Math.round(12 * years);
  if (months < 1) return 'less than a month';
  if (months === 12) return 'a year';
  if (months < 24) return counted(months, 'month');
  const tenths = Number(years.toFixed(1));
  return Number.isInteger(tenths) ? counted(tenths, 'year') : `${tenths} years`;
}

/** What the figure of the hosts shows in this world, in a sentence or two. */
export function hostsFinding(hosts: readonly Host[]): string {
  const bySize = (amount: (host: Host) => number) =>
    hosts
      .filter((host) => amount(host) >= worthSaying && host.earns > 0)
      .sort((a, b) => amount(b) / b.earns - amount(a) / a.earns);
  const hit = bySize(goneOf);
  if (hit.length === 0) {
    const [most, next] = bySize(atStake);
    if (!most) return 'These firms have nothing at stake with a lab.';
    const beside = next ? `, ${next.name} ${inTime(next, atStake(next))}` : '';
    return `No promise is gone in this world. ${most.name} has ${inTime(most, atStake(most))} of what it earns at stake${beside}.`;
  }
  const [worst, next] = hit;
  const second = next ? `, and to ${next.name} worth ${inTime(next, goneOf(next))}` : '';
  const spared = hosts.filter((host) => host.owed >= worthSaying && goneOf(host) < worthSaying).map(({ name }) => name);
  const rest = spared.length > 0 ? ` Those to ${listed(spared)} all hold.` : '';
  return `Promises to ${worst.name} worth ${inTime(worst, goneOf(worst))} of what it earns are gone${second}.${rest}`;
}

/** What a host has with the labs, under its bars. */
export function exposureWords(host: Host, debtors: readonly string[]): string {
  const { owed, shares } = host;
  const parts = [];
  if (owed >= worthSaying) parts.push(`${dollars(owed)} owed by ${listed(debtors)}`);
  if (shares >= worthSaying) parts.push(`${dollars(shares)} in shares of labs`);
  if (parts.length === 0) return 'No lab owes it anything.';
  const time = inTime(host, atStake(host));
  const together = parts.length > 1 ? 'together ' : '';
  return `${parts.join(', ')}${time ? `: ${together}${time} of what it earns` : ''}.`;
}

/** What becomes of it in this world: the promises that are gone, and the money that is written off. */
export function lossWords(host: Host): string {
  if (atStake(host) < worthSaying) return 'It has no promise and no share to lose.';
  const gone = inParts(goneOf(host), goneParts(host));
  const off = inParts(writtenOff(host), offParts(host));
  if (!gone && !off) return 'All of it holds.';
  const promises = gone ? `Gone: ${gone.all} of promises (${gone.parts}).` : 'No promise is gone.';
  return off ? `${promises} Written off: ${off.all} (${off.parts}).` : promises;
}

type Parts = readonly (readonly [name: string, part: number])[];

const goneParts = ({ ended, declined }: Host): Parts => [
  ['ended', ended],
  ['declined', declined],
];
const offParts = ({ idle, worthless, unpaid }: Host): Parts => [
  ['machines', idle],
  ['shares', worthless],
  ['bills', unpaid],
];

/** The same for a table, amount by amount as the words give them: ended, declined; machines, shares, bills. */
export function lossAmounts(host: Host): string[] {
  return [goneParts(host), offParts(host)].flatMap((parts) => {
    const { parts: amounts, say } = printed(parts.flatMap(([, part]) => (part >= worthSaying ? [part] : [])));
    let k = 0;
    return parts.map(([, part]) => (part >= worthSaying ? say(amounts[k++]) : dollars(part)));
  });
}

/** A sum and what it is made of, as they add up: "$164bn", "$155bn ended, $9bn declined". Undefined if it is nothing. */
function inParts(sum: number, parts: Parts): { readonly all: string; readonly parts: string } | undefined {
  if (sum < worthSaying) return undefined;
  const said = parts.filter(([, part]) => part >= worthSaying);
  const [only, ...more] = said;
  if (only && more.length === 0) return { all: dollars(sum), parts: only[0] };
  const { parts: amounts, whole, say } = printed(said.map(([, part]) => part));
  return { all: say(whole), parts: said.map(([name], k) => `${say(amounts[k])} ${name}`).join(', ') };
}
