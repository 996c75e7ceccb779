import fc, { type Arbitrary } from 'fast-check';
import type { Futures, LeverId, Spread } from '../../src/engine';
import { dials } from './dials';
import { arbLevers } from './world';

/** Dials of which only whole numbers mean something. */
const whole: ReadonlySet<string> = new Set(['stop', 'speed', 'drought', 'grace', 'lead', 'reletTime']);

/** Any family of futures: some dials spread, wide or not at all, shocks or none. */
export function arbFutures(): Arbitrary<Futures> {
  const spread = ([lever, { min, max }]: [string, { min: number; max: number }]): Arbitrary<Spread> =>
    fc.double({ min: 0, max: max - min, noNaN: true }).map((far) => ({
      lever: lever as LeverId,
      spread: far,
      min,
      max,
      whole: whole.has(lever),
    }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.record({
    levers: arbLevers(),
    spreads: fc.subarray(Object.entries(dials)).chain((some) => fc.tuple(...some.map(spread))),
    shocks: fc.oneof(
      fc.constant({ growth: 0, venture: 0, common: 0.5 }),
      fc.record({ growth: fc.double({ min: 0, max: 0.1, noNaN: true }), venture: share, common: share }),
    ),
    seed: fc.maxSafeNat(),
  });
}
