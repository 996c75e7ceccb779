import type { Levers } from '../engine';
import { type Decoded, decode, encode } from './link';
import type { Calendar } from './quarters';

/*
 * A link that asks about a world must not open it, for all of the page would tell how it ends. So the world stands in the fragment, where the page looks for places and not for worlds:
 * "#ask?v=1&stop=2028Q1".
 */
const mark = '#ask?';

/** The fragment of a link that asks whoever opens it who falls first in a world. */
export function questionIn(levers: Levers, calendar: Calendar): string {
  return `${mark}${encode(levers, calendar)}`;
}

/** The world that a fragment asks about, if it asks. Never throws, whatever the text: a field that cannot be read is refused, as in any link, and there may be no world left. */
export function readQuestion(fragment: string, calendar: Calendar): Decoded | undefined {
  return fragment.startsWith(mark) ? decode(fragment.slice(mark.length), calendar) : undefined;
}

/** The fragment by which the page was opened: a way within the page puts another in its place. */
export const openedAt = typeof location === 'undefined' ? '' : location.hash;
