import { createGraph, type Graph } from '../../engine/networks';
import type { Entries } from './entries';
import { amounts, numberWithin, type Request } from './fields';
import type { MatrixField } from './matrix';

/** One kind of request. */
export interface Task {
  /** The fields it knows, besides `task`. */
  readonly fields: readonly string[];
  /** Answers a request whose fields are all known. Throws a BadRequest if a field does not fit. */
  answer(request: Request, core: WebAssembly.Module): Promise<object>;
}

/** What the nodes owe each other: L_ij is owed by i to j. */
export const liabilities: MatrixField = { name: 'L', noDiagonal: 'a node cannot owe itself' };

/** The graph of a matrix: an entry in row i and column j is an edge from i to j. */
export function graphOf({ n, row, column, value }: Entries, core: WebAssembly.Module): Promise<Graph> {
  return createGraph(core, { nodes: n }, { from: row, to: column, amount: value });
}

/** An amount for each node; nothing, if the field is left out. */
export function amountsOrNone(request: Request, field: string, n: number): Float64Array {
  return request[field] === undefined ? new Float64Array(n) : amounts(request[field], field, n);
}

/** A share from 0 to 1; `usual`, if the field is left out. */
export function shareOr(usual: number, request: Request, field: string): number {
  return request[field] === undefined ? usual : numberWithin(request[field], field, 0, 1);
}
