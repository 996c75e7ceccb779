import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { contractsPaid, fallenBy, monthsOfCash, nothing, offerAgainst, onOffer } from './facts';
import { investors } from './flows';
import { dollars } from './money';
import { referenceWords } from './reference-words';
import type { Ring, RingFlow, RingNode } from './ring';
import { capital, counted, listed, numberWord } from './words';

/** A lab with less cash than this is worth a sentence. */
const tight = 6;
/** Money on offer counts as less than on the dotted line from here on. */
const less = 0.95;
/** Below this an amount reads as nothing. */
const worthSaying = 0.005;

/**
 * What the ring shows in quarter t, in a sentence or two. True in every world.
 *
 * @param quiet the run of the dotted line, which it is compared with, and `called` what that is called.
 */
export function findingOf(run: Run, quiet: Run, cast: Cast, t: number, called = referenceWords(false).name): string {
  const when = displayQuarter(t, cast.start);
  const name = (i: number) => cast.firms[i].name;
  const fallen = fallenBy(run, t);
  const now = fallen.filter((fall) => fall.t === t);
  if (now.length > 0) {
    const unpaid = now.reduce((all, { firm }) => all + run.firm.short[t * run.network.firms.length + firm], 0);
    const it = now.length === 1 ? 'it' : 'they';
    return `In ${when} ${fate(now, name)}: ${it} cannot pay ${dollars(unpaid)} that is due.`;
  }
  if (fallen.length > 0) return `${capital(since(fallen, cast))}.${missing(fallen, run, { quiet, called }, name, t)}`;
  return strained(run, { quiet, called }, cast, t);
}

/** The dotted line, and its name. */
interface Quiet {
  readonly quiet: Run;
  readonly called: string;
}

type Named = (i: number) => string;
type Falls = ReturnType<typeof fallenBy>;

/** "OpenAI and Anthropic fail", "Oracle is restructured" */
function fate(falls: Falls, name: Named): string {
  const failed = falls.filter(({ kind }) => kind === 'failed').map(({ firm }) => name(firm));
  const others = falls.filter(({ kind }) => kind === 'restructured').map(({ firm }) => name(firm));
  const parts = [];
  if (failed.length > 0) parts.push(`${listed(failed)} ${failed.length === 1 ? 'fails' : 'fail'}`);
  if (others.length > 0) parts.push(`${listed(others)} ${others.length === 1 ? 'is' : 'are'} restructured`);
  return parts.join(' and ');
}

/** "OpenAI failed in 2029 Q4, Oracle was restructured in 2030 Q1"; many are counted. */
function since(falls: Falls, cast: Cast): string {
  if (falls.length > 2) {
    const failed = falls.filter(({ kind }) => kind === 'failed').length;
    const others = falls.length - failed;
    const parts = [];
    if (failed > 0) parts.push(`${counted(failed, 'firm has', 'firms have')} failed`);
    if (others > 0) parts.push(`${numberWord(others)} ${others === 1 ? 'was' : 'were'} restructured`);
    return parts.join(', ');
  }
  return falls
    .map(({ firm, kind, t }) => {
      const verb = kind === 'failed' ? 'failed' : 'was restructured';
      return `${cast.firms[firm].name} ${verb} in ${displayQuarter(t, cast.start)}`;
    })
    .join(', ');
}

/** What those who are gone would be paying by now. Nothing to say if the dotted line has them pay nothing. */
function missing(falls: Falls, run: Run, { quiet, called }: Quiet, name: Named, t: number): string {
  const gone = falls.filter(({ kind }) => kind === 'failed');
  const planned = gone.reduce((all, { firm }) => all + contractsPaid(quiet, firm, t), 0);
  if (planned < worthSaying) return '';
  const paid = gone.reduce((all, { firm }) => all + contractsPaid(run, firm, t), 0);
  if (paid > worthSaying) return '';
  const alone =
    falls.length === 1 ? 'it' : gone.length < 3 ? listed(gone.map(({ firm }) => name(firm))) : 'those that failed';
  return ` In ${called} ${alone} ${gone.length === 1 ? 'pays' : 'pay'} ${dollars(planned)} this quarter.`;
}

