import type { Circumstances } from '../circumstances';
import type { Levers } from '../levers';
import type { Network } from '../network';
import type { Futures } from './futures';
import type { Outcomes } from './outcomes';

/** One world: dials, and what befalls it. */
export interface World {
  readonly levers: Levers;
  readonly circumstances?: Circumstances;
}

/** The model over many worlds of one network at once, some four times as fast as one by one, and to the bit the same. */
export interface Batch {
  readonly network: Network;
  /** Worlds run so far. */
  readonly runs: number;
  /** Runs worlds and writes what they come to into rows `at` .. of `into`. Throws if one is unusable, or there is no room. */
  run(worlds: readonly World[], into: Outcomes, at?: number): void;
  /** Runs futures `first` .. `first + count - 1` into rows 0 .. of `into`; `first` even. */
  runFutures(futures: Futures, first: number, count: number, into: Outcomes): void;
  /** The world that one future is, to run it alone. */
  future(futures: Futures, index: number): World;
}
