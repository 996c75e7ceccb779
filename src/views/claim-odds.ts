import type { Findings } from '../engine/futures';
import { type EssayClaimId, premiseOf } from '../world/claims';

/** In which share of the futures a claim is put to the test, and in which it holds. 0..1; `holds` is at most `tested`. */
export interface ClaimOdds {
  readonly tested: number;
  readonly holds: number;
  /** Has it a premise? Without one it is tested in all. */
  readonly premise: boolean;
}

export function claimOdds(findings: Findings, id: EssayClaimId): ClaimOdds {
  const premise = premiseOf(id);
  return {
    tested: premise ? findings.odds(premise).value : 1,
    holds: findings.odds(id).value,
    premise: premise !== undefined,
  };
}

const hundred = 100;

/** A share as worlds of a hundred: "37". What happens now and then is never "none", and what has an exception never "all". */
export function worldsOf(share: number): string {
  const worlds = Math.round(share * hundred);
  if (worlds === 0) return share === 0 ? 'none' : 'fewer than one';
  if (worlds === hundred) return share === 1 ? 'all' : 'nearly all';
  return String(worlds);
}

/** "It holds in 37 of 100 worlds." */
export function oddsSentence({ tested, holds, premise }: ClaimOdds): string {
  const among = `of ${hundred} worlds`;
  if (!premise) return `It holds in ${worldsOf(holds)} ${among}.`;
  if (tested === 0) return `In none ${among} is it put to the test.`;
  return `It is put to the test in ${worldsOf(tested)} ${among}, and holds in ${holds === tested ? 'all of these' : worldsOf(holds)}.`;
}
