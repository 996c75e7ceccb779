import { type Homecoming, type Paid, type Source, sources } from './dollar';
import { dollars } from './money';
import { roundedParts } from './sums';
import { counted, listed, possessive } from './words';

/** The shares of a dollar as they are said of it: in whole cents that add up to it. What is less than a cent and not rounded up to one is left as it is. */
export function inWholeCents(from: Paid['from']): Paid['from'] {
  const shares = sources.map((source) => Math.max(0, from[source]));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const cents = roundedParts(
    shares.map((share) => 100 * share),
    100 * whole,
    0,
  );
  const said = sources.map((source, k) => [source, cents[k] === 0 ? Math.min(from[source], 0.004) : cents[k] / 100]);
  return Object.fromEntries(said) as Record<Source, number>;
}

/** A share of a dollar: "nothing", "less than a cent", "one cent", "28 cents", "all of it". */
export function cents(share: number): string {
  if (share < 1e-9) return 'nothing';
  if (share < 0.005) return 'less than a cent';
  if (share >= 0.995) return 'all of it';
  return counted(Math.round(100 * share), 'cent');
}

/** The same as a figure for a label: "28¢", "<1¢". */
export function centsShort(share: number): string {
  if (share < 1e-9) return '0¢';
  return share < 0.005 ? '<1¢' : `${Math.round(100 * share)}¢`;
}

/** Who a row of the dollar is, said in the place of a payee called `name`. */
export function sourceName(source: Source, name: string): string {
  const names: Readonly<Record<Source, string>> = {
    own: `${possessive(name)} own cheque`,
    vendors: 'other suppliers’ cheques',
    investors: 'investors',
    customers: 'customers',
    lenders: 'lenders',
    opening: 'in the bank at the start',
  };
  return names[source];
}

/** What the figure shows of one firm in this world. `nameOf` gives the name of a firm by index. */
export function dollarFinding(homecoming: Homecoming, nameOf: (firm: number) => string): string {
  const { firm, payments, given, home } = homecoming;
  const name = nameOf(firm);
  const payment = mostOwn(payments);
  if (!payment || payment.paid < 1e-9) return `Nobody pays ${name} in this world.`;
  const payer = payment.payer === undefined ? 'its buyers pay' : `${nameOf(payment.payer)} pays`;
  const from = inWholeCents(payment.from);
  if (given < 1e-9) {
    return `${name} gives the labs nothing here. Of each dollar that ${payer} it, ${cents(from.vendors)} ${isAre(from.vendors)} a supplier’s cheque.`;
  }
  return `Of each dollar that ${payer} ${name}, ${cents(from.own)} ${isAre(from.own)} ${possessive(name)} own. Of each dollar that ${name} gives, ${cents(home)} ${isAre(home) === 'is' ? 'comes' : 'come'} home.`;
}

/** "one cent is", "two cents are"; also for "nothing" and "all of it". */
export const isAre = (share: number) => (share < 0.015 || share >= 0.995 ? 'is' : 'are');

/** The payment of which the payee's own money is the largest part. */
export function mostOwn(payments: readonly Paid[]): Paid | undefined {
  return payments.reduce<Paid | undefined>(
    (most, paid) => (!most || paid.from.own > most.from.own ? paid : most),
    undefined,
  );
}

/** What a firm gives, and how far that could come home. */
export function chequeWords(homecoming: Homecoming, nameOf: (firm: number) => string): string {
  const { firm, given, labs, homeMost, homeLeast } = homecoming;
  const name = nameOf(firm);
  if (labs.length === 0) return `${name} puts no money into a lab.`;
  if (given < 1e-9) return `${name} writes no cheque in this world.`;
  return `${name} gives ${listed(labs.map(nameOf))} ${dollars(given)}. Had its dollars been handed back first, ${ofEach(homeMost)} would have come home; had they gone last, ${ofEach(homeLeast)}.`;
}

function ofEach(share: number): string {
  return share >= 0.995 ? 'all of each' : share < 1e-9 ? 'nothing' : `${cents(share)} of each`;
}
