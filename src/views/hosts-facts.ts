import { type Host, lossOf } from './hosts';

/** What the prose says of the hosts together. */
export interface HostFacts {
  /** Hardest hit for what it earns, if anyone is hit; and lightest of those that are owed anything. */
  readonly worst: Host | undefined;
  readonly lightest: Host | undefined;
  /** Who loses more dollars than the hardest hit, if anyone does. */
  readonly larger: Host | undefined;
  /** Of those that are owed anything: who lives most on labs, and who least. Undefined if there is no difference. */
  readonly most: Host | undefined;
  readonly least: Host | undefined;
  readonly lossOf: (host: Host) => number;
  /** The share of its income that labs pay, in words. */
  readonly percent: (host: Host) => string;
}

/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;

export function hostFacts(hosts: readonly Host[]): HostFacts {
  const owed = hosts.filter(({ owed }) => owed > 0);
  const earning = owed.filter(({ earns }) => earns > 0);
  const byLoss = [...earning].sort((a, b) => lossOf(b) / b.earns - lossOf(a) / a.earns);
  const byShare = [...owed].sort((a, b) => b.dependence - a.dependence);
  const [worst, lightest] = [byLoss[0], byLoss.at(-1)];
  const byDollars = [...owed].sort((a, b) => lossOf(b) - lossOf(a));
  const hit = worst !== undefined && lossOf(worst) >= worthSaying && lightest !== worst;
  const [most, least] = [byShare[0], byShare.at(-1)];
  const differ = most !== undefined && least !== undefined && percent(most) !== percent(least);
  return {
    worst: hit ? worst : undefined,
    lightest: hit ? lightest : undefined,
    larger: hit && lossOf(byDollars[0]) > lossOf(worst) ? byDollars[0] : undefined,
    most: differ ? most : undefined,
    least: differ ? least : undefined,
    lossOf,
    percent,
  };
}

function percent({ dependence }: Host): string {
  return dependence < 0.005 ? 'less than 1%' : `${Math.round(100 * dependence)}%`;
}
