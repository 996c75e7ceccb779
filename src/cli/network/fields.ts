import { nearName } from '../../world/near-name';
import { quoted, shown } from '../../world/quoted';

/** What JSON.parse made of a request, once it is known to be an object. */
export type Request = Readonly<Record<string, unknown>>;

/** A request that cannot be answered. The message is one line that opens with the name of the field. */
export class BadRequest extends Error {}

export function refuse(field: string, why: string): never {
  throw new BadRequest(`${field}: ${why}`);
}

/** The largest amount that is taken, so that no sum or product of amounts leaves the range of numbers. */
const LARGEST = 1e100;

/** Most numbers in the table of an answer. */
const TABLE_MAX = 10_000_000;

/** Refuses a question whose answer would be a table too large to hold. */
export function refuseTable(field: string, n: number, columns: number, what: string): void {
  if (n * columns <= TABLE_MAX) return;
  refuse(field, `the answer would have ${n} by ${columns} numbers; ask for fewer ${what}`);
}

/** Refuses every field that the task does not know. */
export function refuseUnknown(request: Request, known: readonly string[]): void {
  for (const name of Object.keys(request)) {
    if (known.includes(name)) continue;
    const near = nearName(name, known);
    const hint = near === undefined ? `known are ${known.join(', ')}` : `did you mean ${near}?`;
    refuse(quoted(name), `there is no such field for this task; ${hint}`);
  }
}

/** A finite number from `lowest` to `highest`. */
export function numberWithin(value: unknown, path: string, lowest: number, highest: number): number {
  if (value === undefined) refuse(path, 'is missing');
  if (typeof value !== 'number') refuse(path, `must be a number, but is ${shown(value)}`);
  if (value >= lowest && value <= highest) return value;
  const must = highest === LARGEST ? `${lowest} or more, and at most ${LARGEST}` : `between ${lowest} and ${highest}`;
  return refuse(path, `must be ${must}, but is ${value}`);
}

/** An amount of money, or of anything else that is not negative. */
export function amount(value: unknown, path: string): number {
  return numberWithin(value, path, 0, LARGEST);
}

/** A whole number from `lowest` to `highest`: a node, or how many there are. */
export function whole(value: unknown, path: string, lowest: number, highest: number): number {
  if (value === undefined) refuse(path, 'is missing');
  if (typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest) return value;
  return refuse(path, `must be a whole number from ${lowest} to ${highest}, but is ${shown(value)}`);
}

/** A list of any length. */
export function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) refuse(path, 'is missing');
  return Array.isArray(value) ? value : refuse(path, `must be a list, but is ${shown(value)}`);
}

/** A list with one entry for each of the n nodes. */
export function perNode(value: unknown, path: string, n: number): readonly unknown[] {
  const entries = list(value, path);
  if (entries.length === n) return entries;
  return refuse(path, `must have ${count(n, 'entry', 'entries')}, one for each node, but has ${entries.length}`);
}

/** One amount for each node. */
export function amounts(value: unknown, path: string, n: number): Float64Array {
  return numbersWithin(value, path, n, 0, LARGEST);
}

/** One number from `lowest` to `highest` for each node. */
export function numbersWithin(value: unknown, path: string, n: number, lowest: number, highest: number): Float64Array {
  const entries = perNode(value, path, n);
  const numbers = new Float64Array(n);
  for (let i = 0; i < n; i++) numbers[i] = numberWithin(entries[i], `${path}[${i}]`, lowest, highest);
  return numbers;
}

/** Some of the n nodes, each at most once. */
export function nodes(value: unknown, path: string, n: number): readonly number[] {
  const seen = new Set<number>();
  list(value, path).forEach((entry, k) => {
    const node = whole(entry, `${path}[${k}]`, 0, n - 1);
    if (seen.has(node)) refuse(`${path}[${k}]`, `node ${node} occurs twice`);
    seen.add(node);
  });
  return [...seen];
}

/** One of a few words. */
export function choice<Word extends string>(value: unknown, path: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  return word ?? refuse(path, `must be ${words.map((text) => quoted(text)).join(' or ')}, but is ${shown(value)}`);
}

export function flag(value: unknown, path: string): boolean {
  return typeof value === 'boolean' ? value : refuse(path, `must be true or false, but is ${shown(value)}`);
}

/** "1 entry", "3 entries" */
export function count(n: number, one: string, more: string): string {
  return `${n} ${n === 1 ? one : more}`;
}
