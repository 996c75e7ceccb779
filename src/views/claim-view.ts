import type { Run, SeriesName } from '../engine';
import { columnsOf } from '../engine/batch/outcomes';
import type { FutureView, Line } from '../engine/futures';

/**
 * A run as a claim sees a future, so that what the prose says of the reader's world and what the odds count is one and the same test. It looks at the engine's memory: good
 * until the engine runs again.
 *
 * @param reads the series that the claim declares; it may look at no others.
 */
export function futureOf(run: Run, reads: readonly SeriesName[] = []): FutureView {
  const { network, firm, quarter, losses } = run;
  const { quarters } = network;
  const count = network.firms.length;
  const declared = new Map(reads.map((name) => [name, lineOf(seriesOf(run, name), columnsOf(network, name))]));
  return {
    fellAt(i) {
      for (let t = 0; t < quarters; t++) if (firm.status[t * count + i] > 0) return t;
      return quarters;
    },
    loss: (name, i) => losses[name][i],
    lost: total(quarter.lost),
    cut: total(quarter.cut),
    series(name) {
      const line = declared.get(name);
      if (!line) throw new Error(`A claim looked at "${name}", which it does not declare.`);
      return line;
    },
  };
}

function lineOf(values: Float64Array, columns: number): Line {
  return { at: (t, column = 0) => values[t * columns + column] };
}

function seriesOf(run: Run, name: SeriesName): Float64Array {
  const [group, series] = name.split('.') as [
    keyof Pick<Run, 'firm' | 'quarter' | 'contract' | 'supply' | 'vendor'>,
    string,
  ];
  return (run[group] as Readonly<Record<string, Float64Array>>)[series];
}

function total(series: Float64Array): number {
  let sum = 0;
  for (const x of series) sum += x;
  return sum;
}
