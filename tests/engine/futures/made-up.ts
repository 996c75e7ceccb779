import type { Network } from '../../../src/engine';
import type { Batch } from '../../../src/engine/batch/batch';
import type { Futures } from '../../../src/engine/batch/futures';
import {
  allocateOutcomes,
  columnsOf,
  type Outcomes,
  type SeriesName,
  seriesNames,
} from '../../../src/engine/batch/outcomes';
import { resultsOf } from '../../../src/engine/batch/results';
import type { FutureClaims } from '../../../src/engine/futures/claim';
import type { Job } from '../../../src/engine/futures/job';
import { usualLevers } from '../../arbitraries/dials';
import { shippedNetwork } from '../../arbitraries/shipped';

/** A number within 0..1 for coordinates. */
export function noise(...coordinates: readonly number[]): number {
  let mixed = 0x811c9dc5;
  for (const coordinate of coordinates) {
    mixed = Math.imul(mixed ^ (coordinate + 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return (mixed >>> 0) / 2 ** 32;
}

/** A small network, for the tables of made-up outcomes. */
export function smallNetwork(): Network {
  const network = shippedNetwork();
  return { ...network, quarters: 4, firms: network.firms.slice(0, 3) };
}

/** Outcomes out of thin air, but always the same for the same futures: for tests that are not about the model. `ran` is told of every block. */
export function madeUpBatch(
  network: Network,
  ran: (futures: Futures, first: number, count: number) => void = () => {},
): Batch {
  // Two at a time, as the lanes do: what walks must not take a few for all.
  const few = allocateOutcomes(network, 2, seriesNames);
  const batch = {
    network,
    runs: 0,
    results: resultsOf(few),
    run: () => {
      throw new Error('Worlds cannot be made up, only futures.');
    },
    runFutures(
      futures: Futures,
      first: number,
      count: number,
      _series: readonly SeriesName[],
      see: (at: number, count: number) => void,
    ) {
      if (!Number.isFinite(futures.levers.stop)) throw new Error('The dial "stop" is not a number.');
      ran(futures, first, count);
      for (let at = 0; at < count; at += few.count) {
        const some = Math.min(few.count, count - at);
        for (let k = 0; k < some; k++) makeUp(futures.seed, first + at + k, k, few);
        see(at, some);
      }
      batch.runs += count;
    },
    future: () => ({ levers: usualLevers() }),
  };
  return batch;
}

function makeUp(
  seed: number,
  future: number,
  row: number,
  { network, fellAt, losses, lost, cut, series }: Outcomes,
): void {
  const firms = network.firms.length;
  for (let i = 0; i < firms; i++) {
    fellAt[row * firms + i] = Math.floor(noise(seed, future, i) * (network.quarters + 1));
    losses.badDebt[row * firms + i] = noise(seed, future, i, 1);
    // Many futures in which nothing is lost, as in the model.
    losses.stakesLost[row * firms + i] = Math.max(0, noise(seed, future, i, 2) - 0.5);
    losses.stranded[row * firms + i] = noise(seed, future, i, 3) / 3;
    losses.operatingCash[row * firms + i] = 1;
  }
  lost[row] = Math.max(0, 100 * noise(seed, future, 4) - 40);
  cut[row] = noise(seed, future, 5);
  for (const [name, values] of Object.entries(series)) {
    const numbers = network.quarters * columnsOf(network, name as SeriesName);
    for (let at = 0; at < numbers; at++) values[row * numbers + at] = noise(seed, future, name.length, at) - 0.25;
  }
}

/** Claims about made-up outcomes. */
export const madeUpClaims: FutureClaims = {
  'much-is-lost': {
    on:
      () =>
      ({ lost }) =>
        lost > 30,
  },
  'cash-is-low': { reads: ['firm.cash'], on: () => (future) => future.series('firm.cash').at(3, 1) < 0 },
  'the-first-falls': {
    on:
      ({ quarters }) =>
      (future) =>
        future.fellAt(0) < quarters,
  },
};

/** A job about them. The seed is what tells one job from another. */
export function madeUpJob(count: number, seed = 1): Job {
  return {
    futures: { levers: usualLevers(), spreads: [], shocks: { growth: 0, venture: 0, common: 0 }, seed },
    count,
    columns: [
      { series: 'firm.cash', column: 2 },
      { series: 'quarter.lost', column: 0 },
    ],
    claims: Object.keys(madeUpClaims),
  };
}
