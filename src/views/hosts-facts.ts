import type { Run } from '../engine';
import { fallsOf } from './fall';
import { goneOf, type Host } from './hosts';

/** What the prose says of the hosts together. */
export interface HostFacts {
  /** Of whose promises most is gone for what it earns, if any is; and least, of those that are owed anything. */
  readonly worst: Host | undefined;
  readonly lightest: Host | undefined;
  /** Of whose promises more dollars are gone than of the hardest hit’s, if there is one. */
  readonly larger: Host | undefined;
  /** Of those that are owed anything: who lives most on labs, and who least. Undefined if there is no difference. */
  readonly most: Host | undefined;
  readonly least: Host | undefined;
  /** The share of its income that labs pay, in words. */
  readonly percent: (host: Host) => string;
}

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

export function hostFacts(hosts: readonly Host[]): HostFacts {
  const owed = hosts.filter(({ owed }) => owed > 0);
  const earning = owed.filter(({ earns }) => earns > 0);
  const byGone = [...earning].sort((a, b) => goneOf(b) / b.earns - goneOf(a) / a.earns);
  const byShare = [...owed].sort((a, b) => b.dependence - a.dependence);
  const [worst, lightest] = [byGone[0], byGone.at(-1)];
  const byDollars = [...owed].sort((a, b) => goneOf(b) - goneOf(a));
  const hit = worst !== undefined && goneOf(worst) >= worthSaying && lightest !== worst;
  const [most, least] = [byShare[0], byShare.at(-1)];
  const differ = most !== undefined && least !== undefined && percent(most) !== percent(least);
  return {
    worst: hit ? worst : undefined,
    lightest: hit ? lightest : undefined,
    larger: hit && goneOf(byDollars[0]) > goneOf(worst) ? byDollars[0] : undefined,
    most: differ ? most : undefined,
    least: differ ? least : undefined,
    percent,
  };
}

/** What becomes of the labs, and so of the loop of money between them and their suppliers: all stand, some fail, or none is left. */
export function loopOf(run: Run): 'whole' | 'torn' | 'gone' {
  const failed = fallsOf(run).filter(({ kind }) => kind === 'failed').length;
  if (failed === 0) return 'whole';
  return failed < run.network.firms.filter(({ lab }) => lab).length ? 'torn' : 'gone';
}

function percent({ dependence }: Host): string {
  return dependence < 0.005 ? 'less than 1%' : `${Math.round(100 * dependence)}%`;
}
