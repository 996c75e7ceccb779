import type { FutureClaim } from '../engine/futures';
import { type TestedClaim, whole } from './claim';
import { falls, firstThin, isLate, labsOf, thinnest } from './claim-measures';
import { cascadeClaims } from './claims-cascade';
import { hostClaims } from './claims-hosts';
import { labClaims } from './claims-labs';

/** A claim with the words in which a reader meets it. */
interface PlainClaim extends TestedClaim {
  /** A sentence that is true of a future or not. */
  readonly text: string;
}

/**
 * What can be claimed of any network, and what must have happened before another claim is put to the test. To fail means here what it means in the model: a
 * lab is gone, any other firm is restructured.
 */
export const plainClaims = {
  'nobody-fails': {
    text: 'No firm fails within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.every((_, i) => !falls(future, i, quarters));
    },
  },
  'some-lab-fails': {
    text: 'At least one lab fails within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.some(({ lab }, i) => lab && falls(future, i, quarters));
    },
  },
  'every-lab-fails': {
    text: 'Every lab fails within the run.',
    on: ({ firms, quarters }) => {
      const anyLab = firms.some(({ lab }) => lab);
      return (future) => anyLab && firms.every(({ lab }, i) => !lab || falls(future, i, quarters));
    },
  },
  'some-builder-fails': {
    text: 'At least one firm that is no lab cannot pay and is restructured within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.some(({ lab }, i) => !lab && falls(future, i, quarters));
    },
  },
  'half-the-backlog-is-lost': {
    text: 'More than half of what was promised at the opening ends with those who promised it.',
    on: ({ contracts }) => {
      const backlog = contracts.reduce((sum, { total }) => sum + total, 0);
      return ({ lost }) => lost > backlog / 2;
    },
  },
  'the-mood-halves': {
    text: 'In some quarter less than half of the mood is left.',
    reads: ['quarter.mood'],
    on: ({ quarters }) => {
      return (future) => {
        const mood = future.series('quarter.mood');
        for (let t = 0; t < quarters; t++) if (mood.at(t) < 0.5) return true;
        return false;
      };
    },
  },
  'some-firm-falls': {
    text: 'At least one firm fails or is restructured within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.some((_, i) => falls(future, i, quarters));
    },
  },
  'the-thin-money-tells-labs-apart': {
    text: 'The venture money thins, and some lab burns cash when it is thinnest, or fails.',
    reads: ['quarter.climate', 'firm.burn'],
    on: (network) => {
      const labs = labsOf(network);
      const { quarters } = network;
      return (future) => {
        if (firstThin(future, quarters) === quarters) return false;
        const bottom = thinnest(future, quarters);
        return labs.some((i) => isLate(future, i, bottom) || falls(future, i, quarters));
      };
    },
  },
  'some-firm-falls-in-the-drought': {
    text: 'Nobody falls before the venture money thins, and somebody does after.',
    reads: ['quarter.climate'],
    on: ({ firms, quarters }) => {
      return (future) => {
        const first = firms.reduce((least, _, i) => Math.min(least, future.fellAt(i)), quarters);
        return first < quarters && firstThin(future, quarters) <= first;
      };
    },
  },
  'oracle-loses-a-tenant': {
    text: 'A firm that owes Oracle on a contract fails within the run.',
    needs: ['oracle'],
    on: ({ firms, contracts, quarters }) => {
      const tenants = firms.flatMap(({ id }, i) =>
        contracts.some(({ payer, payee }) => payer === id && payee === 'oracle') ? [i] : [],
      );
      return (future) => tenants.some((i) => falls(future, i, quarters));
    },
  },
} as const satisfies Readonly<Record<string, PlainClaim>>;

/** The claims of the essay, by id: what each says, and why it is measured so, is in content/claims.json. */
export const essayClaims = { ...labClaims, ...hostClaims, ...cascadeClaims } as const satisfies Readonly<
  Record<string, TestedClaim & { readonly given?: keyof typeof plainClaims }>
>;

export type EssayClaimId = keyof typeof essayClaims;
export type ClaimId = keyof typeof plainClaims | EssayClaimId;

/** Under which circumstances a claim of the essay is put to the test; undefined if always. */
export function premiseOf(id: EssayClaimId): keyof typeof plainClaims | undefined {
  return (essayClaims[id] as { given?: keyof typeof plainClaims }).given;
}

/** All claims: the table that page, workers and command line share. One with a premise holds where its premise does and it does too. */
export const claims: Readonly<Record<ClaimId, FutureClaim>> = {
  ...plainClaims,
  ...(Object.fromEntries(
    (Object.keys(essayClaims) as EssayClaimId[]).map((id) => {
      const premise = premiseOf(id);
      return [id, whole(essayClaims[id], premise && plainClaims[premise])];
    }),
  ) as Record<EssayClaimId, FutureClaim>),
};
