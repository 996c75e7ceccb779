import type { Run } from '../engine';
import { filled } from '../world/claim-prose';
import type { Verdict } from '../world/claim-verdict';
import { claims, type EssayClaimId } from '../world/claims';
import type { ClaimsFile } from '../world/claims-file';
import type { Calendar } from '../world/quarters';
import { shippedClaims } from '../world/shipped';
import { told } from './claim-facts';
import { cascadeFacts } from './claim-facts-cascade';
import { hostFacts } from './claim-facts-hosts';
import { labFacts } from './claim-facts-labs';
import { futureOf } from './claim-view';
import { verdictsOf } from './claims';

/** Who is on the stage, and when. A network file is one. */
interface Stage extends Calendar {
  readonly firms: readonly { readonly name: string }[];
}

/** A claim in the reader's world. */
export interface ClaimSaid {
  readonly id: EssayClaimId;
  readonly title: string;
  readonly claim: string;
  readonly verdict: Exclude<Verdict, 'silent'>;
  /** How it stands, with what was measured; or why it is not tested. */
  readonly standing: string;
  /** What is measured, and why so. May hold sourced numbers (`partsOf`). */
  readonly why: string;
  readonly record: string | undefined;
  readonly change: string;
}

const facts = { ...labFacts, ...hostFacts, ...cascadeFacts };
const wordsById = new Map(shippedClaims.map((words) => [words.id, words]));

/** How a verdict reads at the claim's place: never by colour alone. */
export const verdictWords: Readonly<Record<ClaimSaid['verdict'], string>> = {
  holds: 'holds here',
  fails: 'false here',
  untested: 'not tested here',
};

/** The words of a claim. Throws if there are none: the build renders every page, so a wrong id stops it. */
function wordsOf(id: EssayClaimId): ClaimsFile[number] {
  const words = wordsById.get(id);
  if (!words) throw new Error(`There is no claim "${id}" in content/claims.json`);
  return words;
}

/** What is to be said of a claim in a run, read from it now; undefined if the network has no such firm. */
export function sayClaim(run: Run, id: EssayClaimId, stage: Stage): ClaimSaid | undefined {
  const verdict = verdictsOf(run)[id];
  if (verdict === 'silent') return undefined;
  const words = wordsOf(id);
  const measures = facts[id](told(run.network, futureOf(run, claims[id].reads), stage));
  const standing = verdict === 'untested' ? (words.untested ?? '') : words[verdict];
  const fill = (text: string) => filled(text, measures);
  return {
    id,
    title: words.title,
    claim: words.claim,
    verdict,
    standing: fill(standing),
    why: fill(words.why),
    record: words.record,
    change: words.change,
  };
}
