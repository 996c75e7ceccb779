import type { Network, Run } from '../engine';
import { type Trial, trialOf, type Verdict } from '../world/claim-verdict';
import { type EssayClaimId, essayClaims } from '../world/claims';
import { futureOf } from './claim-view';

export const essayClaimIds = Object.keys(essayClaims) as readonly EssayClaimId[];
const known = new WeakMap<Run, Readonly<Record<EssayClaimId, Verdict>>>();

/** How every claim of the essay stands in a run. Worked out once for each run, when first asked: ask before the engine runs again. */
export function verdictsOf(run: Run): Readonly<Record<EssayClaimId, Verdict>> {
  const found = known.get(run);
  if (found) return found;
  const trials = trialsFor(run.network);
  const verdicts = Object.fromEntries(
    essayClaimIds.map((id) => [id, trials[id].verdict(futureOf(run, trials[id].reads))]),
  ) as Record<EssayClaimId, Verdict>;
  known.set(run, verdicts);
  return verdicts;
}

/** The tests of a network: what depends on it alone is worked out once, for a dial under the hand asks again and again. */
const prepared = new WeakMap<Network, Readonly<Record<EssayClaimId, Trial>>>();

function trialsFor(network: Network): Readonly<Record<EssayClaimId, Trial>> {
  const found = prepared.get(network);
  if (found) return found;
  const trials = Object.fromEntries(essayClaimIds.map((id) => [id, trialOf(id, network)])) as Record<
    EssayClaimId,
    Trial
  >;
  prepared.set(network, trials);
  return trials;
}
