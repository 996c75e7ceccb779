/**
 * Clearing once more: in exact arithmetic, from the definition, slow and obvious. Every node is tried in every state (pays in full, pays
 * in part up to this or that class, pays nothing); the payments that follow are solved for exactly, and kept if they obey the rule.
 */
import { Fraction, solveExactly } from './fraction';

/** A network in whole amounts. `debts[c][i][j]` is what i owes j in class c; fractions are in twentieths. */
export interface WholeNetwork {
  readonly debts: readonly (readonly (readonly number[])[])[];
  readonly assets: readonly number[];
  readonly outsideDebt: readonly number[];
  readonly seniorDebt: readonly number[];
  readonly alpha: number;
  readonly beta: number;
}

/** In class c (pays the classes before it in full), or 'full', or 'nothing'. */
type State = number | 'full' | 'nothing';

const { zero, one } = Fraction;
const whole = (x: number) => Fraction.of(BigInt(x), 1n);
const twentieths = (x: number) => Fraction.of(BigInt(x), 20n);
const sum = (parts: readonly Fraction[]) => parts.reduce((total, part) => total.plus(part), zero);
const larger = (a: Fraction, b: Fraction) => (a.below(b) ? b : a);
const smaller = (a: Fraction, b: Fraction) => (a.below(b) ? a : b);

/** A network with its sums: what node i owes in each class, and in all. */
class Sums {
  readonly network: WholeNetwork;
  readonly nodes: readonly number[];
  readonly classes: readonly number[];

  constructor(network: WholeNetwork) {
    this.network = network;
    this.nodes = network.assets.map((_, i) => i);
    this.classes = network.debts.map((_, c) => c);
  }

  owed(i: number, c: number): number {
    const { debts, outsideDebt } = this.network;
    const inside = debts[c][i].reduce((total, amount) => total + amount, 0);
    return inside + (c === debts.length - 1 ? outsideDebt[i] : 0);
  }

  before(i: number, c: number): number {
    return this.classes.slice(0, c).reduce((total, k) => total + this.owed(i, k), 0);
  }

  all(i: number): number {
    return this.before(i, this.classes.length);
  }

  /** What a payment of i brings to j: class by class, pro rata. */
  brings(i: number, payment: Fraction, j: number): Fraction {
    return sum(
      this.classes.map((c) => {
        const owed = this.owed(i, c);
        if (owed === 0) return zero;
        const paid = smaller(whole(owed), larger(zero, payment.minus(whole(this.before(i, c)))));
        return paid.times(Fraction.of(BigInt(this.network.debts[c][i][j]), BigInt(owed)));
      }),
    );
  }

  inflow(payments: readonly Fraction[], j: number): Fraction {
    return sum(this.nodes.map((i) => this.brings(i, payments[i], j)));
  }

  canPay(payments: readonly Fraction[], i: number): boolean {
    const has = whole(this.network.assets[i]).plus(this.inflow(payments, i));
    return !has.below(whole(this.all(i) + this.network.seniorDebt[i]));
  }

  recovery(payments: readonly Fraction[], i: number): Fraction {
    const { assets, seniorDebt, alpha, beta } = this.network;
    const kept = whole(assets[i]).times(twentieths(alpha));
    const left = kept.plus(this.inflow(payments, i).times(twentieths(beta))).minus(whole(seniorDebt[i]));
    return larger(zero, left);
  }

  /** The payments if each node is in its state, whether or not they fit it; undefined if that does not settle them. */
  solved(states: readonly State[]): Fraction[] | undefined {
    const { assets, seniorDebt, alpha, beta, debts } = this.network;
    const rows = this.nodes.map(() => this.nodes.map(() => zero));
    const right = this.nodes.map(() => zero);
    this.nodes.forEach((i) => {
      rows[i][i] = one;
      const state = states[i];
      if (state === 'full') right[i] = whole(this.all(i));
      if (typeof state !== 'number') return;
      right[i] = whole(assets[i]).times(twentieths(alpha)).minus(whole(seniorDebt[i]));
      for (const j of this.nodes) {
        const paying = states[j];
        if (paying === 'nothing') continue;
        const settled = paying === 'full' ? this.classes.length : paying;
        const surely = this.classes.slice(0, settled).reduce((total, c) => total + debts[c][j][i], 0);
        right[i] = right[i].plus(whole(surely).times(twentieths(beta)));
        if (typeof paying !== 'number' || this.owed(j, paying) === 0) continue;
        const share = twentieths(beta).times(Fraction.of(BigInt(debts[paying][j][i]), BigInt(this.owed(j, paying))));
        rows[i][j] = rows[i][j].minus(share);
        right[i] = right[i].minus(share.times(whole(this.before(j, paying))));
      }
    });
    return solveExactly(rows, right);
  }
}

function* choices(options: readonly (readonly State[])[]): Generator<State[]> {
  if (options.length === 0) {
    yield [];
    return;
  }
  for (const rest of choices(options.slice(1))) for (const state of options[0]) yield [state, ...rest];
}

const same = (a: readonly Fraction[], b: readonly Fraction[]) => a.every((x, i) => x.equals(b[i]));

/** The greatest and least clearing vectors, among all those that some choice of states leads to. */
export function clearByDefinition(network: WholeNetwork): { greatest: Fraction[]; least: Fraction[] } {
  const sums = new Sums(network);
  const { nodes, classes } = sums;
  const found: Fraction[][] = [];
  for (const states of choices(nodes.map(() => ['full', ...classes, 'nothing'] as const))) {
    const payments = sums.solved(states);
    if (!payments || payments.some((p, i) => p.below(zero) || whole(sums.all(i)).below(p))) continue;
    const next = nodes.map((i) => (sums.canPay(payments, i) ? whole(sums.all(i)) : sums.recovery(payments, i)));
    if (same(next, payments)) found.push(payments);
  }
  const greatest = nodes.map((i) => found.map((p) => p[i]).reduce(larger));
  const least = nodes.map((i) => found.map((p) => p[i]).reduce(smaller));
  if (![greatest, least].every((end) => found.some((p) => same(p, end)))) throw new Error('not a lattice');
  return { greatest, least };
}

/** Fictitious default: who falls in which round (0: nobody), with the payments of those in default solved for by trying all states. */
export function roundsByDefinition(network: WholeNetwork): { fellIn: number[]; payments: Fraction[] } {
  const sums = new Sums(network);
  const { nodes, classes } = sums;
  const fellIn = nodes.map(() => 0);
  let payments = nodes.map((i) => whole(sums.all(i)));
  for (let round = 1; ; round++) {
    const falls = nodes.filter((i) => fellIn[i] === 0 && !sums.canPay(payments, i));
    if (falls.length === 0) return { fellIn, payments };
    for (const i of falls) fellIn[i] = round;
    let best: Fraction[] | undefined;
    for (const states of choices(nodes.map((i) => (fellIn[i] > 0 ? [...classes, 'nothing'] : ['full'])))) {
      const candidate = sums.solved(states);
      if (!candidate || candidate.some((p, i) => p.below(zero) || payments[i].below(p))) continue;
      const next = nodes.map((i) => (fellIn[i] > 0 ? sums.recovery(candidate, i) : candidate[i]));
      if (same(next, candidate)) best = best ? best.map((p, i) => larger(p, candidate[i])) : candidate;
    }
    if (!best) throw new Error('no payments');
    payments = best;
  }
}
