import type { DialRescue } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { Cast } from '../world/session.svelte';
import { dollars } from './money';
import type { Origin, Receipt } from './receipt';
import { capital, counted, listed } from './words';

/** Where a shortfall began, in words beside the part of it that is put down to that. `self`: the firm that the receipt is for. */
export function originWords(origin: Origin, self: number, cast: Cast): string {
  const words = kindWords(origin, self, cast);
  return isPartial(origin) ? `${words} (${dollars(origin.all)} in all)` : words;
}

/** Did more stay away there than the part of the shortfall that is put down to it? */
function isPartial({ amount, all }: Origin): boolean {
  return all > 1.05 * amount;
}

/** Why the parts of a shortfall are smaller than what stayed away, as money wanted to buy with and to keep does beside a bill. Nothing where they are not. */
export function partsWords(origins: readonly Origin[], short: number): string {
  if (!origins.some(isPartial)) return '';
  const needed = 'More stayed away than these bills needed.';
  if (origins.length === 1) return needed;
  if (origins.some(({ kind }) => kind === 'burned')) {
    return `${needed} Each has its part in proportion, of what default did not burn.`;
  }
  return `${needed} Each has its part of the ${dollars(short)} in proportion.`;
}

function kindWords({ kind, firm, from }: Origin, self: number, cast: Cast): string {
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
    case 'burned':
      return `what default itself burned${who}`;
    case 'own':
      return `its own spending${who && `,${who}`}`;
  }
}

/** A dial that has to move, in words: "Growth of the labs: 75% of plan, not 60%". */
export function rescueWords({ lever, value }: DialRescue, now: number, cast: Cast): string {
  const dial = dialOf(lever);
  return `${dial.name}: ${wording(dial, value, cast).text}, not ${wording(dial, now, cast).short}`;
}

/** Why the smallest gift that saves a firm is more than it was short of at last. Nothing where it is not. */
export function giftWords(gift: number, short: number): string {
  return gift > 1.05 * short ? `The ${dollars(short)} that it was short of would not do, for more bills come.` : '';
}

/** Who falls in a firm's place: "but then Oracle falls". Nothing if nobody does. */
export function insteadWords(instead: readonly number[], cast: Cast): string {
  if (instead.length === 0) return '';
  return `but then ${listed(instead.map((i) => cast.firms[i].name))} ${instead.length === 1 ? 'falls' : 'fall'}`;
}

/** Who else could not pay, and whose shortfall goes back to this fall. */
export function pushedWords(pushed: readonly number[], cast: Cast): string {
  if (pushed.length === 0) return 'Nobody else missed a payment for want of it.';
  return `${listed(pushed.map((i) => cast.firms[i].name))} missed payments, in part for want of it.`;
}

/** The receipts of a world in a sentence: what the first firm to fall was short of, beside what ends with it, and what all falls cost lenders. */
export function receiptFinding(receipts: readonly Receipt[], cast: Cast): string {
  const [first] = receipts;
  if (!first) return 'Nobody falls in this world, and the receipt is short.';
  const { name } = cast.firms[first.firm];
  const short = first.missed.at(-1)?.amount ?? 0;
  const gone = first.ended.reduce((sum, { amount }) => sum + amount, 0);
  const struckOut = receipts.reduce((sum, receipt) => sum + receipt.struckOut, 0);
  const falls = receipts.length > 1 ? ` ${capital(counted(receipts.length, 'firm'))} fall in all.` : '';
  const more = struckOut < 0.05 ? falls : `${falls} Lenders lose ${dollars(struckOut)}.`;
  const verb = first.kind === 'failed' ? 'fails' : 'is restructured,';
  const over = `${name} ${verb} ${short < 0.005 ? 'less than $0.01bn' : dollars(short)} short of what is due`;
  return gone < 0.05 ? `${over}.${more}` : `${over}, and ${dollars(gone)} will not come any more.${more}`;
}
