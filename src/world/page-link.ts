import type { Levers } from '../engine';
import { decodeWhole, encode, filledUp, longest, readDials, readVersion, shortened } from './link';
import { type Fields, type Refusal, refusal, splitQuery } from './link-fields';
import { migrations } from './link-migrations';
import { readOutcome, type SeenOutcome, writeOutcome } from './link-outcome';
import { displayQuarter, inRun, parseQuarter, quarterLabel } from './quarters';
import { quoted } from './quoted';
import type { Cast } from './session.svelte';

/**
 * A whole link: a world, and how its sender looked at it.
 *
 *     v=1&stop=2027Q3&severity=0.9&growth=0.6    the world (link.ts)
 *     &b.growth=0.8                              the worlds beside it, b to d: each field as in the first. In the essay b is the pinned one
 *     &at=2029Q4&firm=oracle                     the quarter and the firm in view
 *     &see=cash:oracle:plan                      what is looked at in the lab, which alone reads it (lab-link.ts)
 *     &was=openai.2029Q4.164.k3j9aq2             what the sender saw (link-outcome.ts)
 *     &net=...                                   edits of the network, for the lab (network-edits.ts)
 *
 * The place in the essay is the fragment, as in any page.
 */
export interface View {
  /** The worlds beside the first, at most three. */
  readonly others?: readonly Levers[] | undefined;
  /** The quarter in view, counted from 0. */
  readonly at?: number | undefined;
  /** The id of the firm in view. */
  readonly firm?: string | undefined;
  /** Fields that another page has of its own, as it writes them. */
  readonly more?: readonly string[] | undefined;
  readonly was?: SeenOutcome | undefined;
  /** The edits of the network, packed. Reading them takes time and may fail: that is the lab's business. */
  readonly net?: string | undefined;
}

export interface PageLink extends Omit<View, 'more'> {
  readonly levers: Levers;
  readonly others: readonly Levers[];
  /** Did the link set a world at all? */
  readonly given: boolean;
  readonly refused: readonly Refusal[];
}

/** Says that a field is left out, and why. */
export type Refuse = (field: string, message: string) => void;

/** The letters of the worlds beside the first. */
const letters = ['b', 'c', 'd'] as const;

/** What they are called in the lab; and in the essay, where b is pinned and the others are not seen. */
export const labWorlds: readonly string[] = letters.map((letter) => `World ${letter.toUpperCase()}`);
const pinned: readonly string[] = ['The pinned world', ...labWorlds.slice(1)];

export function encodePage(levers: Levers, view: View, cast: Cast): string {
  const { others = [], at, firm, more = [], was, net } = view;
  return [
    encode(levers, cast),
    ...others.map((other, i) => beside(other, letters[i], cast)),
    at === undefined ? '' : `at=${quarterLabel(at, cast.start)}`,
    firm === undefined ? '' : `firm=${firm}`,
    ...more,
    was === undefined ? '' : `was=${writeOutcome(was, cast)}`,
    net === undefined ? '' : `net=${net}`,
  ]
    .filter(Boolean)
    .join('&');
}

/** A world beside the first. One whose dials are all at their usual values still says that it is there. */
function beside(levers: Levers, letter: string | undefined, cast: Cast): string {
  if (letter === undefined) throw new RangeError('A link holds no more than four worlds');
  const [, ...fields] = encode(levers, cast).split('&');
  return fields.length === 0 ? `${letter}.v` : fields.map((field) => `${letter}.${field}`).join('&');
}

/** The edits that a query holds, and the rest of it. They may be much longer than any link without them. */
export function splitEdits(query: string): { readonly rest: string; readonly net: string | undefined } {
  const [, net] = /(?:^\??|&)net=([\w-]*)(?=&|$)/.exec(query) ?? [];
  return { rest: net === undefined ? query : query.replace(`net=${net}`, ''), net };
}

/**
 * Reads a link. Like `decode` it refuses field by field and never throws.
 *
 * @param called what the worlds beside the first are called where something is said against them.
 * @param readMore reads the fields that the page has of its own.
 */
export function decodePage(
  query: string,
  cast: Cast,
  called: readonly string[] = pinned,
  readMore: (fields: Fields, refuse: Refuse) => void = () => {},
): PageLink {
  const { rest, net } = splitEdits(query);
  const { levers, given, refused } = decodeWhole(rest, cast);
  const { fields } = splitQuery(rest.length > longest ? '' : rest);
  const faults: Refusal[] = [];
  const version = readVersion(fields, migrations.length + 1, []) ?? migrations.length + 1;
  const others = letters.flatMap((letter, i) => {
    const own = [...fields].flatMap(([name, text]): [string, string][] =>
      name.startsWith(`${letter}.`) ? [[name.slice(2), text]] : [],
    );
    if (own.length === 0) return [];
    const dials = new Map(own.filter(([name]) => name !== 'v'));
    const missed: Refusal[] = [];
    const read = filledUp(readDials(dials, { version, calendar: cast, refused: missed }));
    for (const { field, message } of missed)
      faults.push({ field: `${letter}.${field}`, message: `${called[i]}: ${message}` });
    return [read];
  });
  const refuse: Refuse = (name, message) => void faults.push(refusal(name, message));
  readMore(fields, refuse);
  const view = readView(fields, cast, refuse);
  // The mark of another table of dials is of other dials.
  const was = version <= migrations.length ? withoutMark(view.was) : view.was;
  return { levers, others, given, refused: shortened([...refused, ...faults]), net, ...view, was };
}

function withoutMark(was: SeenOutcome | undefined): SeenOutcome | undefined {
  return was && { ...was, mark: undefined };
}

function readView(fields: Fields, cast: Cast, refuse: Refuse): View {
  const [at, firm, was] = ['at', 'firm', 'was'].map((name) => fields.get(name)?.trim());
  const t = at === undefined ? undefined : parseQuarter(at, cast.start);
  const isFirm = cast.firms.some(({ id }) => id === firm);
  const seen = was === undefined ? undefined : readOutcome(was, cast);
  if (at !== undefined && (t === undefined || !inRun(t, cast))) {
    const [first, last] = [0, cast.quarters - 1].map((k) => displayQuarter(k, cast.start));
    refuse('at', `at is left out: ${quoted(at)} is not a quarter from ${first} to ${last}.`);
  }
  if (firm !== undefined && !isFirm) refuse('firm', `firm is left out: there is no firm ${quoted(firm)} here.`);
  if (was !== undefined && !seen) refuse('was', `was is left out: ${quoted(was)} does not say what somebody saw.`);
  return {
    at: t !== undefined && inRun(t, cast) ? t : undefined,
    firm: isFirm ? firm : undefined,
    was: seen,
  };
}
