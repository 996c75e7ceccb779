import type { Graph } from './graph';
import { write } from './solve';

/** What a network is cleared with, beside its edges (edge i -> j: what i owes j). Lists have one entry per node; amounts are of at least 0. */
export interface ClearingTerms {
  /** Outside assets e: what a node has before others pay it. */
  readonly assets: ArrayLike<number>;
  /** Debt to outside that ranks with the most junior class of the network's debts (pari passu). Default 0. */
  readonly outsideDebt?: ArrayLike<number>;
  /** Debt to outside that is paid before all others. Default 0. */
  readonly seniorDebt?: ArrayLike<number>;
  /** Share of its outside assets that a node in default can pay out, 0 to 1. Default 1. */
  readonly alpha?: number;
  /** Share of its inflow that a node in default can pay out, 0 to 1. Default 1. */
  readonly beta?: number;
  /** Find the least clearing vector as well? Only with one class of debts. Default false. */
  readonly least?: boolean;
  /** Find how large the error can be? Takes about as long again where much is in default. Default true. */
  readonly certify?: boolean;
}

/** A clearing vector, and what it is worth. All amounts in the units of the edges. */
export interface ClearingVector {
  /** What each node pays on its debts, to the network and pari passu to outside; without senior debt. */
  readonly payments: Float64Array;
  /** The same by class of debt, read at `i * classes + c`. */
  readonly byClass: Float64Array;
  /** 1 for a node that cannot pay all it owes. */
  readonly inDefault: Uint8Array;
  /** Largest |Phi(p) - p| over nodes (and classes): how far the payments are from the rule they obey. NaN if not certified. */
  readonly residual: number;
  /**
   * No payment is further than this from the exact clearing vector of the numbers as they are held in 64 bits. Assumes that the payments of earlier rounds
   * were solved as well as the last, which are the ones checked. Infinity if some node is so near to the threshold of default, or to paying another
   * class, that rounding could decide. NaN if not certified.
   */
  readonly bound: number;
}

/** An answer of `clear`; its arrays are yours to keep. */
export interface Clearing {
  /** The greatest clearing vector: the most that everyone can pay at once. */
  readonly greatest: ClearingVector;
  /** The least: what is paid if everyone expects the worst. */
  readonly least?: ClearingVector;
  /** Waves of default on the way to the greatest vector. */
  readonly rounds: number;
  /**
   * The wave in which a node falls: 1 for who cannot pay although all others do, 2 for who cannot once these pay only what they can, all
   * solved together, and so on (fictitious default). 0 for who pays in full. The same at every size of network.
   */
  readonly fellIn: Int32Array;
}

/**
 * Clears a network: finds what everyone pays, if each pays its debts in full when assets and inflow suffice, and otherwise pays out what is
 * left of them after default costs, class by class and pro rata within a class.
 *
 * Equality is solvency, to one part in 10^12, so that balanced books in decimals default nowhere. Who owes nothing is never in default.
 * With alpha = beta = 1 this is Eisenberg and Noe, Management Science 47 (2001); else Rogers and Veraart, Management Science 59 (2013);
 * classes of debt as in Elsinger, OeNB Working Paper 156 (2009).
 *
 * Throws if a list is not as long as there are nodes, an amount is negative or not a number, a fraction is not within 0 to 1, a node owes
 * itself, or the least vector is asked for with several classes.
 */
export function clear(graph: Graph, terms: ClearingTerms): Clearing {
  const { core, tables, classes } = graph;
  const { alpha = 1, beta = 1, least = false, certify = true } = terms;
  checkFraction('alpha', alpha);
  checkFraction('beta', beta);
  if (least && classes > 1) throw new Error('The least clearing vector is found for one class of debts only.');
  const debtToSelf = firstAbove(tables.loop, 0);
  if (debtToSelf >= 0) throw new Error(`Node ${debtToSelf} owes itself.`);
  writeAmounts(tables.assets, terms.assets, 'assets');
  writeAmounts(tables.outsideDebt, terms.outsideDebt, 'outsideDebt');
  writeAmounts(tables.seniorDebt, terms.seniorDebt, 'seniorDebt');

  const rounds = core.clearGreatest(alpha, beta, certify);
  if (least) core.clearLeast(alpha, beta, certify);
  const vector = (byClass: Float64Array, inDefault: Uint8Array, at: number): ClearingVector => ({
    payments: totals(byClass, classes),
    byClass: byClass.slice(),
    inDefault,
    residual: certify ? tables.certificate[at] : Number.NaN,
    bound: certify ? tables.certificate[at + 1] : Number.NaN,
  });
  const fellIn = tables.fallenIn.slice();
  const answer = { greatest: vector(tables.greatest, flags(fellIn), 0), rounds, fellIn };
  return least ? { ...answer, least: vector(tables.least, flags(tables.inDefault), 2) } : answer;
}

// Plain loops below: a network may have 100,000 nodes, and callbacks cost more than the clearing.

function firstAbove(table: Float64Array, limit: number): number {
  for (let k = 0; k < table.length; k++) if (table[k] > limit) return k;
  return -1;
}

/** 1 where there is anything. */
function flags(table: Int32Array): Uint8Array {
  const result = new Uint8Array(table.length);
  for (let k = 0; k < table.length; k++) if (table[k] !== 0) result[k] = 1;
  return result;
}

function totals(byClass: Float64Array, classes: number): Float64Array {
  if (classes === 1) return byClass.slice();
  const sums = new Float64Array(byClass.length / classes);
  for (let t = 0; t < byClass.length; t++) sums[Math.floor(t / classes)] += byClass[t];
  return sums;
}

function checkFraction(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new Error(`"${name}" must be a number from 0 to 1, not ${value}.`);
}

function writeAmounts(table: Float64Array, values: ArrayLike<number> | undefined, name: string): void {
  if (!values) {
    table.fill(0);
    return;
  }
  write(table, values, name);
  for (let k = 0; k < table.length; k++) {
    if (table[k] < 0) throw new Error(`Entry ${k} of "${name}" is negative: ${table[k]}.`);
  }
}
