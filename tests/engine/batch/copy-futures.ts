import type { Batch } from '../../../src/engine/batch/batch';
import type { Futures } from '../../../src/engine/batch/futures';
import { type Outcomes, seriesOf } from '../../../src/engine/batch/outcomes';
import { copier } from '../../../src/engine/batch/results';

/** Runs futures `first` .. and copies what they came to into rows 0 .. of outcomes, where they can be compared. */
export function copyFutures(batch: Batch, futures: Futures, first: number, count: number, into: Outcomes): void {
  const series = seriesOf(into).map(([name]) => name);
  batch.runFutures(futures, first, count, series, copier(batch.results, into));
}
