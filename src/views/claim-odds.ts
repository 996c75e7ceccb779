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

/** A share as worlds of a hundred, for a column that counts them: "37". What happens now and then is never "none", and what has an exception never "all". */
export function worldsOf(share: number): string {
  const worlds = Math.round(share * hundred);
  if (worlds === 0) return share === 0 ? 'none' : 'hardly any';
  if (worlds === hundred) return share === 1 ? 'all' : 'nearly all';
  return String(worlds);
}

/** The same as a number: 99.98 of "nearly all". */
export function worldsExactly(share: number): number {
  return Number((share * hundred).toFixed(2));
}

/** The odds of a claim in a few words, in two parts of which the second is the quieter: "37", "37" and "of 86 tested", "hardly ever tested". */
export function oddsWords({ tested, holds, premise }: ClaimOdds): readonly [strong: string, quiet: string] {
  const worlds = Math.round(tested * hundred);
  if (!premise || worlds === hundred) return [worldsOf(holds), ''];
  if (worlds === 0) return ['', tested === 0 ? 'never tested' : 'hardly ever tested'];
  return [holds === tested ? `all ${worlds}` : worldsOf(holds), holds === tested ? 'tested' : `of ${worlds} tested`];
}

/** In how many futures, in a sentence: "37 of 100 futures", "hardly any future". */
function inFutures(share: number): string {
  const words = worldsOf(share);
  if (share === 0) return 'no future';
  if (words === 'hardly any') return 'hardly any future';
  if (words === 'all') return 'every future';
  return words === 'nearly all' ? 'nearly every future' : `${words} of ${hundred} futures`;
}

/** "It holds in 37 of 100 futures." Before all futures are counted: "So far it holds in every future." */
export function oddsSentence({ tested, holds, premise }: ClaimOdds, isWhole: boolean): string {
  const it = isWhole ? 'It' : 'So far it';
  if (!premise) return `${it} holds in ${inFutures(holds)}.`;
  if (tested === 0) return `${it} is never put to the test.`;
  const test = `${it} is put to the test in ${inFutures(tested)}`;
  if (holds === tested) return `${test}, and holds whenever it is.`;
  if (holds === 0) return `${test}, and never holds.`;
  const words = worldsOf(holds);
  return `${test}, and holds in ${words === 'hardly any' ? 'hardly any of them' : words}.`;
}
