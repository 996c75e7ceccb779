import { type LeverId, type Levers, leverIds } from '../engine';
import { wording } from './dial-format';
import { dialOf } from './dials';
import { type Calendar, stopLabel } from './quarters';
import type { SeriesId } from './see';
import { type SeriesUnit, seriesWords } from './series-words';

/** What stands beside the numbers of a run that is taken away, so that they can be read without the page. */

const unitNames: Readonly<Record<SeriesUnit, string>> = {
  flow: 'USD bn a quarter',
  stock: 'USD bn',
  share: 'share 0 to 1',
  flag: '0 or 1',
  status: 'sound or restructured or failed',
  rounding: 'USD bn a quarter',
};

/** What a series is called in the lab, its unit in a file, and what it is. */
export interface SeriesEntry {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
}

/** All series of a run, by the names that the engine and files have for them. */
export const seriesDictionary = Object.fromEntries(
  Object.entries(seriesWords).map(([id, { name, unit, help }]) => [
    id,
    { name, unit: unitNames[unit], meaning: help } satisfies SeriesEntry,
  ]),
) as Readonly<Record<SeriesId, SeriesEntry>>;

/** A dial as the page has it: its name, and what its value in `levers` says. */
export interface DialEntry {
  readonly name: string;
  /** "60% of plan". The stop is a quarter as elsewhere in the file, "2027Q3", or never. */
  readonly value: string;
  readonly meaning: string;
}

/** All dials of a world. */
export function dialDictionary(levers: Levers, calendar: Calendar): Readonly<Record<LeverId, DialEntry>> {
  const entry = (id: LeverId): DialEntry => {
    const dial = dialOf(id);
    const value = dial.unit === 'stop' ? stopLabel(levers[id], calendar) : wording(dial, levers[id], calendar).text;
    return { name: dial.name, value, meaning: dial.help };
  };
  return Object.fromEntries(leverIds.map((id) => [id, entry(id)])) as Record<LeverId, DialEntry>;
}

/** What a reader of contracts and totals must know to add them up. */
export const exportNotes: readonly string[] = [
  'Of each contract, paid + cut + lost + recovered + later = total; of the totals, = promised. Capacity is used on after the term of its contract: what is paid for that was never promised, and is beyond, not paid.',
  'paid: under the contract, in time or late. beyond: used and paid after its term. cut: flexible instalments that were declined. lost: ended with the payer, the rest of the term and late bills that nobody pays. recovered: late bills that are settled after a failure, from outside. later: still to come as the run ends.',
  'Series of firms stand as the payments of the quarter leave them. What a fall then does to the books of a firm is in cashStep10 and debtStruckOut.',
];
