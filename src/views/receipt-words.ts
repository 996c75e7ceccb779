import type { DialRescue } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { Cast } from '../world/session.svelte';
import type { Origin } from './receipt';
import { listed } from './words';

/** Where a shortfall began, in words that follow an amount. `self`: the firm that the receipt is for. */
export function originWords({ kind, firm, from }: Origin, self: number, cast: Cast): string {
  const who = firm === self ? '' : ` of ${cast.firms[firm].name}`;
  const other = from === undefined ? 'others' : cast.firms[from].name;
  switch (kind) {
    case 'unfunded':
      return `new money${who} asked for, and not given`;
    case 'unlent':
      return `credit${who} wanted, and not lent`;
    case 'cut':
      return `what ${other} declined to take${who && `,${who}`}`;
    case 'unpaid':
      return `bills${who} that ${other} left unpaid`;
    case 'unsold':
      return `orders${who} that ${other} left unpaid`;
    case 'forced':
      return 'nothing in the books: it was made to fail';
    case 'own':
      return `its own spending${who && `,${who}`}`;
  }
}

/** A dial that has to move, in words: "Growth of the labs: 75% of plan, not 60%". */
export function rescueWords({ lever, value }: DialRescue, now: number, cast: Cast): string {
  const dial = dialOf(lever);
  return `${dial.name}: ${wording(dial, value, cast).text}, not ${wording(dial, now, cast).short}`;
}

/** Who falls in a firm's place: "but then Oracle falls". Nothing if nobody does. */
export function insteadWords(instead: readonly number[], cast: Cast): string {
  if (instead.length === 0) return '';
  return `but then ${listed(instead.map((i) => cast.firms[i].name))} ${instead.length === 1 ? 'falls' : 'fall'}`;
}
