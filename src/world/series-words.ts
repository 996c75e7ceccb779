import type { SeriesId } from './see';

/**
 * How the numbers of a series are read.
 * - `flow`: billions of dollars a quarter
 * - `stock`: billions of dollars, as the quarter ends
 * - `share`: 0.9 is 90%
 * - `flag`: 1 is yes
 * - `status`: 0 sound, 1 restructured, 2 failed
 * - `rounding`: billions of dollars, but so few that they are written as powers of ten
 */
export type SeriesUnit = 'flow' | 'stock' | 'share' | 'flag' | 'status' | 'rounding';

export interface SeriesWords {
  readonly name: string;
  readonly unit: SeriesUnit;
  /** One sentence: what it is. */
  readonly help: string;
  readonly group: SeriesGroup;
}

/** In the order in which they are offered. */
export const seriesGroups = ['How it stands', 'Comes in', 'Goes out', 'Is missing', 'The whole network'] as const;
export type SeriesGroup = (typeof seriesGroups)[number];

const row = (group: SeriesGroup, unit: SeriesUnit, name: string, help: string): SeriesWords => ({
  name,
  unit,
  help,
  group,
});

/** Plain words for every series of a run (engine/run.ts, step-ten.ts), in the order in which they are offered. */
export const seriesWords: Readonly<Record<SeriesId, SeriesWords>> = {
  cash: row('How it stands', 'stock', 'Cash', 'What is in the bank as the quarter ends.'),
  debt: row('How it stands', 'stock', 'Debt', 'What has been borrowed and not been paid back.'),
  burn: row('How it stands', 'flow', 'Burn', 'What the quarter takes out of the bank before any new money.'),
  starved: row(
    'How it stands',
    'share',
    'Compute gone without',
    'The part of the compute it wanted and could not buy.',
  ),
  idle: row(
    'How it stands',
    'flow',
    'Idle capacity',
    'What failed tenants have left and nobody uses, by its former rent.',
  ),
  cashStep10: row(
    'How it stands',
    'flow',
    'Cash changed by falls',
    'What falls do to its cash once the quarter is settled: bills recovered, what its creditors put in, what goes with it.',
  ),
  alarmed: row(
    'How it stands',
    'flag',
    'Alarms its suppliers',
    'Whether suppliers worry about it in the next quarter.',
  ),
  status: row('How it stands', 'status', 'Standing', 'Whether it is sound, has been restructured or has failed.'),
  own: row('Comes in', 'flow', 'Own revenue', 'Sales to everyone outside this network.'),
  received: row(
    'Comes in',
    'flow',
    'Received from firms',
    'All that firms of the network pay it, and new tenants of freed capacity.',
  ),
  booked: row(
    'Comes in',
    'flow',
    'Due to it on contracts',
    'The instalments that its contracts bring this quarter, if they are paid.',
  ),
  relet: row('Comes in', 'flow', 'From new tenants', 'What capacity that a failed tenant left earns again.'),
  equity: row('Comes in', 'flow', 'Equity raised', 'New money from investors and suppliers together.'),
  investors: row(
    'Comes in',
    'flow',
    'Raised from investors',
    'The part of the new money that comes from outside the network.',
  ),
  borrowed: row('Comes in', 'flow', 'Borrowed', 'New loans.'),
  bill: row(
    'Goes out',
    'flow',
    'Due on its contracts',
    'The instalments that it owes this quarter, firm and flexible.',
  ),
  spot: row('Goes out', 'flow', 'Compute beyond contracts', 'What it pays for compute that no contract covers.'),
  costs: row(
    'Goes out',
    'flow',
    'Running costs',
    'Its own business, fixed costs, service, and capacity that stands idle.',
  ),
  input: row('Goes out', 'flow', 'Orders for its sales', 'What it must buy to deliver what it sells.'),
  capex: row('Goes out', 'flow', 'Capital spending', 'What it pays for new capacity.'),
  outside: row(
    'Goes out',
    'flow',
    'Capital spending elsewhere',
    'The part of it that goes to suppliers outside this network.',
  ),
  invested: row('Goes out', 'flow', 'Put into labs', 'Equity that it gives to labs.'),
  interest: row('Goes out', 'flow', 'Interest', 'What its debt costs.'),
  maturing: row('Goes out', 'flow', 'Debt paid back', 'Loans that come due.'),
  returned: row('Goes out', 'flow', 'Returned to shareholders', 'Dividends, and shares bought back.'),
  owed: row('Goes out', 'flow', 'Legally due', 'Everything that it must pay this quarter.'),
  cleared: row(
    'Goes out',
    'flow',
    'Of that, paid',
    'As much of what is legally due as it can pay once everyone has settled.',
  ),
  destroyed: row('Goes out', 'flow', 'Burned by default', 'What the default itself destroys.'),
  ask: row('Is missing', 'flow', 'Equity asked for', 'How much a lab wants to raise.'),
  unlent: row('Is missing', 'flow', 'Credit refused', 'Loans that it wanted and did not get.'),
  short: row('Is missing', 'flow', 'Left unpaid', 'Bills that were due and were not paid.'),
  debtStruckOut: row(
    'Is missing',
    'flow',
    'Lenders’ losses',
    'Its debt, struck out as it fails or is restructured: its lenders bear it.',
  ),
  supply: row('The whole network', 'flow', 'Venture money on offer', 'What investors have to give in the quarter.'),
  climate: row(
    'The whole network',
    'share',
    'Climate for money',
    'How much of the usual venture money the stop has left.',
  ),
  mood: row('The whole network', 'share', 'Mood', 'How far lenders and builders trust that all goes on.'),
  lost: row(
    'The whole network',
    'flow',
    'Promises lost',
    'The rest of the terms of all contracts that end early in the quarter. Bills not recovered are not in it.',
  ),
  cut: row('The whole network', 'flow', 'Promises declined', 'Flexible instalments that nobody takes up.'),
  arrears: row(
    'The whole network',
    'stock',
    'Bills that are late',
    'What is overdue on all contracts after everyone has settled.',
  ),
  audit: row('The whole network', 'rounding', 'Audit', 'What the books of the quarter leave unexplained: rounding.'),
};
