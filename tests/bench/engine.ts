/**
 * npm run bench: how long one whole run of the shipped network takes, in the engine and in its slow twin. The answers are compared before
 * anything is timed. Every timed run has other dials, as under a reader's hand, so that nothing can be kept from one to the next.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Bench, type Task } from 'tinybench';
import { compileCore, createEngine, followTheDollar, type Levers } from '../../src/engine';
import { usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { difference } from '../engine/difference';
import { runTwin } from '../twin/twin';
import { machine } from './machine';

/** The music stops, 101 ways: the severity from nothing to all, with growth and firmness falling a little. */
const worlds: readonly Levers[] = Array.from({ length: 101 }, (_, k) =>
  usualLevers({ stop: 4, severity: k / 100, growth: 0.6 - k / 1000, firmness: 1 - k / 400 }),
);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;

/** A row of the table: microseconds. */
function row({ name, result }: Task): string {
  if (result.state !== 'completed') throw new Error(`"${name}" did not finish`);
  const { p50, p75, p99, min, samplesCount } = result.latency;
  const [least, median, upper, late] = [min, p50, p75, p99].map((ms) => (1000 * ms).toFixed(1).padStart(9));
  return `${name.padEnd(26)}${least}${median}${upper}${late}${String(samplesCount).padStart(9)}`;
}

const network = shippedNetwork();
const bytes = readFileSync(new URL('../../build/core.wasm', import.meta.url));
const engine = await createEngine(await compileCore(bytes), network);

let failures = 0;
for (const levers of worlds) {
  const run = engine.run(levers);
  const apart = difference(run, runTwin(network, levers));
  if (apart) throw new Error(`engine and twin disagree: ${apart}`);
  if (run.events.some(({ kind }) => kind === 'failed')) failures++;
}
console.log(machine());
console.log(`${network.firms.length} firms, ${network.contracts.length} contracts, ${network.quarters} quarters`);
console.log(
  `engine and twin agree to 1e-9 in ${worlds.length} worlds; a firm fails in ${percent(failures, worlds.length)} of them`,
);
console.log(`core.wasm: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip\n`);

const bench = new Bench({ time: 2000, warmupTime: 500 });
let next = 0;
const another = () => worlds[next++ % worlds.length];
bench.add('engine, one run', () => {
  engine.run(another());
});
bench.add('engine, run and log', () => {
  engine.run(another()).events.length;
});
const stopped = (await createEngine(await compileCore(bytes), network)).run(
  usualLevers({ stop: 4, severity: 0.9, growth: 0.6 }),
);
bench.add('dollar followed, one run', () => {
  followTheDollar(stopped);
});
bench.add('twin, one run', () => {
  runTwin(network, another());
});
await bench.run();
console.log(
  `${'microseconds'.padEnd(26)}${['least', 'median', '75%', '99%', 'runs'].map((word) => word.padStart(9)).join('')}`,
);
for (const task of bench.tasks) console.log(row(task));
