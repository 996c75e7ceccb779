/**
 * npm run bench, first part: runs a second by kernel, on the shipped network. The answers are compared before anything is timed. Every timed run has
 * other dials, as under a reader's hand, so that nothing can be kept from one to the next.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Bench } from 'tinybench';
import {
  allocateOutcomes,
  createBatch,
  createEngine,
  type Futures,
  followTheDollar,
  oneByOne,
  type World,
} from '../../src/engine';
import { usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { copyFutures } from '../engine/batch/copy-futures';
import { firstDifference } from '../engine/batch/difference';
import { readCore, readLanes } from '../engine/core';
import { difference } from '../engine/difference';
import { runTwin } from '../twin/twin';
import { machine } from './machine';

const network = shippedNetwork();
const module = await readCore();
const lanes = await readLanes();
const engine = await createEngine(module, network);
const batch = await createBatch(lanes, network);

/** The music stops, 256 ways: the severity from nothing to all, with growth and firmness falling a little. */
const worlds: readonly World[] = Array.from({ length: 256 }, (_, k) => ({
  levers: usualLevers({ stop: 4, severity: k / 255, growth: 0.6 - k / 2550, firmness: 1 - k / 1020 }),
}));
/** The music stops, with ten dials uncertain and every quarter shaken. */
const futures: Futures = {
  levers: usualLevers({ stop: 4, severity: 0.9, growth: 0.6 }),
  spreads: (
    ['severity', 'supply', 'growth', 'compute', 'costs', 'firmness', 'caution', 'recovery', 'panic', 'runway'] as const
  ).map((lever) => ({ lever, spread: 0.1, min: 0, max: 4, whole: false })),
  shocks: { growth: 0.02, venture: 0.2, common: 0.5 },
  seed: 2026,
};
const drawn = worlds.map((_, k) => batch.future(futures, k));

/** Demands that batch and engine agree to the bit, and engine and twin to 1e-9. Returns the share of worlds in which a firm falls. */
function compare(): number {
  const [together, alone] = [allocateOutcomes(network, 256), allocateOutcomes(network, 256)];
  batch.run(worlds, together);
  oneByOne(engine).run(worlds, alone);
  const fallen = worlds.filter((_, w) =>
    network.firms.some((_, i) => alone.fellAt[w * network.firms.length + i] < network.quarters),
  );
  const apart = [firstDifference(together, alone)];
  copyFutures(batch, futures, 0, 256, together);
  oneByOne(engine).run(drawn, alone);
  apart.push(firstDifference(together, alone));
  for (const { levers } of worlds) apart.push(difference(engine.run(levers), runTwin(network, levers)));
  for (const words of apart) if (words !== undefined) throw new Error(`two kernels disagree: ${words}`);
  return fallen.length / worlds.length;
}

const share = compare();
console.log(machine());
console.log(`${network.firms.length} firms, ${network.contracts.length} contracts, ${network.quarters} quarters`);
console.log(
  `kernels agree in 512 worlds, twin and engine in 256; a firm falls in ${(100 * share).toFixed(0)}% of those`,
);
for (const name of ['core', 'lanes']) {
  const bytes = readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url));
  console.log(`${name}.wasm: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip`);
}
console.log();

const bench = new Bench({ time: 2000, warmupTime: 500 });
/** Runs in one call of each task. */
const perCall = new Map<string, number>();
function add(name: string, runs: number, call: () => void): void {
  perCall.set(name, runs);
  bench.add(name, call);
}

let next = 0;
const another = () => worlds[next++ % worlds.length];
const into = allocateOutcomes(network, 256);
add('twin', 1, () => {
  runTwin(network, another().levers);
});
add('engine', 1, () => {
  engine.run(another().levers);
});
add('engine, with its log', 1, () => {
  engine.run(another().levers).events.length;
});
add('engine, dollar followed', 1, () => {
  followTheDollar(engine.run(another().levers));
});
add('engine, futures drawn before', 1, () => {
  const { levers, circumstances } = drawn[next++ % drawn.length];
  engine.run(levers, circumstances);
});
add('batch', 256, () => {
  batch.run(worlds, into);
});
let first = 0;
add('batch, futures', 256, () => {
  batch.runFutures(futures, first, 256, [], () => {});
  first += 256;
});
await bench.run();

const heads = ['least', 'median', '75%', '99%', 'runs a second'];
console.log(
  `${'microseconds a run'.padEnd(30)}${heads.map((word) => word.padStart(word.length > 8 ? 15 : 9)).join('')}`,
);
for (const { name, result } of bench.tasks) {
  if (result.state !== 'completed') throw new Error(`"${name}" did not finish`);
  const { min, p50, p75, p99 } = result.latency;
  const times = [min, p50, p75, p99].map((ms) => (1000 * ms) / (perCall.get(name) ?? 1));
  const rate = Math.round(1e6 / times[1]).toLocaleString('en-US');
  console.log(`${name.padEnd(30)}${times.map((us) => us.toFixed(1).padStart(9)).join('')}${rate.padStart(15)}`);
}
