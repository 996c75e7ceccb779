import lines from 'virtual:claim-lines';
import type { ClaimLine } from '../build/claim-words';
import type { Run } from '../engine';
import { filled } from '../world/claim-prose';
import type { Verdict } from '../world/claim-verdict';
import { claims, type EssayClaimId } from '../world/claims';
import type { Calendar } from '../world/quarters';
import { type Measures, told } from './claim-facts';
import { cascadeFacts } from './claim-facts-cascade';
import { hostFacts } from './claim-facts-hosts';
import { labFacts } from './claim-facts-labs';
import { futureOf } from './claim-view';
import { verdictOf } from './claims';

/** Who is on the stage, and when. A network file is one. */
interface Stage extends Calendar {
  readonly firms: readonly { readonly name: string }[];
}

/** A claim in the reader's world. */
export interface ClaimSaid {
  readonly id: EssayClaimId;
  readonly title: string;
  readonly verdict: Exclude<Verdict, 'silent'>;
  /** How it stands, with what was measured; or why it is not tested. */
  readonly standing: string;
  /** What is said at its place in the essay where it is false: shorter where the essay has just given the numbers. */
  readonly concession: string;
  /** What was measured, by name: for what its note says besides. */
  readonly measures: Measures;
}

const facts = { ...labFacts, ...hostFacts, ...cascadeFacts };
/** Their ids in the order of content/claims.json, which is the order of the essay. */
export const claimsInOrder = lines.map(({ id }) => id as EssayClaimId);
const linesById = new Map(lines.map((line) => [line.id, line]));

/** How a verdict reads at the claim's place: never by colour alone. */
export const verdictWords: Readonly<Record<ClaimSaid['verdict'], string>> = {
  holds: 'holds here',
  fails: 'false here',
  untested: 'not tested here',
};

/** The words of a claim. Throws if there are none: the build renders every page, so a wrong id stops it. */
function lineOf(id: EssayClaimId): ClaimLine {
  const line = linesById.get(id);
  if (!line) throw new Error(`There is no claim "${id}" in content/claims.json`);
  return line;
}

/** What is to be said of a claim in a run, read from it now; undefined if the network has no such firm. */
export function sayClaim(run: Run, id: EssayClaimId, stage: Stage): ClaimSaid | undefined {
  const verdict = verdictOf(run, id);
  if (verdict === 'silent') return undefined;
  const line = lineOf(id);
  const measures = facts[id](told(run.network, futureOf(run, claims[id].reads), stage));
  const standing = filled(verdict === 'untested' ? (line.untested ?? '') : line[verdict], measures);
  return {
    id,
    title: line.title,
    verdict,
    standing,
    concession: verdict === 'fails' && line.concedes !== undefined ? filled(line.concedes, measures) : standing,
    measures,
  };
}
