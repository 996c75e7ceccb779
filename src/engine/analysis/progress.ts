import type { Batch, World } from '../batch/batch';
import { allocateOutcomes, type Outcomes, type SeriesName } from '../batch/outcomes';

/** What an analysis asks of a batch: many worlds of one network, and what they came to. */
export type WorldRunner = Pick<Batch, 'network' | 'run'>;

/**
 * Work in many runs that the caller takes in pieces, and can drop between any two. What comes out does not depend on the size of the
 * pieces.
 */
export interface Progress {
  /** Worlds to run in all. */
  readonly total: number;
  /** Worlds run so far. */
  readonly done: number;
  /** Runs at most `budget` more worlds. Says whether there are none left. Throws if the budget is less than one. */
  step(budget: number): boolean;
}

/** Worlds handed to the batch at a time: enough to fill its lanes, few enough to stay in the cache. */
const handful = 128;

/** Runs worlds 0 .. total - 1, in this order and each once, and hands each outcome to `note`, which must take from it what it needs at once. */
export function progress(
  runner: WorldRunner,
  total: number,
  worldAt: (index: number) => World,
  note: (index: number, outcomes: Outcomes, row: number) => void,
  series: readonly SeriesName[] = [],
): Progress {
  const outcomes = allocateOutcomes(runner.network, Math.min(handful, total), series);
  let done = 0;
  return {
    total,
    get done() {
      return done;
    },
    step(budget) {
      if (!(budget >= 1)) throw new Error(`A step of ${budget} worlds gets nowhere.`);
      const until = Math.min(total, done + Math.floor(budget));
      while (done < until) {
        const worlds = Array.from({ length: Math.min(handful, until - done) }, (_, k) => worldAt(done + k));
        runner.run(worlds, outcomes);
        for (const row of worlds.keys()) note(done + row, outcomes, row);
        done += worlds.length;
      }
      return done === total;
    },
  };
}

/** Runs worlds at once, and hands each outcome to `note`. */
export function runAll(
  runner: WorldRunner,
  worlds: readonly World[],
  note: (index: number, outcomes: Outcomes, row: number) => void,
  series: readonly SeriesName[] = [],
): void {
  if (worlds.length > 0) progress(runner, worlds.length, (k) => worlds[k], note, series).step(worlds.length);
}

/** Work that gives way between its steps, and comes to a result. */
export type Steps<T> = Generator<undefined, T>;

/** Takes all steps at once. */
export function drained<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
