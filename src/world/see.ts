import { type FirmSeries, firmSeries, type QuarterSeries, quarterSeries } from '../engine';
import { quoted } from './quoted';
import type { Cast } from './session.svelte';
import { type Step10Series, step10Series } from './step-ten';

/** A number that a run has for each quarter: of each firm, or of the whole. */
export type SeriesId = FirmSeries | Step10Series | QuarterSeries;

/** What is looked at in the lab. The worlds are counted from 0; in a link they are the letters a to d. */
export interface See {
  readonly series: SeriesId;
  /** Ids of the firms that are drawn, in the order of the network. */
  readonly firms: readonly string[];
  /** What the lines are drawn against: the plan, another world, or nothing. */
  readonly against: 'plan' | number | undefined;
  /** The worlds that are drawn. Undefined: all of them. */
  readonly worlds: readonly number[] | undefined;
  /** The world that the table of outcomes counts differences from. */
  readonly from: number;
}

const letters: readonly string[] = ['a', 'b', 'c', 'd'];

/** What the lab opens with: the cash of the labs. */
export function usualSee({ firms }: Cast): See {
  const labs = firms.filter(({ role }) => role === 'lab').map(({ id }) => id);
  const first = firms.slice(0, 1).map(({ id }) => id);
  return { series: 'cash', firms: labs.length > 0 ? labs : first, against: undefined, worlds: undefined, from: 0 };
}

export function isFirmSeries(series: SeriesId): series is FirmSeries | Step10Series {
  return [...firmSeries, ...step10Series].some((id) => id === series);
}

/**
 * The field `see` of a link: series, firms, against, worlds, from, with colons between and nothing after the last that is needed:
 * "cash:openai+oracle:plan", "mood::::b". Undefined if all is as the lab opens.
 */
export function writeSee({ series, firms, against, worlds, from }: See, cast: Cast): string | undefined {
  const usual = usualSee(cast);
  const parts = [
    series,
    same(firms, usual.firms) ? '' : firms.join('+') || 'none',
    against === 'plan' ? 'plan' : letter(against),
    worlds === undefined ? '' : worlds.map(letter).join('') || 'none',
    from === usual.from ? '' : letter(from),
  ];
  const text = parts.join(':').replace(/:+$/, '');
  return text === usual.series ? undefined : text;
}

/** Reads the field. What it does not know it leaves at what the lab opens with, and says so. Never throws. */
export function readSee(text: string, cast: Cast): { readonly see: See; readonly faults: readonly string[] } {
  const usual = usualSee(cast);
  const faults: string[] = [];
  const [series = '', firms = '', against = '', worlds = '', from = '', ...more] = text.split(':');
  const leftOut = (part: string, why: string) => void faults.push(`${quoted(part)} in see is left out: ${why}.`);

  const ids = firms === 'none' ? [] : firms.split(/[+ ]+/).filter(Boolean);
  const known = cast.firms.map(({ id }) => id).filter((id) => ids.includes(id));
  for (const id of ids) if (!known.includes(id)) leftOut(id, 'there is no such firm here');

  const one = (part: string): number | undefined => {
    const at = worldOf(part);
    if (part !== '' && at === undefined) leftOut(part, 'a world is a letter from a to d');
    return at;
  };
  const isSeries = isSeriesId(series);
  if (series !== '' && !isSeries) leftOut(series, 'there is no such series');
  if (more.length > 0) leftOut(more.join(':'), 'nothing is known of it');
  const drawn = worlds === 'none' ? [] : [...worlds].map(one).filter((at) => at !== undefined);
  return {
    see: {
      series: isSeries ? series : usual.series,
      firms: known.length > 0 || firms === 'none' ? known : usual.firms,
      against: against === 'plan' ? 'plan' : one(against),
      worlds: drawn.length > 0 || worlds === 'none' ? [...new Set(drawn)].sort((a, b) => a - b) : undefined,
      from: one(from) ?? usual.from,
    },
    faults,
  };
}

function isSeriesId(text: string): text is SeriesId {
  return [...firmSeries, ...step10Series, ...quarterSeries].some((id) => id === text);
}

function letter(world: number | undefined): string {
  return world === undefined ? '' : (letters[world] ?? '');
}

function worldOf(text: string): number | undefined {
  const at = letters.indexOf(text);
  return at < 0 ? undefined : at;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
