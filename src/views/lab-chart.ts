import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import { isFirmSeries, type See } from '../world/see';
import { type SeriesUnit, seriesWords } from '../world/series-words';
import type { Cast } from '../world/session.svelte';
import { step10Of } from '../world/step-ten';
import { fallsOf } from './fall';
import { worldLetter } from './lab-names';
import { seriesDifference, seriesValue, unitWords } from './series';
import { listed } from './words';

/** One line of the chart of the lab. */
export interface ChartLine {
  readonly key: string;
  /** The world it is of. Undefined: the plan. */
  readonly world: number | undefined;
  /** Index of the firm it is of. Undefined: the whole network. */
  readonly firm: number | undefined;
  /** "OpenAI", or what the series is called if it is of no firm. */
  readonly name: string;
  /** A value for each quarter: of the series, or how far it lies from what it is drawn against. */
  readonly values: readonly number[];
  /** The quarter in which its firm fails or is restructured, if it does. */
  readonly falls: number | undefined;
}

export interface LabChart {
  readonly unit: SeriesUnit;
  /** What the series is called. */
  readonly name: string;
  /** "Cash of OpenAI and Anthropic in A and B, against the plan" */
  readonly title: string;
  /** "$ billion", "$ billion, against A" */
  readonly axis: string;
  /** Are the values differences? */
  readonly differs: boolean;
  readonly lines: readonly ChartLine[];
  /** The plan behind the lines, where these are no differences. */
  readonly plan: readonly ChartLine[];
}

/** What the chart draws, copied out of the engine's memory. Worlds and firms that are not there any more are passed over. */
export function labChart(see: See, runs: readonly Run[], plan: Run, cast: Cast): LabChart {
  const { name, unit } = seriesWords[see.series];
  const worlds = runs.map((_, world) => world).filter((world) => see.worlds?.includes(world) ?? true);
  const against = see.against === 'plan' ? plan : see.against === undefined ? undefined : runs[see.against];
  const firms = isFirmSeries(see.series)
    ? cast.firms.flatMap(({ id }, i) => (see.firms.includes(id) ? [i] : []))
    : [undefined];
  const line = (run: Run, world: number | undefined, firm: number | undefined): ChartLine => {
    const base = world !== undefined && against ? valuesOf(against, see, firm) : undefined;
    const values = valuesOf(run, see, firm);
    return {
      key: `${world ?? 'plan'}-${firm ?? ''}`,
      world,
      firm,
      name: firm === undefined ? name : (cast.firms[firm]?.name ?? ''),
      values: base ? values.map((value, t) => value - (base[t] ?? 0)) : values,
      falls: firm === undefined ? undefined : fallsOf(run).find((fall) => fall.firm === firm)?.t,
    };
  };
  // Against another world that world itself would be a line of nothing.
  const drawn = worlds.filter((world) => !against || world !== see.against);
  const compared = against && (see.against === 'plan' ? 'the plan' : worldLetter(see.against as number));
  const whose = firms[0] === undefined ? '' : ` of ${listed(firms.map((i) => cast.firms[i as number]?.name ?? ''))}`;
  const where = drawn.length > 0 ? ` in ${listed(drawn.map(worldLetter))}` : '';
  return {
    unit,
    name,
    title: `${name}${whose}${where}${compared ? `, against ${compared}` : ''}`,
    axis: `${unit === 'share' && compared ? 'points' : unitWords[unit]}${compared ? `, against ${compared}` : ''}`,
    differs: against !== undefined,
    lines: firms.flatMap((firm) => drawn.flatMap((world) => (runs[world] ? [line(runs[world], world, firm)] : []))),
    plan: against ? [] : firms.map((firm) => line(plan, undefined, firm)),
  };
}

function valuesOf(run: Run, { series }: See, i = 0): number[] {
  const { network, firm, quarter } = run;
  if (!isFirmSeries(series)) return Array.from(quarter[series]);
  const at = (t: number): number => {
    if (series === 'cashStep10' || series === 'debtStruckOut') return step10Of(run, i, t)[series];
    return firm[series][t * network.firms.length + i] ?? 0;
  };
  return Array.from({ length: network.quarters }, (_, t) => at(t));
}

/** A value of the chart in words. */
export function chartValue({ unit, differs }: Pick<LabChart, 'unit' | 'differs'>, value: number): string {
  return differs ? seriesDifference(unit, value) : seriesValue(unit, value);
}

/** Beyond this, a sentence would be a table. */
const mostSaid = 4;

/** What the chart shows in quarter t, in a sentence: each line, or the lowest and the highest. */
export function chartFinding(chart: LabChart, t: number, cast: Cast): string {
  const { lines, name, differs, axis } = chart;
  if (lines.length === 0) return 'Nothing is chosen to be drawn.';
  const at = (line: ChartLine) => line.values[t] ?? 0;
  const value = (line: ChartLine) => chartValue(chart, at(line));
  const oneWorld = lines.every(({ world }) => world === lines[0]?.world);
  const whose = (line: ChartLine) => {
    const firm = line.firm === undefined ? [] : [line.name];
    return [...firm, ...(oneWorld || line.world === undefined ? [] : [worldLetter(line.world)])].join(' in ');
  };
  const what = `${name} in ${displayQuarter(t, cast.start)}${differs ? axis.replace(/^.*(?=, )/, '') : ''}`;
  if (lines.length <= mostSaid)
    return `${what}: ${listed(lines.map((line) => `${whose(line)} ${value(line)}`.trim()))}.`;
  const sorted = lines.toSorted((a, b) => at(b) - at(a));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return '';
  if (value(most) === value(least)) return `${what}: ${value(most)} on all lines.`;
  return `${what} lies between ${value(least)} (${whose(least)}) and ${value(most)} (${whose(most)}).`;
}
