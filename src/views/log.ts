import { burnedBy, type Event, explainedEvents, type Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { endSentences, fallSentences, keyOf, type Material, missSentences, type Part } from './log-words';

/** What happened to one firm, in sentences. */
export interface LogLine {
  /** The same in every world in which this happens. */
  readonly key: string;
  readonly firm: number;
  readonly kind: Event['kind'];
  readonly said: readonly Part[];
}

/** What happened in one quarter. */
export interface LogGroup {
  readonly t: number;
  /** "2029 Q4" */
  readonly label: string;
  readonly lines: readonly LogLine[];
}

/** From this many misses in a row on, one line tells of them all, in the quarter of the first. */
const longRow = 3;

/** The log of a run in sentences, quarter by quarter, each event with what led to it. */
export function eventLog(run: Run, cast: Cast): LogGroup[] {
  const events = explainedEvents(run);
  const rows = new Map([...longRows(events), ...endings(events)]);
  const material: Material = { events, cast, row: (event) => rows.get(event) ?? [event], burned: burnedBy(run) };
  const groups = new Map<number, { t: number; label: string; lines: LogLine[] }>();
  events.forEach((event, index) => {
    const row = material.row(index);
    if (row[0] !== index) return;
    const { t, firm, kind } = event;
    const group = groups.get(t) ?? { t, label: displayQuarter(t, cast.start), lines: [] };
    group.lines.push({ key: keyOf(event), firm, kind, said: sentences(material, event, row) });
    groups.set(t, group);
  });
  return [...groups.values()];
}

function sentences(material: Material, event: Event, row: readonly number[]): Part[] {
  switch (event.kind) {
    case 'missed':
      return missSentences(material, row);
    case 'failed':
    case 'restructured':
      return fallSentences(material, event);
    case 'terminated':
      return endSentences(material, row);
  }
}

/** For each contract that ends: all that end with the same firm, in the same quarter. */
function endings(events: readonly Event[]): Map<number, readonly number[]> {
  const rows = new Map<string, number[]>();
  events.forEach(({ kind, t, by }, index) => {
    if (kind !== 'terminated') return;
    const key = `${t}-${by}`;
    rows.set(key, [...(rows.get(key) ?? []), index]);
  });
  return new Map([...rows.values()].flatMap((row) => row.map((index) => [index, row] as const)));
}

/** For each miss of a long row: all misses of that row, oldest first. */
function longRows(events: readonly Event[]): Map<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  events.forEach(({ kind, causes }, index) => {
    if (kind !== 'missed') return;
    const before = causes.find((cause) => cause.kind === 'again')?.event;
    const row = (before === undefined ? undefined : rows.get(before)) ?? [];
    row.push(index);
    rows.set(index, row);
  });
  for (const [index, row] of rows) if (row.length < longRow) rows.delete(index);
  return rows;
}
