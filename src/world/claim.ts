import type { Network } from '../engine';
import type { FutureClaim } from '../engine/futures';

/** A claim about a network as its words have it: whom it is about, and what has to happen before it can be put to the test. */
export interface TestedClaim extends FutureClaim {
  /** Ids of the firms it is about. Of a network without one of them it says nothing. */
  readonly needs?: readonly string[];
  /** Id of a claim that must hold in a future before this one is tested there: a claim about failures says nothing where nobody fails. */
  readonly given?: string;
}

/** Does a claim say anything of this network? */
export function applies({ needs = [] }: TestedClaim, { firms }: Network): boolean {
  return needs.every((id) => firms.some((firm) => firm.id === id));
}

/** The claim that holds where its premise holds and it does too; in a network of which it says nothing it holds nowhere. */
export function whole(claim: TestedClaim, premise: FutureClaim | undefined): FutureClaim {
  return {
    reads: [...new Set([...(premise?.reads ?? []), ...(claim.reads ?? [])])],
    on: (network) => {
      if (!applies(claim, network)) return () => false;
      const [happens, holds] = [premise?.on(network), claim.on(network)];
      return happens ? (future) => happens(future) && holds(future) : holds;
    },
  };
}
