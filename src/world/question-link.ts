import type { Levers } from '../engine';
import { equalLevers, usualLevers } from './dials';
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
  if (!fragment.startsWith(mark)) return undefined;
  const read = decode(fragment.slice(mark.length), calendar);
  // Of a link that only names its version the plan is meant; of one whose dials could not be read it is not.
  const isLost = read.refused.length > 0 && equalLevers(read.levers, usualLevers());
  return { ...read, given: read.given && !isLost };
}

/** A fragment as a place of the page: one that asks is none. */
export function placeIn(fragment: string): string {
  return fragment.startsWith(mark) ? '' : fragment;
}

/** The fragment by which the page was opened: a way within the page puts another in its place. */
export const openedAt = typeof location === 'undefined' ? '' : location.hash;
