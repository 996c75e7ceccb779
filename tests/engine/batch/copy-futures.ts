import type { Batch } from '../../../src/engine/batch/batch';
import type { Futures } from '../../../src/engine/batch/futures';
import { type Outcomes, resultsOf, seriesOf } from '../../../src/engine/batch/outcomes';
import type { Places, Total } from '../../../src/engine/batch/results';

/** Runs futures `first` .. and copies what they came to, number by number, into rows 0 .. of outcomes, where they can be compared. */
export function copyFutures(batch: Batch, futures: Futures, first: number, count: number, into: Outcomes): void {
  const { results } = batch;
  const to = resultsOf(into);
  const series = seriesOf(into).map(([name]) => name);
  const pairs: (readonly [Places, Places])[] = [
    ...(Object.keys(to.totals) as Total[]).map((name) => [results.totals[name], to.totals[name]] as const),
    ...series.map((name) => [results.series[name] as Places, to.series[name] as Places] as const),
  ];
  batch.runFutures(futures, first, count, series, (at, some) => {
    for (const [from, into] of pairs) {
      for (let world = 0; world < some; world++) {
        for (let k = 0; k < into.step; k++) {
          into.table[(at + world) * into.step + k] = from.table[from.first + k * from.stride + world * from.step];
        }
      }
    }
  });
}
