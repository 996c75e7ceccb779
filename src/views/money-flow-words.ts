import type { Scope } from '../world/panels';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { investors } from './flows';
import { dollars } from './money';
import { type FlowTable, type MoneyFlow, type MoneyKind, moneyKinds, outside } from './money-flows';
import type { Stand } from './sankey';

/** What a payment is for, in a few words. */
export const kindWords: Readonly<Record<MoneyKind, string>> = {
  contract: 'instalments for compute',
  orders: 'orders',
  equity: 'equity from investors',
  cheque: 'equity from suppliers',
  own: 'revenue from customers outside',
  relet: 'rent of freed capacity',
  loan: 'loans and repayments',
  interest: 'interest',
  costs: 'costs and building outside',
  returned: 'money returned to shareholders',
};

const others: Readonly<Record<number, { readonly id: string; readonly name: string }>> = {
  [investors]: { id: 'investors', name: 'Investors' },
  [outside.customers]: { id: 'customers', name: 'Customers' },
  [outside.tenants]: { id: 'tenants', name: 'New tenants' },
  [outside.lenders]: { id: 'lenders', name: 'Lenders' },
  [outside.suppliers]: { id: 'suppliers', name: 'Suppliers' },
  [outside.shareholders]: { id: 'shareholders', name: 'Shareholders' },
};

/** Who stands at one end of a payment. */
export function moneyParty(
  cast: Cast,
  party: number,
): { readonly id: string; readonly name: string; readonly role?: string } {
  return others[party] ?? cast.firms[party];
}

/** What the payments of each kind come to, in the order of the kinds; also of those of which a quarter has none. */
export function kindsOf(flows: readonly MoneyFlow[]): { readonly kind: MoneyKind; readonly amount: number }[] {
  const sums = new Map<MoneyKind, number>();
  for (const { kind, amount } of flows) sums.set(kind, (sums.get(kind) ?? 0) + amount);
  return moneyKinds.flatMap((kind) => {
    const amount = sums.get(kind);
    return amount === undefined ? [] : [{ kind, amount }];
  });
}

/** The room for words beside the drawing. */
export interface WordsRoom {
  /** Letters of a name. */
  readonly letters: number;
  /** Does an amount stand below its name, and not behind it? Where it is narrow the bands need the width more. */
  readonly stacked: boolean;
}

/** In pixels, between two lines of words. */
export const lineHigh = 13;

/**
 * What stands beside a party in the drawing, line by line: its name, as far as there is room, and what it pays or is paid. Below each other both lines need a party that stands
 * nearly as high as one: so much is between two of them (sankey.ts) that they keep off their neighbours then.
 */
export function standWords(
  { party, amount, height }: Pick<Stand, 'party' | 'amount' | 'height'>,
  { letters, stacked }: WordsRoom,
  cast: Cast,
): readonly string[] {
  const { name } = moneyParty(cast, party);
  const short = name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name;
  if (!stacked) return [`${short} ${dollars(amount)}`];
  return height < lineHigh - 1 ? [short] : [short, dollars(amount)];
}

/** "In 2028 Q1 $120bn moves between firms and investors; 46% of it is orders." */
export function flowsFinding({ flows, totals }: FlowTable, t: number, scope: Scope, cast: Cast): string {
  const when = displayQuarter(t, cast.start);
  const [largest, ...more] = kindsOf(flows(t))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
  const who = scope === 'between' ? 'between firms and investors' : 'in, out and between';
  if (!largest) return `In ${when} no money moves ${who}.`;
  const moves = `In ${when} ${dollars(totals[t])} moves ${who}`;
  if (more.length === 0) return `${moves}, all of it ${kindWords[largest.kind]}.`;
  return `${moves}; ${percentOf(largest.amount, totals[t])} of it is ${kindWords[largest.kind]}.`;
}

/** What a firm is paid and pays in a quarter: "OpenAI is paid $17bn, most of it by investors, and pays $15bn, ..." */
export function firmFlowsWords(flows: readonly MoneyFlow[], firm: number, cast: Cast): string {
  const { name } = cast.firms[firm];
  const say = (pays: boolean) => {
    const own = flows.filter(({ from, to, amount }) => amount > 0 && (pays ? from : to) === firm);
    const all = own.reduce((sum, { amount }) => sum + amount, 0);
    const byParty = new Map<number, number>();
    for (const { from, to, amount } of own) {
      const party = pays ? to : from;
      byParty.set(party, (byParty.get(party) ?? 0) + amount);
    }
    const [largest] = [...byParty].sort((a, b) => b[1] - a[1]);
    const verb = pays ? 'pays' : 'is paid';
    if (!largest) return `${verb} nothing`;
    const whom = `${pays ? 'to' : 'by'} ${inSentence(moneyParty(cast, largest[0]))}`;
    const part = byParty.size === 1 ? `all ${whom}` : `${dollars(largest[1])} of it ${whom}`;
    return `${verb} ${dollars(all)}, ${part}`;
  };
  return `${name} ${say(false)}; it ${say(true)}.`;
}

const inSentence = ({ id, name }: { id: string; name: string }) =>
  Object.values(others).some((one) => one.id === id) ? name.toLowerCase() : name;

function percentOf(part: number, all: number): string {
  return `${Math.round((100 * part) / all)}%`;
}
