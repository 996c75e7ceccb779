import type { Network, Run } from '../engine';
import { type Trial, trialOf, type Verdict } from '../world/claim-verdict';
import { type EssayClaimId, essayClaims } from '../world/claims';
import { futureOf } from './claim-view';

export const essayClaimIds = Object.keys(essayClaims) as readonly EssayClaimId[];
const known = new WeakMap<Run, Map<EssayClaimId, Verdict>>();

/** How a claim of the essay stands in a run. Worked out once for each run, when first asked: ask before the engine runs again. */
export function verdictOf(run: Run, id: EssayClaimId): Verdict {
  const told = known.get(run) ?? new Map<EssayClaimId, Verdict>();
  const before = told.get(id);
  if (before) return before;
  const { reads, verdict } = trialsFor(run.network)[id];
  const found = verdict(futureOf(run, reads));
  known.set(run, told.set(id, found));
  return found;
}

/** The same of every claim. */
export function verdictsOf(run: Run): Readonly<Record<EssayClaimId, Verdict>> {
  return Object.fromEntries(essayClaimIds.map((id) => [id, verdictOf(run, id)])) as Record<EssayClaimId, Verdict>;
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
