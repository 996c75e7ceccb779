import type { LeverId } from '../engine';
import { wording } from '../world/dial-format';
import { type Dial, dialOf, dials } from '../world/dials';
import { shippedFutures } from '../world/shipped-futures';
import { shippedCast } from '../world/shipped-values';

/** Dials that every future draws for itself, in the order of the engine. */
export const drawnDials: readonly LeverId[] = dials.flatMap(({ id }) => (id in shippedFutures.spreads ? [id] : []));

/** What is drawn anew in each future, and how far it can go either way: all of it assumed. */
export interface Drawn {
  readonly id: string;
  readonly name: string;
  /** "15 points either way" */
  readonly spread: string;
  /** Why so much. */
  readonly basis: string;
}

const reason = (basis: string) => basis.replace(/^assumption: /, '');

/** All that is drawn: dials, then the shocks of each quarter. */
export function allDrawn(): Drawn[] {
  const { spreads, shocks } = shippedFutures;
  const moved = drawnDials.map((id) => ({
    id,
    name: dialOf(id).name,
    spread: spreadWords(id),
    basis: reason(spreads[id].basis),
  }));
  const points = (share: number) => `${Number((100 * share).toFixed(1))}%`;
  return [
    ...moved,
    {
      id: 'shock-growth',
      name: 'A quarter’s growth of a lab',
      spread: `${points(shocks.growth.value)}, standard deviation`,
      basis: reason(shocks.growth.basis),
    },
    {
      id: 'shock-venture',
      name: 'A quarter’s venture money',
      spread: `${points(shocks.venture.value)}, standard deviation`,
      basis: reason(shocks.venture.basis),
    },
    {
      id: 'shock-common',
      name: 'Of both, what all have in common',
      spread: `${points(shocks.common.value)} of the variance`,
      basis: reason(shocks.common.basis),
    },
  ];
}

/** How far a future may move a dial from where the reader has it: "15 points", "4 quarters". */
export function spreadSize(id: LeverId): string {
  const dial = dialOf(id);
  const { value } = shippedFutures.spreads[id];
  return isShare(dial) ? points(value) : wording({ ...dial, unit: lengthOf(dial) }, value, shippedCast).text;
}

function spreadWords(id: LeverId): string {
  return `${spreadSize(id)} either way`;
}

/** The stop is a date, but to move it is a length of time. */
const lengthOf = ({ unit }: Dial) => (unit === 'stop' ? 'quarters' : unit);
const isShare = ({ unit }: Dial) => unit === 'share' || unit === 'plan' || unit === 'cents';
const points = (share: number) => `${Math.round(100 * share)} points`;
