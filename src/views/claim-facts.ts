import type { Network } from '../engine';
import type { FutureView } from '../engine/futures';
import { falls } from '../world/claim-measures';
import { displayQuarter } from '../world/quarters';
import { dollars } from './money';
import { listed } from './words';

/** What was measured for a claim in the reader's run, in words, by the names of its places in content/claims.json. */
export type Measures = Readonly<Record<string, string>>;

/** A run as the words about it need it. */
export interface Told {
  readonly network: Network;
  readonly future: FutureView;
  /** Names of the firms, in the order of the network. */
  readonly names: readonly string[];
  /** "2029 Q4" */
  readonly quarter: (t: number) => string;
}

export function told(
  network: Network,
  future: FutureView,
  cast: { readonly firms: readonly { readonly name: string }[]; readonly start: string },
): Told {
  return {
    network,
    future,
    names: cast.firms.map(({ name }) => name),
    quarter: (t) => displayQuarter(t, cast.start),
  };
}

/** "$428bn"; what is too small to be shown is nothing. */
export function money(billions: number): string {
  return Math.abs(billions) < 0.005 ? 'nothing' : dollars(billions);
}

/** "46%" */
export function percent(share: number): string {
  const text = String(Math.round(100 * share) + 0);
  return `${text.replace('-', '−')}%`;
}

/** The same beside a bound, which a share that is less must not read like: "24.9%" of what must be 25%. */
export function percentBeside(share: number, bound: number): string {
  const blurred = share < bound && percent(share) === percent(bound);
  return blurred ? `${(Math.floor(1000 * share) / 10).toFixed(1)}%` : percent(share);
}

/** A loss beside the size of the firm: "34% of a year’s operating cash", "2.2 years of operating cash", "nothing". */
export function forSize(years: number): string {
  if (years < 0.005) return 'nothing';
  return years < 1 ? `${percent(years)} of a year’s operating cash` : `${years.toFixed(1)} years of operating cash`;
}

/** "up 46%", "down 3%", "up less than 1%" */
export function change(from: number, to: number): string {
  if (from <= 0) return to > 0 ? 'up from nothing' : 'nowhere';
  const share = to / from - 1;
  if (share === 0) return 'nowhere';
  const size = Math.abs(share);
  return `${share < 0 ? 'down' : 'up'} ${size < 0.005 ? 'less than 1%' : percent(size)}`;
}

/** "OpenAI and Anthropic", "none" */
export function who({ names }: Told, firms: readonly number[]): string {
  return firms.length === 0 ? 'none' : listed(firms.map((i) => names[i]));
}

/** " and is restructured in 2029 Q4" of a firm that is, else nothing. */
export function fate({ network, future, quarter }: Told, firm: number): string {
  return falls(future, firm, network.quarters) ? ` and is restructured in ${quarter(future.fellAt(firm))}` : '';
}

/** The one of some firms for which a measure is smallest; the first of them if they are alike. */
export function least(firms: readonly number[], measure: (firm: number) => number): number {
  return firms.reduce((best, i) => (measure(i) < measure(best) ? i : best), firms[0]);
}
