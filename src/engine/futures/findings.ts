import type { Network } from '../network';
import type { Estimate } from './estimate';
import type { Sample } from './sample';

/** How a firm fared, quarter by quarter (arrays of `quarters`). */
export interface Survival {
  /** In how many futures it still stood, sound, after the quarter. */
  readonly standing: Int32Array;
  /** The same as a share of all. */
  readonly share: Float64Array;
  readonly standardError: Float64Array;
}

/** The share of futures in which a claim holds. */
export interface Odds extends Estimate {
  /** In how many it holds. */
  readonly held: number;
}

/**
 * Which amounts a future leaves behind, in billions. A firm, by its index: its bad debt, its stakes in labs that failed and its stranded capacity together.
 * `total`: the same summed over all firms. `lost`: the rests of terms that went with their payers. `cut`: flexible dues not taken within their terms.
 */
export type Amount = number | 'total' | 'lost' | 'cut';

/**
 * What the futures run so far came to: exactly futures 0 .. futures - 1, whoever ran them and in whatever blocks. More of them extend the same answers; they never
 * replace them. All that is handed out is worked out when it is asked for, and holds until the job it belongs to is superseded.
 */
export interface Findings {
  readonly network: Network;
  /** How many futures are in: even, and growing. */
  readonly futures: number;
  /** How many were asked for. */
  readonly count: number;
  survival(firm: number): Survival;
  /** In the order of the futures, the quarter at whose end a firm failed or was restructured; `network.quarters` where it never was. A view: longer and other once more futures are in. */
  fellAt(firm: number): Int16Array;
  /** Throws if the job did not ask for this claim. */
  odds(claim: string): Odds;
  /** The distribution of an amount over the futures. */
  amounts(amount: Amount): Sample;
  /** The distribution, in one quarter, of a column of the job (by its place there). */
  column(column: number, quarter: number): Sample;
  /** Quantiles of a column in each quarter, at ascending levels: one line of `quarters` numbers for each level. */
  band(column: number, levels: readonly number[]): readonly Float64Array[];
}
