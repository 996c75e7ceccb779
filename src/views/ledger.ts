import type { Run } from '../engine';
import type { Findings } from '../engine/futures';
import type { Verdict } from '../world/claim-verdict';
import type { EssayClaimId } from '../world/claims';
import { type ClaimOdds, claimOdds } from './claim-odds';
import { type ClaimSaid, claimsInOrder, sayClaim } from './claim-words';
import { essayClaimIds, verdictOf } from './claims';
import { listed } from './words';

/** Claims that stand alike in the reader's world, in the order of content/claims.json. */
export interface LedgerGroup {
  readonly verdict: ClaimSaid['verdict'];
  readonly claims: readonly ClaimSaid[];
}

const order = ['holds', 'fails', 'untested'] as const;

type Stage = Parameters<typeof sayClaim>[2];

function grouped(claims: readonly ClaimSaid[]): LedgerGroup[] {
  return order.map((verdict) => ({ verdict, claims: claims.filter((claim) => claim.verdict === verdict) }));
}

/** All claims of the essay in a run, by how they stand. The groups are always three, in the same order; one may be empty. */
export function ledgerOf(run: Run, stage: Stage): LedgerGroup[] {
  return grouped(claimsInOrder.flatMap((id) => sayClaim(run, id, stage) ?? []));
}

/**
 * Reads the ledger for a reader who turns a dial: how each claim stands is told of every run, what was measured only of those at which the hand is not on its way (`settled`), for some
 * twenty sentences would cost a drag its frames. A claim that turns takes its sentence along. A run is read when it is first met, or when it turns out to be settled.
 */
export function ledgerReader(stage: Stage): (run: Run, settled: boolean) => LedgerGroup[] {
  const told = new Map<EssayClaimId, ClaimSaid>();
  let last: { readonly run: Run; readonly settled: boolean; readonly groups: LedgerGroup[] } | undefined;
  return (run, settled) => {
    if (last?.run === run && (last.settled || !settled)) return last.groups;
    const say = (id: EssayClaimId): readonly ClaimSaid[] => {
      const before = told.get(id);
      if (before && !settled && before.verdict === verdictOf(run, id)) return [before];
      const said = sayClaim(run, id, stage);
      if (!said) return [];
      told.set(id, said);
      return [said];
    };
    const groups = grouped(claimsInOrder.flatMap(say));
    last = { run, settled, groups };
    return groups;
  };
}

/** "In this world 9 of 19 claims hold, 4 are false and 6 are not put to the test." */
export function ledgerFinding(groups: readonly LedgerGroup[]): string {
  return `In this world ${ledgerCounts(groups.flatMap(({ verdict, claims }) => claims.map(() => verdict)))}.`;
}

/** "9 of 19 claims hold, 4 are false and 6 are not put to the test" */
export function ledgerCounts(verdicts: readonly Verdict[]): string {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  const [holds, fails, untested] = order.map(count);
  const rest = [
    `${fails || 'none'} ${fails === 1 ? 'is' : 'are'} false`,
    ...(untested > 0 ? [`${untested} ${untested === 1 ? 'is' : 'are'} not put to the test`] : []),
  ];
  return listed([
    `${holds || 'none'} of ${holds + fails + untested} claims ${holds === 1 ? 'holds' : 'hold'}`,
    ...rest,
  ]);
}

/** Odds of every claim that can be asked. */
export function ledgerOdds(findings: Findings): ReadonlyMap<EssayClaimId, ClaimOdds> {
  return new Map(essayClaimIds.map((id) => [id, claimOdds(findings, id)] as const));
}
