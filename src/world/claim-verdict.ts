import type { Network, SeriesName } from '../engine';
import type { FutureView } from '../engine/futures';
import { applies } from './claim';
import { claims, type EssayClaimId, essayClaims, premiseOf } from './claims';

/**
 * How a claim stands in a world. `holds` and `fails`: it was put to the test. `untested`: what it is about does not happen here, such as the failure it speaks of.
 * `silent`: the network has no such firm.
 */
export type Verdict = 'holds' | 'fails' | 'untested' | 'silent';

/** The test of a claim on one network, and the series that it reads. */
export interface Trial {
  readonly reads: readonly SeriesName[];
  readonly verdict: (future: FutureView) => Verdict;
}

export function trialOf(id: EssayClaimId, network: Network): Trial {
  if (!applies(essayClaims[id], network)) return { reads: [], verdict: () => 'silent' };
  const premise = premiseOf(id);
  const { reads = [], on } = claims[id];
  const happens = premise ? claims[premise].on(network) : () => true;
  const holds = on(network);
  return { reads, verdict: (future) => (happens(future) ? (holds(future) ? 'holds' : 'fails') : 'untested') };
}
