import { amount, dollars } from './money';
import { type Printed, printed } from './sums';
import type { Totals } from './totals';
import { listed } from './words';

/** One line of the account: this world beside the quiet reference, in billions, as printed. */
export interface TotalRow {
  readonly key: keyof Totals;
  readonly name: string;
  /** A part of the line above it, not an entry of its own. */
  readonly part: boolean;
  readonly here: string;
  readonly reference: string;
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
  ['struckOut', 'Lost by lenders: debt struck out'],
];

/** The account of the promises: paid, cut, lost, settled and open add up to what was promised, as they are printed. Then what lies beside it; what lenders lose, only where they do. */
export function totalRows(here: Totals, reference: Totals): TotalRow[] {
  const [own, quiet] = [here, reference].map((account) => {
    const { of: parts, whole, digits } = printedParts(account);
    const given = printed([account.investors, account.suppliers]);
    const [investors, suppliers] = given.parts;
    const sums: readonly { of: Partial<Totals>; digits: number }[] = [
      { of: { ...parts, promised: whole }, digits },
      // What others put in is told as one number elsewhere: these two come to it.
      { of: { investors, suppliers }, digits: given.digits },
    ];
    return (key: keyof Totals) => {
      const sum = sums.find(({ of }) => key in of);
      return amount(sum?.of[key] ?? account[key], sum?.digits);
    };
  });
  const lent = Math.max(here.struckOut, reference.struckOut) >= worthSaying;
  return names
    .filter(([key]) => key !== 'struckOut' || lent)
    .map(([key, name, part]) => ({ key, name, part: part === true, here: own(key), reference: quiet(key) }));
}

/** Less than this, in billions, is not worth a word. */
const worthSaying = 0.05;

/** The parts that the promises come to, in the order in which they are told. */
const kept = ['paid', 'cut', 'lost', 'recovered', 'later'] as const;
type Part = (typeof kept)[number];

/** The account as it is printed: its parts add up to what was promised. */
export function printedParts(account: Totals): Printed & { readonly of: Readonly<Record<Part, number>> } {
  const sum = printed(
    kept.map((key) => account[key]),
    account.promised,
  );
  return { ...sum, of: Object.fromEntries(kept.map((key, k) => [key, sum.parts[k]])) as Record<Part, number> };
}

/** The account in a sentence or two. What is told of the promises adds up to them. */
export function totalsSentence(account: Totals): string {
  const { lost, badDebt } = account;
  const { of: parts, whole, say } = printedParts(account);
  const said: Readonly<Record<Part, string>> = {
    paid: 'is paid',
    cut: 'is declined',
    lost: 'ended with its payer',
    recovered: 'of late bills is settled after a failure',
    later: 'is still to come as the run ends',
  };
  const told = kept.filter((key) => key === 'paid' || parts[key] > 0).map((key) => `${say(parts[key])} ${said[key]}`);
  const sentence = `Of ${say(whole)} promised, ${listed(told)}.`;
  if (lost < worthSaying) return `${sentence} Nothing ended.`;
  if (badDebt < worthSaying) return `${sentence} None of what ended was billed: it is income that was on the books.`;
  return lost - badDebt < worthSaying
    ? `${sentence} All that ended are bills for work already done.`
    : `${sentence} Of what ended, ${dollars(badDebt)} is bills for work already done; the rest is income that was on the books.`;
}
