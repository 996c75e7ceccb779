import type { LeverId } from '../engine';
import { dials } from '../world/dials';
import { dialTerms } from './dial-terms';

/** The dials whose name, help, group or other names (dial-terms.ts) have all the words of a text, wherever they stand. All dials if there are none. */
export function findDials(text: string): LeverId[] {
  const has = wordsIn(text);
  return dials.flatMap(({ id, name, help, group }) => (has(`${name} ${help} ${group} ${dialTerms[id]}`) ? [id] : []));
}

/** Asks of a text whether it has all the words of another. */
export function wordsIn(text: string): (other: string) => boolean {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return (other) => {
    const all = plain(other);
    return words.every((word) => all.includes(word));
  };
}

/** In small letters, with the apostrophe that keyboards have, and hyphens as spaces: "take-or-pay" and "take or pay" are one. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/[-‑–]/g, ' ');
}
