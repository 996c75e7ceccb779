import { essayClaims } from '../world/claims';
import { dials } from '../world/dials';
import { decode } from '../world/link';
import { noSuch } from '../world/near-name';
import type { Calendar } from '../world/quarters';

/** Whatever the prose names by a text: a world to set, a dial, a claim, a figure. What stands in braces is checked as code is. */
const naming = /<(Try|InlineDial|Claim|Sourced)\b[^>]*?\s(?:query|id)="([^"{}]*)"/g;

const dialIds = dials.map(({ id }) => id);
const claimIds = Object.keys(essayClaims);

/**
 * What a file of prose names that is not there, each fault with its line. The page would leave a dial of a world out without a word, and where a name
 * is wrong the page cannot be rendered, which does not say where.
 */
export function proseFaults(prose: string, calendar: Calendar, figureIds: readonly string[]): string[] {
  const faults: Readonly<Record<string, (name: string) => readonly string[]>> = {
    Try: (query) => decode(query, calendar).refused.map(({ message }) => message),
    InlineDial: (id) => unknown('dial', id, dialIds),
    Claim: (id) => unknown('claim', id, claimIds),
    Sourced: (id) => unknown('figure', id, figureIds),
  };
  return [...prose.matchAll(naming)].flatMap(({ index, 1: tag = '', 2: name = '' }) => {
    const line = prose.slice(0, index).split('\n').length;
    return faults[tag](name).map((fault) => `line ${line}, ${tag}: ${fault}`);
  });
}

function unknown(what: string, name: string, known: readonly string[]): string[] {
  return known.includes(name) ? [] : [noSuch(what, name, known)];
}
