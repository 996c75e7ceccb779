import type { FutureClaim, FutureView } from '../engine/futures';

/** A claim with the words in which a reader meets it. */
export interface WorldClaim extends FutureClaim {
  /** A sentence that is true of a future or not. */
  readonly text: string;
}

const fell = (future: FutureView, firm: number, quarters: number) => future.fellAt(firm) < quarters;

/**
 * What can be claimed of any network: the table that page, workers and command line share, by id. To fail means here what it means in the model: a
 * lab is gone, any other firm is restructured.
 */
export const claims = {
  'nobody-fails': {
    text: 'No firm fails within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.every((_, i) => !fell(future, i, quarters));
    },
  },
  'some-lab-fails': {
    text: 'At least one lab fails within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.some(({ lab }, i) => lab && fell(future, i, quarters));
    },
  },
  'every-lab-fails': {
    text: 'Every lab fails within the run.',
    on: ({ firms, quarters }) => {
      const anyLab = firms.some(({ lab }) => lab);
      return (future) => anyLab && firms.every(({ lab }, i) => !lab || fell(future, i, quarters));
    },
  },
  'some-builder-fails': {
    text: 'At least one firm that is no lab cannot pay and is restructured within the run.',
    on: ({ firms, quarters }) => {
      return (future) => firms.some(({ lab }, i) => !lab && fell(future, i, quarters));
    },
  },
  'half-the-backlog-is-lost': {
    text: 'More than half of what was promised at the opening is lost with those who promised it.',
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
        for (let t = 0; t < quarters; t++) if (future.at('quarter.mood', t) < 0.5) return true;
        return false;
      };
    },
  },
} as const satisfies Readonly<Record<string, WorldClaim>>;

export type ClaimId = keyof typeof claims;
