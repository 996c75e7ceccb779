import type { SeriesId } from './see';

const stock = 'USD bn';
const flow = 'USD bn a quarter';
const share = 'share 0 to 1';
const flag = '0 or 1';

/** The unit of every series of a run. */
export const seriesUnits: Readonly<Record<SeriesId, string>> = {
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
