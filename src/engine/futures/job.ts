import type { Futures } from '../batch/futures';
import { columnsOf, type SeriesName } from '../batch/outcomes';
import type { Network } from '../network';

/** One line of a series: of one firm, contract or link, by its index; 0 for what there is one of. */
export interface Column {
  readonly series: SeriesName;
  readonly column: number;
}

/** What is asked of a family of futures. Survival and losses come with every answer. */
export interface Job {
  readonly futures: Futures;
  /** How many futures, whole pairs: even, and more than none. Futures 0 .. count - 1 are run. */
  readonly count: number;
  /** Lines of series whose distribution is wanted in every quarter. */
  readonly columns: readonly Column[];
  /** Ids of the claims whose odds are wanted. */
  readonly claims: readonly string[];
}

/** Throws if a job cannot be run on a network. */
export function checkJob({ count, columns }: Job, network: Network): void {
  if (count === 0 || !isWholePairs(count)) throw new Error(`Futures come in pairs: ${count} cannot be run.`);
  for (const { series, column } of columns) {
    const width = columnsOf(network, series);
    if (Number.isInteger(column) && column >= 0 && column < width) continue;
    throw new Error(`The series "${series}" has no column ${column} in this network.`);
  }
}

/** An even number of futures, 0 or more. */
export function isWholePairs(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0 && count % 2 === 0;
}
