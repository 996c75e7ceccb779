import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { fallsOf } from './fall';
import type { Settlement } from './settlement';
import { capital, counted, listed, numberWord } from './words';

/** Quarters in which somebody cannot pay, oldest first. */
export function shortQuarters({ events }: Run): number[] {
  return [...new Set(events.flatMap(({ kind, t }) => (kind === 'missed' ? [t] : [])))].sort((a, b) => a - b);
}

/**
 * The quarter whose rounds are worth a look: the one in view if somebody cannot pay in it, else that of the first fall, else the first in which
 * somebody cannot pay. Undefined if everybody always can.
 */
export function quarterToSettle(run: Run, inView: number): number | undefined {
  const short = shortQuarters(run);
  return short.includes(inView) ? inView : (fallsOf(run)[0]?.t ?? short[0]);
}

/** How far the shortfall of a quarter goes, in a sentence. */
export function roundsFinding(settlement: Settlement | undefined, t: number | undefined, cast: Cast): string {
  if (t === undefined || !settlement || settlement.rounds.length === 0) {
    return 'Everybody can pay in every quarter, and one round settles each of them.';
  }
  const [first, ...later] = settlement.rounds.map(({ fallers }) => fallers.map(({ firm }) => cast.firms[firm].name));
  const opens = `In ${displayQuarter(t, cast.start)} ${listed(first)} cannot pay`;
  if (later.length === 0) return `${opens}, and nobody else comes up short for it.`;
  return `${opens}, and for want of that money ${listed(later.flat())} cannot either. It takes ${counted(settlement.rounds.length, 'round')}.`;
}

/** "Round one", and what is counted on in it. */
export function roundWords(k: number): { readonly name: string; readonly counts: string } {
  return {
    name: capital(`round ${numberWord(k + 1)}`),
    counts: k === 0 ? 'Everybody counts on being paid in full.' : 'Now the others count only on what those can pay.',
  };
}
