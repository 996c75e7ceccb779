import type { firmSeries, quarterSeries } from '../engine';

/**
 * Series of a firm that the engine does not keep, for it keeps the books as they stand after step 9: what step 10 of the quarter then does to them.
 * - `cashStep10`: added to cash as firms fall. What the firm opens the next quarter with is `cash + cashStep10`.
 * - `debtStruckOut`: struck out as it fails or is restructured, and borne by its lenders. Its next `debt` is `debt - debtStruckOut`, with what it then borrows, less what matures.
 */
export const step10Series = ['cashStep10', 'debtStruckOut'] as const;

type Series = (typeof firmSeries)[number] | (typeof step10Series)[number] | (typeof quarterSeries)[number];

const stock = 'USD bn';
const flow = 'USD bn a quarter';
const share = 'share 0 to 1';
const flag = '0 or 1';

/** The unit of every series of a run. */
export const seriesUnits: Readonly<Record<Series, string>> = {
  cash: stock,
  debt: stock,
  own: flow,
  received: flow,
  bill: flow,
  spot: flow,
  costs: flow,
  capex: flow,
  burn: flow,
  equity: flow,
  invested: flow,
  borrowed: flow,
  returned: flow,
  short: flow,
  starved: share,
  idle: flow,
  status: 'sound or restructured or failed',
  relet: flow,
  interest: flow,
  maturing: flow,
  input: flow,
  booked: flow,
  investors: flow,
  ask: flow,
  unlent: flow,
  owed: flow,
  cleared: flow,
  outside: flow,
  destroyed: flow,
  alarmed: flag,
  cashStep10: flow,
  debtStruckOut: flow,
  climate: share,
  mood: share,
  supply: flow,
  lost: flow,
  cut: flow,
  arrears: stock,
  audit: flow,
};
