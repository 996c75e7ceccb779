import { type LeverId, type Levers, leverIds } from '../engine';
import { wording } from './dial-format';
import { dialOf, dials, isAllowed, isLeverId, mapLevers, tableVersion, usualLevers } from './dials';
import { type Fields, isViewField, type Refusal, refusal, splitQuery } from './link-fields';
import { type Migration, migrated, migrations } from './link-migrations';
import { nearName } from './near-name';
import { type Calendar, displayQuarter, inRun, never, parseQuarter, stopLabel } from './quarters';
import { quoted } from './quoted';

/** What a link says. */
export interface Decoded {
  /** One allowed value for each dial: the link's where it gave a good one, else the usual. */
  readonly levers: Levers;
  /** Did the link set a world at all? A version or one good dial is enough; "v=1" alone is the world of usual values. */
  readonly given: boolean;
  /** What was not taken over; at most `mostRefusals` of them and one more that counts the rest. */
  readonly refused: readonly Refusal[];
}

/** A longer query is refused unread. Every dial with all its digits takes less than 1,000. */
export const longest = 4096;
const mostRefusals = 8;

/**
 * The query that stands for these dials, without "?": "v=1&stop=2027Q3&severity=0.9". The version of the table of dials, then the dials
 * that are not at their usual value, in the order of the table, each with the shortest decimal that reads back to the same bits.
 * A stop beyond the run is written as never.
 */
export function encode(levers: Levers, calendar: Calendar): string {
  const moved = dials.filter(
    ({ id, usual }) => levers[id] !== usual && written(id, levers, calendar) !== written(id, { [id]: usual }, calendar),
  );
  return [`v=${tableVersion}`, ...moved.map(({ id }) => `${id}=${written(id, levers, calendar)}`)].join('&');
}

function written(id: LeverId, levers: Partial<Levers>, calendar: Calendar): string {
  const value = levers[id] ?? dialOf(id).usual;
  // String gives the shortest decimal that reads back to the same bits, and 0 for -0.
  return id === 'stop' ? stopLabel(value, calendar) : String(value);
}

/** The same levers as encode and decode would hand them on: a stop beyond the run is never, and there is no -0. */
export function canonical(levers: Levers, calendar: Calendar): Levers {
  return mapLevers((id) => (id === 'stop' && levers.stop >= calendar.quarters ? never : levers[id] + 0));
}

/**
 * Reads a query (with or without "?"). Refuses what it cannot read field by field, with a sentence for each, and never
 * throws, whatever the text. A link without a version is read with today's table.
 */
export function decode(query: string, calendar: Calendar): Decoded {
  return decodeWith(query, calendar, migrations);
}

/** `decode` with another history of the table, of which today's version is the last. For tests of the mechanism. */
export function decodeWith(query: string, calendar: Calendar, steps: readonly Migration[]): Decoded {
  const read = decodeWhole(query, calendar, steps);
  return { ...read, refused: shortened(read.refused) };
}

/** `decode` that tells of every field it refused. */
export function decodeWhole(query: string, calendar: Calendar, steps: readonly Migration[] = migrations): Decoded {
  if (query.length > longest) {
    const message = 'The link is too long to be one of ours (over 4,096 characters), so nothing in it was read.';
    return { levers: usualLevers(), given: false, refused: [refusal('', message)] };
  }
  const { fields, refused: unreadable } = splitQuery(query);
  const refused = [...unreadable];
  const version = readVersion(fields, steps.length + 1, refused);
  const own = [...fields].filter(([name]) => name !== 'v' && !isViewField(name));
  const values = readDials(new Map(own), { version: version ?? steps.length + 1, calendar, steps, refused });
  return {
    levers: filledUp(values),
    given: version !== undefined || values.size > 0,
    refused,
  };
}

/** How the fields of a world are to be read. */
interface Reading {
  /** Of the table that they were written with. */
  readonly version: number;
  readonly calendar: Calendar;
  readonly steps?: readonly Migration[];
  /** What is not taken over is noted here. */
  readonly refused: Refusal[];
}

/** The dials that these fields set. */
export function readDials(fields: Fields, { version, calendar, steps, refused }: Reading): Map<LeverId, number> {
  const values = new Map<LeverId, number>();
  for (const [name, text] of migrated(fields, version, steps)) {
    const read = readField(name, text, calendar);
    if (typeof read === 'string') refused.push(refusal(name, read));
    else if (isLeverId(name)) values.set(name, read);
  }
  return values;
}

/** A world in which these dials stand as given, and all others at their usual values. */
export function filledUp(values: ReadonlyMap<LeverId, number>): Levers {
  return mapLevers((id) => values.get(id) ?? dialOf(id).usual);
}

/**
 * The version of the table that the link was written with; undefined if it names none. One that we do not know is refused, and the
 * rest is read as today's: most dials outlive a version.
 */
export function readVersion(fields: Fields, latest: number, refused: Refusal[]): number | undefined {
  const text = fields.get('v');
  if (text === undefined) return undefined;
  const version = /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
  if (version !== undefined && version >= 1 && version <= latest) return version;
  const why = version === undefined ? 'is not one' : 'is unknown here';
  refused.push(refusal('v', `The link’s version ${quoted(text)} ${why}, so it is read as version ${latest}.`));
  return version === undefined ? undefined : latest;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The value of a field, or a sentence that says why not. */
function readField(name: string, text: string, calendar: Calendar): number | string {
  if (!isLeverId(name)) return unknownName(name);
  const dial = dialOf(name);
  const trimmed = text.trim();
  if (name === 'stop') return readStop(trimmed, calendar);
  if (!decimal.test(trimmed)) {
    return `${name} is left out: ${trimmed === '' ? 'it has no value' : `${quoted(text)} is not a number`}.`;
  }
  const value = Number(trimmed) + 0;
  if (isAllowed(dial, value)) return value;
  if (value >= dial.min && value <= dial.max) return `${name} is left out: ${quoted(text)} is not a whole number.`;
  return `${name} is left out: ${quoted(text)} is not within ${dial.min} to ${dial.max}.`;
}

/** A quarter of the run, never, or the number of a quarter counted from 0 (32 for never). */
function readStop(text: string, calendar: Calendar): number | string {
  if (text.toLowerCase() === 'never') return never;
  const isNumber = decimal.test(text);
  const t = isNumber ? Number(text) + 0 : parseQuarter(text, calendar.start);
  const first = wording(dialOf('stop'), 0, calendar).text;
  if (t === undefined) {
    return text === ''
      ? 'stop is left out: it has no value.'
      : `stop is left out: ${quoted(text)} is not a quarter such as ${calendar.start}, nor never.`;
  }
  if (isNumber && t === never) return never;
  if (isNumber && !Number.isInteger(t)) return `stop is left out: ${quoted(text)} is not a whole number.`;
  if (inRun(t, calendar)) return t;
  const last = displayQuarter(calendar.quarters - 1, calendar.start);
  return `stop is left out: ${quoted(text)} lies outside this world, which runs from ${first} to ${last}.`;
}

function unknownName(name: string): string {
  if (name === '') return 'A value without a name is left out.';
  const near = nearName(name, [...leverIds, 'v']);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return `${quoted(name)} is left out: there is no such dial.${hint}`;
}

export function shortened(refused: readonly Refusal[]): readonly Refusal[] {
  const more = refused.length - mostRefusals;
  if (more < 1) return refused;
  return [...refused.slice(0, mostRefusals), refusal('', `And ${more} more ${more === 1 ? 'was' : 'were'} left out.`)];
}
