/**
 * node src/build/run.mjs tests/bench/analysis.ts: how long the analyses of the shipped network take. Their answers are held against ordinary runs
 * before anything is timed. Every timed call is about another world, as under a reader's hand.
 */
import { isDeepStrictEqual } from 'node:util';
import { Bench, type Task } from 'tinybench';
import {
  breakFailure,
  type CauseGraph,
  causesOf,
  createBatch,
  createEngine,
  findEdges,
  findRescue,
  type Levers,
  type Run,
  sweepPlane,
  tornado,
  type World,
  whoMatters,
} from '../../src/engine';
import { dialOf } from '../../src/world/dials';
import { axisOf, grids } from '../../src/world/grids';
import { usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { readCore, readLanes } from '../engine/core';
import { machine } from './machine';

const network = shippedNetwork();
const engine = await createEngine(await readCore(), network);
const batch = await createBatch(await readLanes(), network);

const failing = Array.from(
  { length: 15 },
  (_, k): Levers => usualLevers({ stop: 4, severity: 0.86 + k / 100, growth: 0.6 }),
);
const across = axisOf(dialOf('severity'));
const down = axisOf(dialOf('growth'));

const falls = ({ events }: Run) => events.filter(({ kind }) => kind === 'failed' || kind === 'restructured');

function demand(what: string, analysis: unknown, runs: unknown): void {
  if (!isDeepStrictEqual(analysis, runs))
    throw new Error(`${what}: the analysis says ${JSON.stringify(analysis)}, ordinary runs ${JSON.stringify(runs)}`);
}

function wholePlane(world: World) {
  const plane = sweepPlane(batch, world, across, down);
  plane.step(plane.total);
  return plane;
}

function graphOf({ levers }: World): { graph: CauseGraph; failure: number } {
  const graph = causesOf(engine.run(levers).events);
  return { graph, failure: graph.events.findIndex(({ kind }) => kind === 'failed') };
}

for (const levers of failing.slice(0, 3)) {
  for (const [index, edge] of findEdges(batch, { levers }, grids).entries()) {
    const { lever, values } = grids[index];
    const first = values.map((value) => falls(engine.run({ ...levers, [lever]: value }))[0]);
    demand(
      `the edge of "${lever}"`,
      edge.first,
      first.map((fall) => fall && { firm: fall.firm, quarter: fall.t }),
    );
  }
  const plane = wholePlane({ levers });
  for (let cell = 0; cell < plane.total; cell += 7) {
    const [x, y] = [cell % across.values.length, Math.floor(cell / across.values.length)];
    const run = engine.run({ ...levers, severity: across.values[x], growth: down.values[y] });
    demand(`cell ${cell}`, plane.fallen[cell], falls(run).length);
  }
  const { dials, cheque } = findRescue(batch, { levers }, grids, 0);
  for (const { lever, value } of dials) {
    const saved = falls(engine.run({ ...levers, [lever]: value })).every(({ firm }) => firm !== 0);
    demand(`"${lever}" saves`, saved, true);
  }
  const { quarter = 0, amount = 0 } = cheque ?? {};
  const given = engine.run(levers, { cheque: { firm: 0, quarter, amount } });
  demand(
    'a cheque saves',
    falls(given).every(({ firm }) => firm !== 0),
    true,
  );
  for (const { lever, up } of tornado(batch, { levers }, grids).bars) {
    if (up)
      demand(`a step of "${lever}"`, up.totals.failures, falls(engine.run({ ...levers, [lever]: up.value })).length);
  }
}
console.log(machine());
console.log('the analyses agree with ordinary runs\n');

const bench = new Bench({ time: 1000, warmupTime: 200 });
let next = 0;
const another = (): World => ({ levers: failing[next++ % failing.length] });
bench.add('edge of all dials', () => void findEdges(batch, another(), grids));
bench.add('plane, 64 by 64', () => void wholePlane(another()));
bench.add('rescue of one firm', () => void findRescue(batch, another(), grids, 0));
bench.add('who matters', () => void whoMatters(batch, another()));
bench.add('tornado', () => void tornado(batch, another(), grids));
bench.add('graph of causes', () => void graphOf(another()));
bench.add('breaking a failure', () => {
  const world = another();
  const { graph, failure } = graphOf(world);
  if (failure >= 0) breakFailure(batch, world, graph, failure);
});
await bench.run();

/** A row of the table: milliseconds. */
function row({ name, result }: Task): string {
  if (result.state !== 'completed') throw new Error(`"${name}" did not finish`);
  const { p50, p75, p99, min, samplesCount } = result.latency;
  const times = [min, p50, p75, p99].map((ms) => ms.toFixed(2).padStart(9));
  return `${name.padEnd(22)}${times.join('')}${String(samplesCount).padStart(9)}`;
}
console.log(
  `${'milliseconds'.padEnd(22)}${['least', 'median', '75%', '99%', 'calls'].map((word) => word.padStart(9)).join('')}`,
);
for (const task of bench.tasks) console.log(row(task));
