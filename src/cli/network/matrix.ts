import { canonical, type Entries } from './entries';
import { amount, count, list, numberWithin, type Request, refuse, whole } from './fields';

/** Which matrix a task takes. */
export interface MatrixField {
  /** Its name in the request; `edges` with `n` may stand instead. */
  readonly name: string;
  /** Why nothing may stand on the diagonal, or undefined if something may. */
  readonly noDiagonal?: string;
  /** The largest entry, if it is not an amount. */
  readonly highest?: number;
}

/** Most nodes that a request may have: beyond this the answer alone would be unwieldy. */
const NODES_MAX = 1_000_000;
/** Most priority classes. */
const CLASSES_MAX = 64;

/** Reads the matrix of a request, given in full under its name or as `edges` with `n`. */
export function readMatrix(request: Request, field: MatrixField): Entries {
  const { name } = field;
  if (request.edges === undefined) {
    if (request[name] === undefined) refuse(name, 'is missing (or give edges and n instead)');
    const n = rowsOf(request[name], name);
    if (request.n !== undefined && request.n !== n) refuse('n', `${name} has ${count(n, 'row', 'rows')}`);
    return readFull(request[name], name, n, field);
  }
  if (request[name] !== undefined) refuse('edges', `give ${name} or edges, not both`);
  return readEdges(request.edges, 'edges', whole(request.n, 'n', 1, NODES_MAX), field);
}

/** Reads several matrices over the same nodes: without `n` each of them in full, with `n` each as edges or in full. */
export function readMatrices(value: unknown, path: string, size: unknown, field: MatrixField): readonly Entries[] {
  const given = list(value, path);
  if (given.length < 1 || given.length > CLASSES_MAX) {
    refuse(path, `must have from 1 to ${CLASSES_MAX} entries, but has ${given.length}`);
  }
  const n = size === undefined ? rowsOf(given[0], `${path}[0]`) : whole(size, 'n', 1, NODES_MAX);
  return given.map((each, c) => {
    const rows = list(each, `${path}[${c}]`);
    const full = size === undefined || isFull(rows, n, `${path}[${c}]`);
    return full ? readFull(rows, `${path}[${c}]`, n, field) : readEdges(rows, `${path}[${c}]`, n, field);
  });
}

/** How many nodes a matrix in full has. */
function rowsOf(value: unknown, path: string): number {
  const { length } = list(value, path);
  if (length < 1 || length > NODES_MAX) refuse(path, `must have from 1 to ${NODES_MAX} rows, but has ${length}`);
  return length;
}

/** Are these rows a matrix, and not edges? Three rows of three numbers may be either; where nothing tells them apart, the request is refused. */
function isFull(rows: readonly unknown[], n: number, path: string): boolean {
  const square = rows.length === n && rows.every((row) => Array.isArray(row) && row.length === n);
  if (!square || n !== 3) return square;
  const cells = rows as readonly (readonly unknown[])[];
  const isNode = (value: unknown) => value === 0 || value === 1 || value === 2;
  const maybeFull = cells.every((row, i) => row[i] === 0);
  const maybeEdges = cells.every(([i, j]) => isNode(i) && isNode(j) && i !== j);
  if (maybeFull && maybeEdges) {
    refuse(path, 'may be a matrix or three edges: leave n out and give matrices, or list the edges in another order');
  }
  return maybeFull;
}

function readFull(value: unknown, path: string, n: number, field: MatrixField): Entries {
  const rows = list(value, path);
  if (rows.length !== n) refuse(path, `must have ${count(n, 'row', 'rows')}, but has ${rows.length}`);
  const row: number[] = [];
  const column: number[] = [];
  const entries: number[] = [];
  rows.forEach((each, i) => {
    const cells = list(each, `${path}[${i}]`);
    if (cells.length !== n) {
      refuse(`${path}[${i}]`, `must have ${count(n, 'entry', 'entries')}, but has ${cells.length}`);
    }
    for (let j = 0; j < n; j++) {
      if (cells[j] === 0) continue;
      const x = entry(cells[j], `${path}[${i}][${j}]`, field);
      if (i === j && field.noDiagonal !== undefined) refuse(`${path}[${i}][${i}]`, `must be 0: ${field.noDiagonal}`);
      row.push(i);
      column.push(j);
      entries.push(x);
    }
  });
  return { n, row: Int32Array.from(row), column: Int32Array.from(column), value: Float64Array.from(entries) };
}

function readEdges(value: unknown, path: string, n: number, field: MatrixField): Entries {
  const edges = list(value, path);
  const row = new Int32Array(edges.length);
  const column = new Int32Array(edges.length);
  const entries = new Float64Array(edges.length);
  edges.forEach((each, k) => {
    if (!Array.isArray(each) || each.length !== 3) refuse(`${path}[${k}]`, 'must be three numbers: [from, to, amount]');
    const [i, j, x] = each as readonly unknown[];
    row[k] = whole(i, `${path}[${k}][0]`, 0, n - 1);
    column[k] = whole(j, `${path}[${k}][1]`, 0, n - 1);
    entries[k] = entry(x, `${path}[${k}][2]`, field);
    if (i === j && x !== 0 && field.noDiagonal !== undefined) refuse(`${path}[${k}]`, field.noDiagonal);
  });
  return canonical(n, row, column, entries);
}

function entry(value: unknown, path: string, { highest }: MatrixField): number {
  return highest === undefined ? amount(value, path) : numberWithin(value, path, 0, highest);
}
