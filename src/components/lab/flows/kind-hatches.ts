import type { MoneyKind } from '../../../views/money-flows';
import type { Hatch } from '../hatches';

/** How the kinds of payment are told apart. */
export const kindHatches: Readonly<Record<MoneyKind, Hatch>> = {
  contract: 'plain',
  orders: 'rising',
  equity: 'dots',
  cheque: 'crossed',
  own: 'lying',
  relet: 'standing',
  loan: 'pairs',
  interest: 'brick',
  costs: 'falling',
  returned: 'pluses',
};
