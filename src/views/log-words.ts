import type { Cause, Event } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { dollars } from './money';
import { printed } from './sums';
import { possessive } from './words';

/** A piece of a sentence: plain, or the name of a firm, or words that lead to an earlier line. */
export interface Part {
  readonly text: string;
  /** Index of the firm that the words name. */
  readonly firm?: number;
  /** Key of the line that the words speak of. */
  readonly line?: string;
}

/** What the sentences of a log are made from. */
export interface Material {
  readonly events: readonly Event[];
  readonly cast: Cast;
  /** All events that one line tells of, oldest first, as indices of the log: the event alone if it stands for itself. */
  readonly row: (event: number) => readonly number[];
  /** What its default burned of the firm that misses. Billions. */
  readonly burned: (miss: Event) => number;
}

/** Names an event in any run: a firm misses, falls, or loses one contract at most once a quarter. */
export function keyOf({ t, kind, firm, contract }: Event): string {
  return [t, kind, firm, ...(contract === undefined ? [] : [contract])].join('-');
}

const plain = (text: string): Part => ({ text });

const trace = 'less than $0.01bn';

/** Amounts that would be said as "$0bn". */
function sum(billions: number): string {
  return billions < 0.005 ? trace : dollars(billions);
}

function nameOf({ cast }: Material, firm: number | undefined, line?: string): Part {
  if (firm === undefined) return plain('someone');
  return { text: cast.firms[firm].name, firm, ...(line === undefined ? {} : { line }) };
}

function lineOf({ events, row }: Material, event: number | undefined): string | undefined {
  return event === undefined ? undefined : keyOf(events[row(event)[0]]);
}

/** "in 5 quarters in a row, 2028 Q1 to 2029 Q1" and what led to it. */
export function missSentences(material: Material, row: readonly number[]): Part[] {
  const { events, cast } = material;
  const first = events[row[0]];
  const last = events[row[row.length - 1]];
  const who = nameOf(material, first.firm);
  if (first === last) {
    const burned = material.burned(first);
    const by = burned > 0 ? `, of which ${sum(burned)} is burned by its default itself` : '';
    return [who, plain(` cannot pay ${sum(first.amount)} of what it owes${by}.`), ...reasons(material, first)];
  }
  const [from, to] = [first, last].map(({ t }) => displayQuarter(t, cast.start));
  const short = `short of ${sum(first.amount)} at first and of ${sum(last.amount)} at last`;
  const burned = row.some((event) => material.burned(events[event]) > 0)
    ? ' A part of that is burned by its default itself.'
    : '';
  const opening = reasons(material, first);
  const later = last.causes.filter(
    ({ kind, from: party }) => !first.causes.some((cause) => cause.kind === kind && cause.from === party),
  );
  const more = reasons(material, { ...last, causes: later.filter(({ kind }) => kind !== 'again') });
  return [
    who,
    plain(` cannot pay all it owes for ${row.length} quarters in a row, ${from} to ${to}: ${short}.${burned}`),
    ...(opening.length > 0 ? [plain(' At first:'), ...opening] : []),
    ...(more.length > 0 ? [plain(' Towards the end:'), ...more] : []),
  ];
}

export function fallSentences(material: Material, { kind, firm, causes }: Event): Part[] {
  const line = lineOf(material, causes[0]?.event);
  const after: Part = {
    text: causes.length > 1 ? `after ${causes.length} missed quarters in a row` : 'after one missed quarter',
    ...(line === undefined ? {} : { line }),
  };
  const who = nameOf(material, firm);
  if (kind === 'failed') return [who, plain(' fails '), after, plain('.')];
  return [who, plain(' is restructured '), after, plain('. Its debt is struck out and it goes on, building less.')];
}

/** What ends with one firm, and with whom: "OpenAI’s contracts end with its fall: $171bn will not come to Microsoft and $155bn to Oracle." What is listed adds up to what is told elsewhere of all of it. */
export function endSentences(material: Material, row: readonly number[]): Part[] {
  const ended = row.map((event) => material.events[event]);
  const [{ by, causes }] = ended;
  const cause = causes[0]?.event;
  const fall: Part = {
    text: cause !== undefined && material.events[cause].kind === 'restructured' ? 'its restructuring' : 'its fall',
    ...(cause === undefined ? {} : { line: lineOf(material, cause) }),
  };
  const payer = nameOf(material, by);
  const owed = new Map<number, number>();
  for (const { firm, amount } of ended) owed.set(firm, (owed.get(firm) ?? 0) + amount);
  const { parts, say } = printed([...owed.values()]);
  const losses = [...owed.keys()].flatMap((firm, k) => [
    plain(
      `${k === 0 ? ': ' : k === owed.size - 1 ? ' and ' : ', '}${parts[k] > 0 ? say(parts[k]) : trace}${k === 0 ? ' will not come' : ''} to `,
    ),
    nameOf(material, firm),
  ]);
  return [
    { ...payer, text: possessive(payer.text) },
    plain(` ${ended.length === 1 ? 'contract ends' : 'contracts end'} with `),
    fall,
    ...losses,
    plain('.'),
  ];
}

/** What led to a miss, a sentence for each kind of cause. */
function reasons(material: Material, { causes, amount: short }: Pick<Event, 'causes' | 'amount'>): Part[] {
  const of = (kind: Cause['kind']) => summed(causes.filter((cause) => cause.kind === kind));
  const amountOf = (kind: Cause['kind']) => of(kind)[0]?.amount ?? 0;
  const parts: Part[] = [];

  const again = of('again')[0];
  if (again) {
    const line = lineOf(material, again.event);
    parts.push(plain(' It had '), { text: 'missed the quarter before', ...(line ? { line } : {}) }, plain(' too.'));
  }
  for (const { from, event, amount } of of('unpaid')) {
    parts.push(plain(' '), nameOf(material, from, lineOf(material, event)), plain(` did not pay it ${sum(amount)}.`));
  }
  for (const { from, event, amount } of of('unsold')) {
    parts.push(plain(' '), nameOf(material, from, lineOf(material, event)));
    parts.push(plain(` did not pay for ${sum(amount)} of orders.`));
  }
  for (const { from, event, amount } of of('ended')) {
    parts.push(plain(' The contract with '), nameOf(material, from, lineOf(material, event)));
    parts.push(plain(`, which had ended, would have brought ${sum(amount)}.`));
  }
  for (const { from, amount } of of('cut')) {
    parts.push(plain(' '), nameOf(material, from));
    parts.push(plain(` had taken ${sum(amount)} less than agreed the quarter before.`));
  }
  const [unfunded, unlent] = [amountOf('unfunded'), amountOf('unlent')];
  if (unfunded > 0) parts.push(plain(` Of the new money it had asked for, ${sum(unfunded)} did not come.`));
  if (unlent > 0) parts.push(plain(` Nobody lent it ${sum(unlent)} that it ${unfunded > 0 ? 'still ' : ''}wanted.`));
  // Both are reckoned with what it would buy beyond its bills, and with what it means to keep in the bank.
  if (unfunded + unlent > 2 * short)
    parts.push(plain(' Most of that was to buy with and to keep, not for these bills.'));
  return parts;
}

/** Several contracts with one party count as one cause. */
function summed(causes: readonly Cause[]): Cause[] {
  const parties = new Map<number | undefined, Cause>();
  for (const cause of causes) {
    const before = parties.get(cause.from);
    parties.set(cause.from, before ? { ...before, amount: before.amount + cause.amount } : cause);
  }
  return [...parties.values()];
}
