import type { Run } from '../engine';
import { spokenQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { dollarsAloud } from './money';
import { capital } from './words';

/** What a quarter is like, for someone who does not see the bands: "quarter 4 of 2029. 10 percent of ..." */
export function quarterAloud({ events, quarter }: Run, t: number, cast: Cast): string {
  const parts = [capital(spokenQuarter(t, cast.start))];
  const climate = quarter.climate[t];
  if (climate < 1) parts.push(`${Math.round(climate * 100)} percent of the venture money is on offer`);
  const now = events.filter((event) => event.t === t);
  const who = (kind: string) => [
    ...new Set(now.filter((event) => event.kind === kind).map(({ firm }) => cast.firms[firm].name)),
  ];
  const missed = who('missed');
  if (missed.length > 0) parts.push(`${missed.join(' and ')} cannot pay`);
  for (const name of who('failed')) parts.push(`${name} fails`);
  for (const name of who('restructured')) parts.push(`${name} is restructured`);
  const lost = now.reduce((sum, { kind, amount }) => (kind === 'terminated' ? sum + amount : sum), 0);
  if (lost >= 0.05) parts.push(`${dollarsAloud(lost)} of promises are lost`);
  if (now.length === 0) parts.push('Every bill is paid');
  return `${parts.join('. ')}.`;
}
