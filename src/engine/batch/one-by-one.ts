import type { WorldRunner } from '../analysis/progress';
import type { Engine } from '../engine';
import type { LossSeries, Run } from '../run';
import { type Outcomes, type SeriesName, seriesOf } from './outcomes';

/** What a batch does, by an engine that runs one world after the other: slower, the same to the bit, and there before the batch is. */
export function oneByOne(engine: Engine): WorldRunner {
  return {
    network: engine.network,
    run(worlds, into, at = 0) {
      worlds.forEach(({ levers, circumstances }, k) => {
        note(engine.run(levers, circumstances), into, at + k);
      });
    },
  };
}

/** A runner in place of another, until there is a faster one. */
export interface Relay extends WorldRunner {
  handTo(faster: WorldRunner): void;
}

export function relay(first: WorldRunner): Relay {
  let runner = first;
  return {
    network: first.network,
    run: (worlds, into, at) => runner.run(worlds, into, at),
    handTo(faster) {
      runner = faster;
    },
  };
}

function note(run: Run, into: Outcomes, w: number): void {
  const { firms, quarters } = run.network;
  const n = firms.length;
  for (let i = 0; i < n; i++) {
    let fellAt = 0;
    while (fellAt < quarters && run.firm.status[fellAt * n + i] === 0) fellAt++;
    into.fellAt[w * n + i] = fellAt;
  }
  for (const [name, values] of Object.entries(into.losses)) values.set(run.losses[name as LossSeries], w * n);
  into.lost[w] = run.quarter.lost.reduce((sum, value) => sum + value, 0);
  into.cut[w] = run.quarter.cut.reduce((sum, value) => sum + value, 0);
  for (const [name, values] of seriesOf(into)) {
    const series = seriesIn(run, name);
    values.set(series, w * series.length);
  }
}

/** A series of a run by the name that a batch knows it by. */
function seriesIn(run: Run, name: SeriesName): Float64Array {
  const [group, key] = name.split('.');
  return (run as unknown as Record<string, Record<string, Float64Array>>)[group][key];
}
