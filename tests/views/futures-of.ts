import { createBatch } from '../../src/engine';
import { answerAtOnce, type Findings } from '../../src/engine/futures';
import { claims } from '../../src/world/claims';
import { lineOf, toFutures } from '../../src/world/futures';
import { decode } from '../../src/world/link';
import { shippedFile, shippedFutures, shippedNetwork } from '../../src/world/shipped';
import { readLanes } from '../engine/core';

/** A batch of the shipped network, for whatever a test wants to run on it. */
export const batch = await createBatch(await readLanes(), shippedNetwork);

export const leversOf = (query: string) => decode(query, shippedFile).levers;
export const futuresOf = (query: string) => toFutures(shippedFutures, leversOf(query), shippedFile);

/** The first futures of a world, with the line of a firm as column 0. */
export function findingsOf(query: string, count = 256, firm = 0): Findings {
  return answerAtOnce(batch, claims, {
    futures: futuresOf(query),
    count,
    columns: [lineOf(shippedNetwork, firm)],
    claims: Object.keys(claims),
  });
}

/** Every kind of end: nobody falls in any future, one firm in some, one firm in all, and several. */
export const worlds = {
  plan: 'v=1',
  stop: 'v=1&stop=2027Q3&severity=0.9&growth=0.6',
  landing: 'v=1&stop=2027Q3&severity=0.9&growth=0.6&firmness=0.7',
  backstop: 'v=1&stop=2027Q3&severity=0.9&backstop=1&growth=0.6',
  worst: 'v=1&growth=0&stop=2026Q4&severity=1&panic=5&credit=1&grace=0',
} as const;
