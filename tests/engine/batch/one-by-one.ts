import type { Engine, Outcomes, SeriesName, World } from '../../../src/engine';
import type { Run } from '../../../src/engine/run';

/** Fills `into` the plain way: one ordinary run after the other. What a batch has to equal. */
export function runOneByOne(engine: Engine, worlds: readonly World[], into: Outcomes, at = 0): void {
  worlds.forEach(({ levers, circumstances }, k) => {
    note(engine.run(levers, circumstances), into, at + k);
  });
}

function note(run: Run, into: Outcomes, w: number): void {
  const { firms, quarters } = run.network;
  const n = firms.length;
  for (let i = 0; i < n; i++) {
    let fellAt = 0;
    while (fellAt < quarters && run.firm.status[fellAt * n + i] === 0) fellAt++;
    into.fellAt[w * n + i] = fellAt;
  }
  for (const [name, values] of Object.entries(into.losses)) values.set(run.losses[name as keyof Run['losses']], w * n);
  into.lost[w] = run.quarter.lost.reduce((sum, value) => sum + value, 0);
  into.cut[w] = run.quarter.cut.reduce((sum, value) => sum + value, 0);
  for (const [name, values] of Object.entries(into.series)) {
    const series = seriesOf(run, name as SeriesName);
    values?.set(series, w * series.length);
  }
}

/** A series of a run by the name a batch knows it by. */
function seriesOf(run: Run, name: SeriesName): Float64Array {
  const [group, key] = name.split('.');
  return (run as unknown as Record<string, Record<string, Float64Array>>)[group][key];
}
