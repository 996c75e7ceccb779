import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { dollarsAloud } from './money';

/** How the run ends, in a sentence or two for someone who does not see the figures. `say` puts an amount in words. */
export function outcome(run: Run, cast: Cast, say = dollarsAloud): string {
  const fallen = run.events.filter(({ kind }) => kind === 'failed' || kind === 'restructured');
  const named = fallen.slice(0, 3).map(({ firm, kind, t }) => {
    const verb = kind === 'failed' ? 'fails' : 'is restructured';
    return `${cast.firms[firm]?.name} ${verb} in ${displayQuarter(t, cast.start)}`;
  });
  const more = fallen.length - named.length;
  if (more > 0) named.push(`${more} more ${more === 1 ? 'firm follows' : 'firms follow'}`);
  const firms = fallen.length === 0 ? 'Every firm holds' : named.join('; ');
  return `${firms}. ${promises(total(run.contract.lost), total(run.contract.cut), say)}`;
}

function promises(ended: number, declined: number, say: typeof dollarsAloud): string {
  const parts = [];
  if (ended >= 0.05) parts.push(`${say(ended)} ended`);
  if (declined >= 0.05) parts.push(`${say(declined)} declined`);
  if (parts.length === 0) return 'No promise is gone.';
  return `${say(ended + declined)} of promises are gone: ${parts.join(' and ')}.`;
}

function total(series: Float64Array): number {
  return series.reduce((sum, x) => sum + x, 0);
}

/** The largest imbalance of any quarter: what the run's own bookkeeping does not explain, in billions. */
export function imbalance(run: Run): number {
  return run.quarter.audit.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}
