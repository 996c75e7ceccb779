import type { Network, Run } from '../engine';
import type { FutureClaim } from '../engine/futures';
import { applies } from '../world/claim';
import { claims, type EssayClaimId, essayClaims, premiseOf } from '../world/claims';
import { futureOf } from './claim-view';

/**
 * How a claim stands in a world. `holds` and `fails`: it was put to the test. `untested`: what it is about does not happen here, such as the failure it speaks of.
 * `silent`: the network has no such firm.
 */
export type Verdict = 'holds' | 'fails' | 'untested' | 'silent';

const ids = Object.keys(essayClaims) as EssayClaimId[];
const known = new WeakMap<Run, Readonly<Record<EssayClaimId, Verdict>>>();

/** How every claim of the essay stands in a run. Worked out once for each run, when first asked: ask before the engine runs again. */
export function verdictsOf(run: Run): Readonly<Record<EssayClaimId, Verdict>> {
  const found = known.get(run);
  if (found) return found;
  const tests = testsFor(run.network);
  const verdicts = Object.fromEntries(ids.map((id) => [id, tests[id](run)])) as Record<EssayClaimId, Verdict>;
  known.set(run, verdicts);
  return verdicts;
}

type Test<Result> = (run: Run) => Result;

/** The tests of a network: what depends on it alone is worked out once, for a dial under the hand asks again and again. */
const prepared = new WeakMap<Network, Readonly<Record<EssayClaimId, Test<Verdict>>>>();

function testsFor(network: Network): Readonly<Record<EssayClaimId, Test<Verdict>>> {
  const found = prepared.get(network);
  if (found) return found;
  const tests = Object.fromEntries(ids.map((id) => [id, testOf(id, network)])) as Record<EssayClaimId, Test<Verdict>>;
  prepared.set(network, tests);
  return tests;
}

function testOf(id: EssayClaimId, network: Network): Test<Verdict> {
  if (!applies(essayClaims[id], network)) return () => 'silent';
  const premise = premiseOf(id);
  const happens = premise ? onRuns(claims[premise], network) : () => true;
  const holds = onRuns(claims[id], network);
  return (run) => (happens(run) ? (holds(run) ? 'holds' : 'fails') : 'untested');
}

function onRuns({ reads, on }: FutureClaim, network: Network): Test<boolean> {
  const holds = on(network);
  return (run) => holds(futureOf(run, reads));
}
