import { dollars } from './money';
import type { Totals } from './totals';

/** One line of the account: this world beside the quiet reference, in billions. */
export interface TotalRow {
  readonly key: keyof Totals;
  readonly name: string;
  /** A part of the line above it, not an entry of its own. */
  readonly part: boolean;
  readonly here: number;
  readonly reference: number;
}

const names: readonly (readonly [keyof Totals, string, part?: true])[] = [
  ['paid', 'Paid'],
  ['cut', 'Gone: declined'],
  ['lost', 'Gone: ended with its payer'],
  ['badDebt', 'of it bills for work done', true],
  ['recovered', 'Late bills, settled after a failure'],
  ['later', 'Still to come as the run ends'],
  ['promised', 'Promised in all'],
  ['beyond', 'Paid for use after a contract ran out'],
  ['investors', 'Put into labs by investors'],
  ['suppliers', 'Put into labs by their suppliers'],
];

/** The account of the promises: paid, cut, lost, settled and open add up to what was promised. Then what lies beside it. */
export function totalRows(here: Totals, reference: Totals): TotalRow[] {
  return names.map(([key, name, part]) => ({
    key,
    name,
    part: part === true,
    here: here[key],
    reference: reference[key],
  }));
}

/** Less than this, in billions, is not worth a word. */
const worthSaying = 0.05;

/** The account in a sentence or two. */
export function totalsSentence({ promised, paid, cut, lost, later, badDebt }: Totals): string {
  const parts = [`${dollars(paid)} is paid`];
  if (cut >= worthSaying) parts.push(`${dollars(cut)} is declined`);
  if (lost >= worthSaying) parts.push(`${dollars(lost)} ended with its payer`);
  if (later >= worthSaying) parts.push(`${dollars(later)} is still to come as the run ends`);
  const account = `Of ${dollars(promised)} promised, ${listed(parts)}.`;
  if (lost < worthSaying) return `${account} Nothing ended.`;
  if (badDebt < worthSaying) return `${account} None of what ended was billed: it is income that was on the books.`;
  return lost - badDebt < worthSaying
    ? `${account} All that ended are bills for work already done.`
    : `${account} Of what ended, ${dollars(badDebt)} is bills for work already done; the rest is income that was on the books.`;
}

/** "a, b and c" */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
