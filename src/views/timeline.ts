import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { type BandPaths, bandPaths, quarterWide, rowTall, type Standing, stretchesOf, wholeLine } from './band-paths';
import { type Fall, fallsOf, isGone } from './fall';
import { type Measure, type Quantity, quantity, quantityOf } from './measure';
import { dollars } from './money';

/** One firm over all quarters. Paths are in the units of band-paths.ts. */
export interface Band extends BandPaths {
  readonly firm: number;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly quantity: Quantity;
  /** What the full height stands for, in billions. */
  readonly top: number;
  readonly plan: string;
  /** Is the plan somewhere so much higher that its line leaves the row? */
  readonly planLeaves: boolean;
  /** Marks below the baseline: a quarter in which it could not pay. */
  readonly misses: string;
  /** Where a contract that is owed to it ends unpaid, on its line. */
  readonly ended: string;
  readonly fall: Fall | undefined;
  /** "failed 2029 Q4" */
  readonly status: string | undefined;
  /** What goes with a failed firm, where there is room to say so under its empty baseline. */
  readonly note: Note | undefined;
}

export interface Note {
  readonly text: string;
  /** Where it begins, 0..1 of the width. */
  readonly at: number;
}

/** The bands of a run, one for each firm in the order of the network. */
export function timeline(run: Run, plan: Run, measure: Measure, cast: Cast): Band[] {
  const falls = fallsOf(run);
  return cast.firms.map(({ id, name, role }, firm) => {
    const which = quantityOf(measure, run.network.firms[firm].lab);
    const fall = falls.find((other) => other.firm === firm);
    const values = series(run, which, firm);
    const planned = series(plan, which, firm);
    const top = topOf(values, planned);
    const heights = values.map((value) => Math.round((value / top) * rowTall));
    const planHeights = planned.map((value) => Math.round((value / top) * rowTall));
    return {
      firm,
      id,
      name,
      role,
      quantity: which,
      top,
      ...bandPaths(heights, stretchesOf(standings(run, firm, fall))),
      plan: wholeLine(planHeights),
      planLeaves: Math.max(...planHeights) > rowTall,
      misses: marks(run, firm, 'missed', () => 20, 'v45'),
      ended: marks(run, firm, 'terminated', (t) => -heights[t], 'h0.01'),
      fall,
      status: fall && `${fall.kind} ${displayQuarter(fall.t, cast.start)}`,
      note: fall?.kind === 'failed' ? noteOf(run, fall) : undefined,
    };
  });
}

/** So much taller than a band the line of its plan may be; beyond that it leaves the row, or the band would be a hairline. */
const planRoom = 1.6;

function topOf(values: readonly number[], planned: readonly number[]): number {
  const most = Math.max(...values);
  return Math.max(most, Math.min(Math.max(...planned), planRoom * Math.max(most, planned[0]))) || 1;
}

function series(run: Run, which: Quantity, firm: number): number[] {
  return Array.from({ length: run.network.quarters }, (_, t) => quantity(run, which, t, firm));
}

/** A fall shows from the quarter after it: the books of its own quarter are closed before anything is written off. */
function standings({ network, firm }: Run, i: number, fall: Fall | undefined): Standing[] {
  return Array.from({ length: network.quarters }, (_, t) => {
    if (fall && t > fall.t) return fall.kind;
    return firm.alarmed[t * network.firms.length + i] > 0 ? 'low' : 'sound';
  });
}

function marks(run: Run, firm: number, kind: string, y: (t: number) => number, stroke: string): string {
  const quarters = run.events.filter((event) => event.kind === kind && event.firm === firm).map(({ t }) => t);
  return [...new Set(quarters)].map((t) => `M${t * quarterWide + 1} ${y(t)}${stroke}`).join('');
}

/** A note takes up to this much of the width. */
const noteWide = 0.45;

function noteOf({ events, network }: Run, { firm, t }: Fall): Note | undefined {
  const gone = events.reduce(
    (sum, event) => (event.kind === 'terminated' && event.by === firm && event.t === t ? sum + event.amount : sum),
    0,
  );
  const at = (t + 1) / network.quarters;
  if (at > 1 - noteWide || gone < 0.05) return undefined;
  return { text: `${dollars(gone)} of promises go with it`, at };
}

/** What one row says at a quarter. */
export interface Reading {
  /** "$24bn"; nothing of a firm that is gone. */
  readonly value: string | undefined;
  /** The same in the quiet reference. */
  readonly reference: string | undefined;
  /** Height of the band there, in units; undefined where there is none. */
  readonly height: number | undefined;
}

export function reading(run: Run, reference: Run, { firm, quantity: which, top }: Band, t: number): Reading {
  const said = (one: Run) => (isGone(one, firm, t) ? undefined : dollars(quantity(one, which, t, firm)));
  const value = said(run);
  const height = value === undefined ? undefined : Math.round((quantity(run, which, t, firm) / top) * rowTall);
  return { value, reference: said(reference), height };
}

/** First quarters of the years that the run covers, with how many of their quarters it has. */
export function yearsOf({ start, quarters }: Cast): { year: string; t: number; length: number }[] {
  const years: { year: string; t: number; length: number }[] = [];
  for (let t = 0; t < quarters; t++) {
    const year = displayQuarter(t, start).slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.length += 1;
    else years.push({ year, t, length: 1 });
  }
  return years;
}
