import type { SourcedField } from '../world/network-schema';

/**
 * How a number of a network is read, and typed.
 * - `money`: billions of dollars, in the bank or owed
 * - `yearly`: billions of dollars a year
 * - `share`: 0.9 is 90%
 * - `rate`: 0.9 is 90% a year
 * - `quarters`, `years`: a length of time
 * - `multiple`: dollars for each dollar
 * - `weight`: a plain number
 * - `stakes`: of each lab, billions of dollars
 */
export type FieldUnit = 'money' | 'yearly' | 'share' | 'rate' | 'quarters' | 'years' | 'multiple' | 'weight' | 'stakes';

/** The groups in which the fields of a firm are shown. */
export const fieldGroups = [
  'Cash and debt',
  'Revenue and growth',
  'Costs',
  'Compute',
  'Building',
  'Lending',
  'Venture money and stakes',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export interface FieldWords {
  readonly group: FieldGroup;
  /** As it stands in a sentence, after the name of its firm. */
  readonly label: string;
  readonly unit: FieldUnit;
  /** What it does in the model, in a sentence. */
  readonly meaning: string;
}

const row = (group: FieldGroup, unit: FieldUnit, label: string, meaning: string): FieldWords => ({
  group,
  label,
  unit,
  meaning,
});

/** Plain words for every field of a firm (network-schema.ts), in the order in which they are shown. */
export const networkFields: Readonly<Record<SourcedField, FieldWords>> = {
  cash: row('Cash and debt', 'money', 'cash as the run opens', 'What it has in the bank in the first quarter.'),
  debt: row('Cash and debt', 'money', 'debt as the run opens', 'What it owes to lenders in the first quarter.'),
  minCash: row(
    'Cash and debt',
    'money',
    'least cash it keeps',
    'It borrows, and builds less, before it goes below this.',
  ),
  payout: row(
    'Cash and debt',
    'share',
    'share of spare cash returned to shareholders',
    'Taken each quarter from the cash above what it opened with.',
  ),
  revenue: row(
    'Revenue and growth',
    'yearly',
    'own revenue a year',
    'Sales to everyone outside this network, as the run opens.',
  ),
  growth: row(
    'Revenue and growth',
    'rate',
    'growth of own revenue in the first year',
    'Of a lab, the dial for growth multiplies it.',
  ),
  growthLong: row(
    'Revenue and growth',
    'rate',
    'growth of own revenue in the long run',
    'Where growth settles in the end.',
  ),
  growthFade: row(
    'Revenue and growth',
    'quarters',
    'time in which growth comes halfway to its long run',
    'Costs come to their long run in the same time.',
  ),
  costShare: row(
    'Costs',
    'share',
    'costs, as a share of own revenue',
    'Of a lab, without the compute that it pays for.',
  ),
  costShareLong: row(
    'Costs',
    'share',
    'costs as a share of own revenue, in the long run',
    'Where the share of costs settles in the end.',
  ),
  fixedCost: row('Costs', 'yearly', 'fixed costs a year', 'Paid whatever it sells.'),
  serviceCost: row(
    'Costs',
    'share',
    'cost of serving, as a share of what is sold to other firms',
    'Paid whether or not the customer pays.',
  ),
  idleCost: row(
    'Costs',
    'share',
    'cost of idle capacity, as a share of what it would earn',
    'Paid for what a failed tenant leaves empty.',
  ),
  compute: row(
    'Compute',
    'yearly',
    'compute needed a year',
    'What contracts do not cover is bought outside, quarter by quarter.',
  ),
  computeGrowth: row(
    'Compute',
    'rate',
    'growth of the compute needed in the first year',
    'The dial for compute multiplies it.',
  ),
  computeGrowthLong: row(
    'Compute',
    'rate',
    'growth of the compute needed in the long run',
    'Where the growth of its need settles in the end.',
  ),
  computeFade: row(
    'Compute',
    'quarters',
    'time in which that growth comes halfway to its long run',
    'The shorter, the sooner its need levels off.',
  ),
  capex: row(
    'Building',
    'yearly',
    'capital spending of its own a year',
    'What it builds for itself; what it builds for its contracts comes on top.',
  ),
  capexGrowth: row('Building', 'rate', 'growth of that spending in the first year', 'Of what it builds for itself.'),
  capexGrowthLong: row(
    'Building',
    'rate',
    'growth of that spending in the long run',
    'Where the growth of its own building settles in the end.',
  ),
  capexFade: row(
    'Building',
    'quarters',
    'time in which that growth comes halfway to its long run',
    'The shorter, the sooner its own building levels off.',
  ),
  herding: row(
    'Building',
    'share',
    'share of that spending that follows the mood',
    'The part that is cut back when the mood of the market is bad.',
  ),
  intensity: row(
    'Building',
    'multiple',
    'dollars built for each dollar of yearly service',
    'What a new contract costs to build for.',
  ),
  leverage: row(
    'Lending',
    'years',
    'most debt lenders accept, in years of operating cash',
    'With none it cannot borrow at all.',
  ),
  rate: row('Lending', 'rate', 'interest a year', 'Paid on all its debt, before any other bill.'),
  maturity: row('Lending', 'quarters', 'average life of its debt', 'That part of its debt comes due in each quarter.'),
  ventureShare: row(
    'Venture money and stakes',
    'share',
    'share of the venture money on offer',
    'Only a lab raises any. All labs together have at most all of it.',
  ),
  openingStakes: row(
    'Venture money and stakes',
    'stakes',
    'stakes in labs as the run opens',
    'What is lost to it when that lab fails.',
  ),
};

/** What stands behind a number in a field. */
const marks: Readonly<Record<FieldUnit, string>> = {
  money: '$bn',
  yearly: '$bn a year',
  share: '%',
  rate: '% a year',
  quarters: 'quarters',
  years: 'years',
  multiple: '$ for each $',
  weight: '',
  stakes: '$bn',
};

export function unitMark(unit: FieldUnit): string {
  return marks[unit];
}

/** Is it typed in hundredths? */
export function isPercent(unit: FieldUnit): boolean {
  return unit === 'share' || unit === 'rate';
}
