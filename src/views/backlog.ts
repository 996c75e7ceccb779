import type { Network } from '../engine';
import type { Cast } from '../world/session.svelte';
import { sourced } from './figure-words';

/** Which four clouds are counted: those of the filings, or those of an essay that has Meta where the filings have Oracle. */
export const countings = ['filings', 'essay'] as const;
export type Counting = (typeof countings)[number];

/** Who is in the place that the two countings fill differently, and the total that the essay gives. */
const seat = { filings: 'oracle', essay: 'meta' } as const;
const essayTotal = 'four-cloud-essay-error';

/** Where each cloud says what it has on its books; and where a deal was signed after the books were struck, the two together. */
const books: readonly { readonly id: string; readonly figure: string; readonly since?: string }[] = [
  { id: 'meta', figure: 'big-four-excludes-meta' },
  { id: 'oracle', figure: 'oracle-rpo' },
  { id: 'microsoft', figure: 'microsoft-rpo' },
  { id: 'amazon', figure: 'aws-backlog', since: 'aws-backlog-incl-anthropic' },
  { id: 'google', figure: 'google-cloud-backlog' },
];

/** The id of all payers that are no lab of the network. */
export const elsewhere = 'others';

/** A cloud and what customers have promised it, in billions. */
export interface Book {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** On its books at its last report. */
  readonly booked: number;
  /** Promised after that report. */
  readonly since: number;
  /** Who owes it how much, labs in the order of the network and then everyone else. Adds up to `booked` and `since`. */
  readonly owed: readonly { readonly payer: string; readonly amount: number }[];
}

/** The books of all clouds that one of the two countings has. */
export function booksOf(network: Network, cast: Cast): Book[] {
  return books.map(({ id, figure, since }) => {
    const firm = cast.firms.find((other) => other.id === id);
    if (!firm) throw new Error(`The network has no firm "${id}"`);
    const booked = sourced(figure).value;
    const later = since === undefined ? 0 : sourced(since).value - booked;
    const owed = network.contracts
      .filter(({ payee }) => payee === id)
      .map(({ payer, total }) => ({ payer, amount: total }));
    const rest = booked + later - owed.reduce((sum, { amount }) => sum + amount, 0);
    return {
      id,
      name: firm.name,
      role: firm.role,
      booked,
      since: later,
      owed: rest > 0 ? [...owed, { payer: elsewhere, amount: rest }] : owed,
    };
  });
}

/** The debt that was signed after the books were struck, by its place in `owed`; -1 if there is none: the last of a lab. */
export function lateDebt({ owed, since }: Pick<Book, 'owed' | 'since'>): number {
  return since > 0 ? owed.findLastIndex(({ payer }) => payer !== elsewhere) : -1;
}

/** Is the cloud among the four of this counting? */
export function isCounted(id: string, counting: Counting): boolean {
  return id === seat[counting] || (id !== seat.filings && id !== seat.essay);
}

/** What four clouds come to, in billions. */
export interface Count {
  readonly booked: number;
  readonly since: number;
  /** Owed by the labs, with what was promised since. */
  readonly labs: number;
  /** Their share of all that is booked and promised since. */
  readonly share: number;
  /** What the essay says the total is. */
  readonly claimed: number;
}

export function countOf(all: readonly Book[], counting: Counting): Count {
  const counted = all.filter(({ id }) => isCounted(id, counting));
  const booked = counted.reduce((sum, book) => sum + book.booked, 0);
  const since = counted.reduce((sum, book) => sum + book.since, 0);
  const labs = counted.reduce((sum, book) => sum + labsOwe(book), 0);
  return { booked, since, labs, share: labs / (booked + since), claimed: sourced(essayTotal).value };
}

/** What the labs owe to one cloud, in billions. */
export function labsOwe({ owed }: Book): number {
  return owed.reduce((sum, { payer, amount }) => (payer === elsewhere ? sum : sum + amount), 0);
}
