import type { Network } from '../network';
import type { Job } from './job';

/** Which numbers a future leaves behind. Their count is what one future costs in memory. */
export interface Shape {
  readonly quarters: number;
  readonly firms: number;
  /** Amounts of money: the losses of each firm, then those of all, the rests of terms lost, and the dues cut. */
  readonly amounts: number;
  /** Numbers of the columns: one for each column and quarter. */
  readonly values: number;
  readonly claims: number;
}

export function shapeOf(network: Network, { columns, claims }: Pick<Job, 'columns' | 'claims'>): Shape {
  const { quarters } = network;
  const firms = network.firms.length;
  return { quarters, firms, amounts: firms + 3, values: columns.length * quarters, claims: claims.length };
}

/** What a block of consecutive futures came to: each table has a row per quantity and a column per future. */
export interface Block {
  readonly count: number;
  /** amounts x count, billions. */
  readonly amounts: Float64Array;
  /** (columns x quarters) x count, read at `(column * quarters + t) * count + k`. */
  readonly values: Float64Array;
  /** firms x count: when each firm fell. */
  readonly fellAt: Int32Array;
  /** claims x count: 1 where it holds. */
  readonly holds: Uint8Array;
}

/** Bytes of a block of `count` futures. */
export function blockBytes({ amounts, values, firms, claims }: Shape, count: number): number {
  return count * (8 * (amounts + values) + 4 * firms + claims);
}

/** A block's tables, as views of a buffer that is large enough: one buffer is one thing to hand over. */
export function blockIn(buffer: ArrayBuffer, { amounts, values, firms, claims }: Shape, count: number): Block {
  const fellAtByte = 8 * count * (amounts + values);
  return {
    count,
    amounts: new Float64Array(buffer, 0, amounts * count),
    values: new Float64Array(buffer, 8 * count * amounts, values * count),
    fellAt: new Int32Array(buffer, fellAtByte, firms * count),
    holds: new Uint8Array(buffer, fellAtByte + 4 * firms * count, claims * count),
  };
}
