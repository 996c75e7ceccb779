/**
 * npm run bench:networks: how long clearing takes, from 8 nodes to 100,000 with a million debts, in a calm network and in one where nearly
 * everybody defaults and money goes round a thousand times. Before anything is timed the answers are compared: with their certificate, with plain iteration
 * where that ends in time, and where there is but one clearing vector, with the least, which is found another way.
 *
 * Each timed clearing has other assets than the last. Visits count the edges looked at, all passes together: the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { compileCore } from '../../src/engine';
import { type Clearing, clear, createGraph, type Graph } from '../../src/engine/networks';
import { iterate } from '../engine/networks/iterate';
import { type Case, easyCase, hardCase } from '../engine/networks/regimes';
import { machine } from './machine';

const sizes = [8, 12, 16, 64, 1000, 10_000, 100_000];
const variants = 5;
/** Milliseconds per size and regime; samples take at least a tenth of a millisecond each. */
const budget = 500;
const shortest = 0.1;

/** The same network with assets that are up to a hundredth lower, one way for each variant. */
function varied({ terms }: Case): Float64Array[] {
  return Array.from({ length: variants }, (_, k) =>
    Float64Array.from(terms.assets, (e, i) => e * (1 - ((i + k) % variants) / (100 * variants))),
  );
}

const quantile = (sorted: readonly number[], share: number) => sorted[Math.round(share * (sorted.length - 1))];
const widestApart = (one: Float64Array, other: Float64Array) =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0);

/** Throws if an answer is not what it must be. Returns it, with what it was held against. */
function compare(network: Case, graph: Graph, unique: boolean): { answer: Clearing; against: string } {
  const answer = clear(graph, { ...network.terms, least: unique });
  const { greatest, least } = answer;
  const largest = greatest.payments.reduce((a, b) => Math.max(a, b), 0);
  if (!(greatest.bound <= 1e-9 * largest)) throw new Error(`${network.nodes} nodes: the bound is ${greatest.bound}`);
  const held = [];
  if (least) {
    const apart = widestApart(least.payments, greatest.payments);
    if (!(apart <= least.bound + greatest.bound)) throw new Error(`${network.nodes} nodes: two methods ${apart} apart`);
    held.push('least');
  }
  if (!unique || network.nodes <= 1000) {
    const apart = widestApart(iterate(network), greatest.payments);
    if (!(apart <= 1e-8 * largest)) throw new Error(`${network.nodes} nodes: iteration ends ${apart} away`);
    held.push('iteration');
  }
  return { answer, against: held.join(', ') };
}

/** Sorted times of one clearing, in nanoseconds, and the edges visited per clearing. */
function time(graph: Graph, network: Case, certify: boolean): { times: number[]; visits: number } {
  const assets = varied(network);
  let next = 0;
  const once = () => clear(graph, { ...network.terms, assets: assets[next++ % variants], certify });
  let batch = 1;
  const sample = () => {
    const start = performance.now();
    for (let k = 0; k < batch; k++) once();
    return performance.now() - start;
  };
  const first = sample();
  // What takes long needs no warming up.
  const slow = first > budget / 10;
  while (!slow && sample() < shortest) batch *= 2;
  const times = slow ? [1e6 * first] : [];
  const visitsBefore = graph.tables.work[0];
  const clearingsBefore = next;
  const fewest = certify ? 1 : 3;
  const end = performance.now() + budget;
  while (times.length < fewest || performance.now() < end) times.push((1e6 * sample()) / batch);
  const visits = (graph.tables.work[0] - visitsBefore) / (next - clearingsBefore);
  return { times: times.sort((a, b) => a - b), visits };
}

const micro = (nanoseconds: number) => (nanoseconds / 1000).toFixed(nanoseconds < 1e5 ? 2 : 0);
const columns = [
  'nodes',
  'debts',
  'defaults',
  'rounds',
  'median',
  '25%',
  '75%',
  'bounded',
  'ns/debt',
  'visits/debt',
  'ns/visit',
  'bound',
];
const line = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padStart(12)).join('');

const module = await compileCore(readFileSync(new URL('../../build/networks.wasm', import.meta.url)));
console.log(machine());
for (const [title, make, unique] of [
  ['calm: one node in a hundred has lost its assets', easyCase, false],
  ['hard: nearly everybody defaults, one part in 2,000 leaves the network', hardCase, true],
] as const) {
  console.log(
    `\n${title}\nmicroseconds per clearing; "bounded" is the median with its certificate\n\n${line(columns)}  held against`,
  );
  for (const nodes of sizes) {
    const network = make(nodes, 1);
    const graph = await createGraph(module, { nodes }, network.edges);
    const { answer, against } = compare(network, graph, unique);
    const plain = time(graph, network, false);
    const bounded = time(graph, network, true);
    const debts = network.edges.from.length;
    const median = quantile(plain.times, 0.5);
    const cells = [
      nodes,
      debts,
      answer.greatest.inDefault.reduce((sum, flag) => sum + flag, 0),
      answer.rounds,
      micro(median),
      micro(quantile(plain.times, 0.25)),
      micro(quantile(plain.times, 0.75)),
      micro(quantile(bounded.times, 0.5)),
      (median / debts).toFixed(1),
      (plain.visits / debts).toFixed(2),
      (median / plain.visits).toFixed(2),
      answer.greatest.bound.toExponential(1),
    ];
    console.log(`${line(cells)}  ${against}`);
  }
}