/** While nobody has fallen: who misses a payment, who comes close, or that all is well. */
function strained(run: Run, { quiet, called }: Quiet, cast: Cast, t: number): string {
  const when = displayQuarter(t, cast.start);
  const { firms } = run.network;
  const offer =
    offerAgainst(run, quiet, t) < less
      ? `investors offer ${onOffer(run, t) < worthSaying ? 'nothing' : dollars(onOffer(run, t))} against ${dollars(onOffer(quiet, t))} in ${called}`
      : '';
  const short = firms.flatMap((_, i) => (run.firm.short[t * firms.length + i] > nothing ? [i] : []));
  if (short.length > 0) {
    const unpaid = short.reduce((all, i) => all + run.firm.short[t * firms.length + i], 0);
    const who = listed(short.map((i) => cast.firms[i].name));
    return `In ${when} ${who} cannot pay ${dollars(unpaid)} of what is due${offer && `; ${offer}`}.`;
  }
  const [worst] = firms
    .map((_, i) => ({ i, months: monthsOfCash(run, i, t) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.months - b.months);
  if (worst && worst.months < tight) {
    return `By ${when} ${cast.firms[worst.i].name} has ${cashFor(worst.months)}${offer && `; ${offer}`}.`;
  }
  return `In ${when} everyone who owes can pay${carried(run, t) || (offer && `, though ${offer}`)}.`;
}

/** Do the suppliers put more into the labs than the investors, in a quarter in which it matters? */
function carried({ network, firm, vendor }: Run, t: number): string {
  const over = (series: Float64Array, count: number) =>
    series.subarray(t * count, (t + 1) * count).reduce((all, x) => all + x, 0);
  const suppliers = over(vendor.given, network.vendors.length);
  const outside = over(firm.investors, network.firms.length);
  if (suppliers < 1 || suppliers <= outside) return '';
  const given = outside < worthSaying ? 'nothing' : dollars(outside);
  return `: suppliers put ${dollars(suppliers)} into the labs, investors ${given}`;
}

/** "three months of cash", "no cash left"; how fast it would go is said of what there is. */
export function cashFor(months: number, pace = ''): string {
  if (months < 0.05) return 'no cash left';
  const time = months < 0.95 ? 'less than a month' : counted(Math.round(months), 'month');
  return `${time} of cash${pace}`;
}

/** Names of the firms that worry their suppliers even in the plan, at one time or another. */
export function worriedAbout({ network, firm }: Run, cast: Cast): string {
  const { firms, quarters } = network;
  const alarmed = (i: number) => Array.from({ length: quarters }, (_, t) => firm.alarmed[t * firms.length + i]);
  return listed(cast.firms.flatMap(({ name }, i) => (alarmed(i).some((x) => x > 0) ? [name] : [])));
}

/** Whom a party pays and who pays it, in a sentence. */
export function partySentence({ nodes, flows }: Ring, party: number): string {
  const names = new Map(nodes.map((node) => [node.party, node.party === investors ? 'investors' : node.name]));
  const amounts = (chosen: readonly RingFlow[], other: 'from' | 'to', link: string) =>
    listed(
      chosen
        .toSorted((a, b) => b.amount - a.amount)
        .map((flow) => `${dollars(flow.amount)} ${link} ${names.get(flow[other])}`),
    );
  const moving = flows.filter(({ amount }) => amount >= worthSaying);
  const invests = ({ kind }: RingFlow) => kind === 'equity' || kind === 'cheque';
  const out = moving.filter(({ from }) => from === party);
  const into = moving.filter(({ to }) => to === party);
  const parts = [
    ['pays', out.filter((flow) => !invests(flow)), 'to', 'to'],
    ['is paid', into.filter((flow) => !invests(flow)), 'from', 'by'],
    ['raises', into.filter(invests), 'from', 'from'],
    [party === investors ? 'put' : 'puts', out.filter(invests), 'to', 'into'],
  ] as const;
  const said = parts.flatMap(([verb, chosen, other, link]) =>
    chosen.length > 0 ? [`${verb} ${amounts(chosen, other, link)}`] : [],
  );
  const name = nodes.find((node) => node.party === party)?.name ?? '';
  if (said.length === 0) return `No money moves to or from ${names.get(party)} this quarter.`;
  return `${name} ${said.join('; ')}.`;
}

/** The drawing in words: how everyone stands, and the largest payments. */
export function describe({ nodes, flows }: Ring, when: string): string {
  const names = new Map(nodes.map((node) => [node.party, node.name]));
  const largest = flows
    .filter(({ amount }) => amount >= worthSaying)
    .toSorted((a, b) => b.amount - a.amount)
    .slice(0, 5)
    .map(({ from, to, amount }) => `${names.get(from)} to ${names.get(to)} ${dollars(amount)}`);
  const standing = nodes.map(({ name, state }: RingNode) => `${name} ${state}`).join(', ');
  const paid = largest.length > 0 ? ` The largest payments: ${listed(largest)}.` : ' No money moves.';
  return `A ring of firms in ${when}, money moving between them. ${standing}.${paid}`;
}

/** What a link is for, in a table. */
export function purposeOf({ kind }: RingFlow): string {
  return { contract: 'compute, by contract', orders: 'orders', equity: 'equity', cheque: 'equity, from a supplier' }[
    kind
  ];
}
