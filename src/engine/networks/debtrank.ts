import { createGraph, type Graph } from './graph';
import { write } from './solve';

/** Claims side by side, each pair at most once: `creditor[k]` has a claim of `amount[k]` on `debtor[k]`. */
export interface Claims {
  readonly creditor: ArrayLike<number>;
  readonly debtor: ArrayLike<number>;
  readonly amount: ArrayLike<number>;
}

/** Claims and the equity that bears their losses, in the engine's memory. */
export interface ExposedNetwork {
  readonly graph: Graph;
  readonly buffer: Float64Array;
}

/**
 * Puts claims and buffers into an instance of the engine of its own. The impact of debtor j on creditor i is i's claim on j over i's buffer.
 *
 * @param buffer equity of each node, above 0: a node without any has failed before any shock and does not belong here.
 * @param cap true: no single claim costs its owner more than the whole buffer, the impact is at most 1 (Battiston 2012); false: no
 *   limit (Bardoscia 2015). It matters where one claim exceeds the buffer.
 */
export async function exposeNetwork(
  module: WebAssembly.Module,
  claims: Claims,
  buffer: ArrayLike<number>,
  cap = true,
): Promise<ExposedNetwork> {
  const { creditor, debtor, amount } = claims;
  const equity = Float64Array.from(buffer);
  equity.forEach((money, i) => {
    if (!(money > 0 && money < Infinity)) throw new Error(`The buffer of node ${i} must be above 0, not ${money}.`);
  });
  const borne = Float64Array.from(amount);
  if (cap) for (let k = 0; k < borne.length; k++) borne[k] = Math.min(borne[k], equity[creditor[k]]);
  const edges = { from: debtor, to: creditor, amount: borne };
  return { graph: await createGraph(module, { nodes: equity.length }, edges), buffer: equity };
}

/** Which DebtRank. */
export interface DebtRankOptions {
  /**
   * `linear`: every loss is passed on, also a node's second and third; the least solution of h = min(1, h0 + V^T h), exactly (Bardoscia 2015).
   * `single`: a node passes stress on once (Battiston 2012). That is not monotone: a larger shock may do less harm. Default `linear`.
   */
  readonly mode?: 'linear' | 'single';
  /** With `single`: does a node that has passed stress on stop taking it up? Default false, as published. */
  readonly frozen?: boolean;
  /** Weight of each node in the sum, not all 0; brought to a total of 1. Default: the buffers. */
  readonly weights?: ArrayLike<number>;
  /**
   * `capped`: a node's loss ends with its buffer. `uncapped`: it is all that the shock and the stress of its debtors take, of which its own
   * creditors bear what exceeds the buffer. Default `capped`.
   */
  readonly losses?: 'capped' | 'uncapped';
}

/** Where stress ends up. */
export interface Stress {
  /** Share of its buffer that each node has lost, 0 to 1. */
  readonly stress: Float64Array;
  /** Weighted sum of the stress that was not there at first: 0 to 1 less the weighted shock. */
  readonly debtRank: number;
  /** What each node has lost in all, in money. */
  readonly losses: Float64Array;
  /** The most by which the stress of a node breaks h = min(1, h0 + V^T h). 0 with a single hit, where nothing has to be solved. */
  readonly residual: number;
}

/**
 * DebtRank: how far the loss of equity spreads before anybody defaults.
 *
 * @param shock share of its buffer that each node has lost at first, 0 to 1.
 */
export function debtRank(network: ExposedNetwork, shock: ArrayLike<number>, options: DebtRankOptions = {}): Stress {
  const { graph, buffer } = network;
  const { core, tables } = graph;
  const { mode = 'linear', frozen = false, weights = buffer, losses = 'capped' } = options;
  if (frozen && mode === 'linear') throw new Error('Only with a single hit can a node be frozen.');
  write(tables.x, shock, 'shock');
  tables.x.forEach((h, i) => {
    if (h < 0 || h > 1) throw new Error(`The shock of node ${i} must be from 0 to 1, not ${h}.`);
  });
  const first = tables.x.slice();
  tables.diagonal.set(buffer);
  tables.base.set(first.map((h, i) => buffer[i] * h));
  if (mode === 'linear') core.linearStress();
  else core.singleHitStress(frozen);
  // What has no debtor in distress keeps its shock to the last digit, though it went through a product and a quotient.
  const stress = tables.x.map((h, i) => Math.max(h, first[i]));
  const lost = tables.base.slice();
  return {
    stress,
    residual: mode === 'linear' ? largestGap(stress, lost, buffer) : 0,
    debtRank: weightedRise(first, stress, weights),
    losses: losses === 'capped' ? stress.map((h, i) => buffer[i] * h) : lost,
  };
}

function largestGap(stress: Float64Array, lost: Float64Array, buffer: Float64Array): number {
  return stress.reduce((gap, h, i) => Math.max(gap, Math.abs(h - Math.min(1, lost[i] / buffer[i]))), 0);
}

function weightedRise(before: Float64Array, after: Float64Array, weights: ArrayLike<number>): number {
  let rise = 0;
  let total = 0;
  after.forEach((h, i) => {
    if (!(weights[i] >= 0)) throw new Error(`The weight of node ${i} must not be negative, as ${weights[i]} is.`);
    rise += weights[i] * (h - before[i]);
    total += weights[i];
  });
  if (total === 0) throw new Error('The weights must not all be 0.');
  return rise / total;
}
