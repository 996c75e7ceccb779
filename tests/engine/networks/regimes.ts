import type { ClearingTerms, Edges } from '../../../src/engine/networks';
import { randomFrom } from './random';

/** A network of some size, and what it is cleared with. */
export interface Case {
  readonly nodes: number;
  readonly edges: Edges;
  readonly terms: ClearingTerms;
}

const mostEdges = 10;

/** Everyone owes up to ten others, drawn at random, amounts in cents. */
function randomEdges(nodes: number, random: () => number) {
  const each = Math.min(mostEdges, nodes - 1);
  const from: number[] = [];
  const to: number[] = [];
  const amount: number[] = [];
  for (let i = 0; i < nodes; i++) {
    for (let k = 0; k < each; k++) {
      // Any node but i itself.
      to.push((i + 1 + Math.floor(random() * (nodes - 1))) % nodes);
      from.push(i);
      amount.push((1 + Math.floor(random() * 10_000)) / 100);
    }
  }
  return { from, to, amount };
}

function flows({ from, to, amount }: ReturnType<typeof randomEdges>, nodes: number) {
  const due = new Float64Array(nodes);
  const claims = new Float64Array(nodes);
  amount.forEach((money, k) => {
    due[from[k]] += money;
    claims[to[k]] += money;
  });
  return { due, claims };
}

/**
 * Nearly everyone is sound: assets cover what is due beyond the claims, with up to a fifth of it to spare; one node in a hundred (at least
 * one) loses all its assets. A tenth of the debts is owed outside.
 */
export function easyCase(nodes: number, seed: number): Case {
  const random = randomFrom(seed);
  const edges = randomEdges(nodes, random);
  const { due, claims } = flows(edges, nodes);
  const outsideDebt = due.map((money) => money / 9);
  const assets = due.map((money, i) => Math.max(0, money + outsideDebt[i] - claims[i]) + 0.2 * random() * money);
  for (let k = 0; k < Math.max(1, nodes / 100); k++) assets[Math.floor(random() * nodes)] = 0;
  return { nodes, edges, terms: { assets, outsideDebt, alpha: 0.9, beta: 0.9 } };
}

/**
 * Nearly everyone defaults, and next to nothing leaves the network: assets are a tenth short of what is owed outside, which is `leak` of
 * all debts. Money goes round some 1 / leak times.
 */
export function hardCase(nodes: number, seed: number, leak = 5e-4): Case {
  const random = randomFrom(seed);
  const edges = randomEdges(nodes, random);
  const { due } = flows(edges, nodes);
  const outsideDebt = due.map((money) => leak * money);
  const assets = outsideDebt.map((money) => 1.8 * random() * money);
  return { nodes, edges, terms: { assets, outsideDebt } };
}
