/**
 * Random worlds for tests by property: dials, networks, and the shipped network with shaken numbers. Magnitudes are those
 * of the essay (billions, up to a few hundred), and money is tight on purpose: most worlds see somebody fail.
 */
import fc, { type Arbitrary } from 'fast-check';
import { type LeverId, type Levers, leverIds } from '../../src/engine/levers';
import type { Contract, Firm, Network, Rival, Substitution, SupplyLink, Vendor } from '../../src/engine/network';
import { dials } from './dials';
import { shippedNetwork } from './shipped';

/**
 * A number spread evenly over min..max. (`fc.double` is even over the bit patterns, most of which are next to nothing.)
 * Comes on a grid of a million points, so that shrinking ends at round numbers.
 */
function between(min: number, max: number): Arbitrary<number> {
  const fine = 1_000_000;
  return fc.integer({ min: 0, max: fine }).map((x) => min + ((max - min) * x) / fine);
}

/** Mostly from the first, now and then from the second. */
function mostly<T>(usual: Arbitrary<T>, rare: Arbitrary<T>, times = 4): Arbitrary<T> {
  return fc.oneof({ weight: times, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

const share = between(0, 1);

/** Time comes in whole quarters. */
const whole: ReadonlySet<LeverId> = new Set(['stop', 'speed', 'drought', 'grace', 'lead', 'reletTime']);

function arbDial(id: LeverId): Arbitrary<number> {
  const { min, usual, max, step } = dials[id];
  // Never past the end, whatever the rounding of the last step.
  const grid = fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((k) => Math.min(max, min + k * step));
  if (whole.has(id)) return mostly(grid, fc.constantFrom(min, usual, max));
  return fc.oneof(
    { weight: 4, arbitrary: grid },
    { weight: 4, arbitrary: between(min, max) },
    { weight: 1, arbitrary: fc.constantFrom(min, usual, max) },
  );
}

/** Every dial over its whole range: half the time on the steps of its slider, half anywhere, with the ends and the usual value. */
export function arbLevers(): Arbitrary<Levers> {
  const each = Object.fromEntries(leverIds.map((id) => [id, arbDial(id)])) as Record<LeverId, Arbitrary<number>>;
  return fc.record(each);
}

/** What labs and other firms have in common. */
const common = {
  growthLong: between(0, 0.2),
  growthFade: between(1, 12),
  fixedCost: mostly(fc.constant(0), between(0, 20), 2),
  serviceCost: between(0, 0.6),
  idleCost: between(0, 0.5),
  computeGrowthLong: between(0, 0.2),
  computeFade: between(1, 10),
  capexGrowth: between(-0.3, 0.5),
  capexGrowthLong: between(-0.05, 0.1),
  capexFade: between(1, 8),
  herding: share,
  intensity: between(0, 4),
  rate: between(0, 0.1),
  maturity: between(1, 40),
};

type Numbers = Omit<Firm, 'id' | 'lab' | 'openingStakes'>;

/** A firm that lives on raised money. */
const labNumbers: Arbitrary<Numbers> = fc.record({
  ...common,
  cash: mostly(between(0, 40), between(0, 150)),
  debt: mostly(fc.constant(0), between(0, 20)),
  revenue: between(0, 40),
  growth: between(-0.3, 1.2),
  costShare: between(0, 0.9),
  costShareLong: between(0, 0.6),
  compute: between(0, 80),
  computeGrowth: between(0, 1),
  capex: mostly(fc.constant(0), between(0, 20)),
  leverage: mostly(fc.constant(0), between(0, 3)),
  minCash: mostly(fc.constant(0), between(0, 10)),
  payout: mostly(fc.constant(0), share),
  ventureShare: mostly(between(0, 0.3), between(0, 1)),
});

/** A firm that lives on its business: some rich, some that just get by. */
const otherNumbers: Arbitrary<Numbers> = fc.record({
  ...common,
  cash: mostly(between(0, 60), between(0, 200)),
  debt: fc.oneof(between(0, 120), between(0, 20), fc.constant(0)),
  revenue: fc.oneof(between(0, 20), between(0, 150), between(0, 500)),
  growth: between(-0.2, 0.4),
  costShare: between(0.1, 0.8),
  costShareLong: between(0.1, 0.7),
  compute: mostly(fc.constant(0), between(0, 20)),
  computeGrowth: between(0, 0.5),
  capex: fc.oneof(between(0, 5), between(0, 40), between(0, 180)),
  leverage: between(0, 5),
  minCash: between(0, 30),
  payout: share,
  ventureShare: mostly(fc.constant(0), share),
});

/** Picks by a number in 0..1, so that a pick does not depend on how long the list is when it is drawn. */
function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[Math.min(list.length - 1, Math.floor(at * list.length))];
}

/** A pair of firms, not yet picked: `home` says whether each end comes from its usual kind (labs pay, others are paid). */
interface Ends {
  readonly from: number;
  readonly to: number;
  readonly fromUsual: boolean;
  readonly toUsual: boolean;
}

const often = fc.constantFrom(true, true, true, false, false);
const ends: Arbitrary<Ends> = fc.record({ from: share, to: share, fromUsual: often, toUsual: often });

/** The ids at both ends, never the same; undefined if there is nobody to pick. */
function between2(e: Ends, all: readonly string[], usualFrom: readonly string[], usualTo: readonly string[]) {
  const from = pick(e.fromUsual && usualFrom.length > 0 ? usualFrom : all, e.from);
  const to = pick(
    (e.toUsual && usualTo.some((id) => id !== from) ? usualTo : all).filter((id) => id !== from),
    e.to,
  );
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Keeps the first of each kind. */
function distinct<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map([...list].reverse().map((item) => [key(item), item])).values()].reverse();
}

/** Each pair once, and the weights of one lab's links a whole. */
function wholes<T extends { readonly lab: string; readonly weight: number }>(
  list: readonly T[],
  end: (item: T) => string,
): T[] {
  const once = distinct(list, (item) => `${item.lab} ${end(item)}`);
  return once.map((item) => {
    const ofLab = once.filter(({ lab }) => lab === item.lab);
    const all = ofLab.reduce((sum, { weight }) => sum + weight, 0);
    return { ...item, weight: all > 0 ? item.weight / all : 1 / ofLab.length };
  });
}

/** Labs cannot be offered more than all of the venture money. */
function offeredOnce(firms: readonly Firm[]): Firm[] {
  const all = firms.reduce((sum, f) => sum + (f.lab ? f.ventureShare : 0), 0);
  return firms.map((f) => (f.lab && all > 1 ? { ...f, ventureShare: f.ventureShare / all } : f));
}

interface RawLink {
  readonly ends: Ends;
  readonly share: number;
  readonly of: 'capex' | 'sales';
  readonly early: boolean;
}

/**
 * Supply links that stand in a valid order. Sales pass down the ranks of firms only, so that they cannot run in a circle; a
 * buyer's shares of capex, and of sales, sum to at most 1.
 */
function supplyLinks(
  raw: readonly RawLink[],
  ids: readonly string[],
  ranks: readonly number[],
  labs: readonly string[],
) {
  const rank = (id: string) => ranks[ids.indexOf(id)] ?? 0;
  const others = ids.filter((id) => !labs.includes(id));
  const used = new Map<string, number>();
  const placed: { link: SupplyLink; at: number }[] = [];
  for (const r of raw) {
    const pair = between2(r.ends, ids, others, others);
    if (pair === undefined) continue;
    const [a, b] = [pair.from, pair.to];
    if (r.of === 'sales' && rank(a) === rank(b)) continue;
    const [buyer, supplier] = r.of === 'sales' && rank(a) > rank(b) ? [b, a] : [a, b];
    const key = `${buyer} ${r.of}`;
    const part = Math.min(r.share, 1 - (used.get(key) ?? 0));
    used.set(key, (used.get(key) ?? 0) + part);
    // A link on sales stands at its buyer's rank: all that makes those sales comes from lower ranks or from capex.
    const at = r.of === 'sales' ? rank(buyer) : r.early ? -1 : rank(supplier) - 0.5;
    placed.push({ link: { buyer, supplier, share: part, of: r.of }, at });
  }
  return placed.sort((x, y) => x.at - y.at).map(({ link }) => link);
}

interface RawStake {
  readonly holder: number;
  readonly lab: number;
  readonly amount: number;
}

/** All that a network needs, before it is known who the firms are. */
const rawNetwork = fc.integer({ min: 2, max: 12 }).chain((n) =>
  fc.record({
    quarters: mostly(fc.constant(32), fc.integer({ min: 1, max: 31 })),
    labNumbers: fc.array(labNumbers, { minLength: n, maxLength: n }),
    otherNumbers: fc.array(otherNumbers, { minLength: n, maxLength: n }),
    labs: fc.uniqueArray(fc.integer({ min: 0, max: n - 1 }), { minLength: 1, maxLength: Math.min(4, n) }),
    ranks: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: n, maxLength: n }),
    contracts: fc.array(
      fc.record({
        ends,
        total: fc.oneof(between(1, 100), between(50, 600)),
        start: mostly(fc.constant(0), fc.integer({ min: 1, max: 16 }), 2),
        length: mostly(fc.integer({ min: 4, max: 32 }), fc.integer({ min: 1, max: 80 })),
        /** How many like it between the same two. */
        copies: mostly(fc.constant(1), fc.constant(2), 6),
      }),
      { maxLength: 2 * n },
    ),
    supply: fc.array(
      fc.record({
        ends,
        share: between(0, 0.5),
        of: fc.constantFrom('capex' as const, 'capex' as const, 'sales' as const),
        early: fc.boolean(),
      }),
      { maxLength: n },
    ),
    vendors: fc.array(fc.record({ ends, weight: share }), { maxLength: 8 }),
    rivals: fc.array(fc.record({ ends, weight: share }), { maxLength: 8 }),
    substitution: fc.array(fc.record({ ends, weight: share }), { maxLength: 3 }),
    stakes: fc.array(fc.record({ holder: share, lab: share, amount: between(0, 30) }), { maxLength: 5 }),
    venture: fc.record({ annual: between(0, 300), growth: mostly(fc.constant(0), between(-0.2, 0.3)) }),
  }),
);

function stakesOf(id: string, stakes: readonly RawStake[], ids: readonly string[], labs: readonly string[]) {
  const held: Record<string, number> = {};
  for (const s of stakes) {
    const lab = pick(labs, s.lab);
    if (lab !== undefined && lab !== id && pick(ids, s.holder) === id) held[lab] = s.amount;
  }
  return held;
}

/** A valid network of 2 to 12 firms, 1 to 4 of them labs, anywhere in the list. */
export function arbNetwork(): Arbitrary<Network> {
  return rawNetwork.map((raw) => {
    const isLab = (i: number) => raw.labs.includes(i);
    const ids = raw.labNumbers.map((_, i) => `${isLab(i) ? 'lab' : 'firm'}${i}`);
    const labs = ids.filter((_, i) => isLab(i));
    const others = ids.filter((_, i) => !isLab(i));
    const firms = ids.map((id, i) => {
      const numbers = (isLab(i) ? raw.labNumbers : raw.otherNumbers)[i];
      if (numbers === undefined) throw new Error('every firm has numbers');
      return { id, lab: isLab(i), ...numbers, openingStakes: stakesOf(id, raw.stakes, ids, labs) };
    });
    const contracts = raw.contracts.flatMap((c): Contract[] => {
      const pair = between2(c.ends, ids, labs, others);
      if (pair === undefined) return [];
      const one = { payer: pair.from, payee: pair.to, total: c.total, start: c.start, length: c.length };
      return Array.from({ length: c.copies }, (_, k) => ({ ...one, start: c.start + 2 * k }));
    });
    const vendors = raw.vendors.flatMap((v): Vendor[] => {
      const pair = between2({ ...v.ends, fromUsual: true }, ids, labs, others);
      return pair === undefined ? [] : [{ lab: pair.from, vendor: pair.to, weight: v.weight }];
    });
    const rivals = raw.rivals.flatMap((r): Rival[] => {
      const pair = between2({ ...r.ends, fromUsual: true }, ids, labs, ids);
      return pair === undefined ? [] : [{ lab: pair.from, to: pair.to, weight: r.weight }];
    });
    const substitution = raw.substitution.flatMap((s): Substitution[] => {
      const pair = between2(s.ends, ids, labs, others);
      return pair === undefined ? [] : [{ ...pair, weight: s.weight }];
    });
    return {
      quarters: raw.quarters,
      firms: offeredOnce(firms),
      contracts,
      supply: supplyLinks(raw.supply, ids, raw.ranks, labs),
      vendors: wholes(vendors, (v) => v.vendor),
      rivals: wholes(rivals, (r) => r.to),
      substitution: distinct(substitution, (s) => `${s.from} ${s.to}`),
      venture: raw.venture,
    };
  });
}

/** Numbers of a firm that are shares, and may not pass 1. */
const shares: ReadonlySet<string> = new Set(['payout', 'ventureShare', 'herding', 'costShare', 'costShareLong']);

/** Numbers of a lab that keep it alive; moved down rather than up, or the labs of the shipped network would seldom fail. */
const lifelines: ReadonlySet<string> = new Set(['cash', 'revenue', 'growth']);

/** The shipped network, each of its numbers moved by up to a half. */
export function arbShippedLike(): Arbitrary<Network> {
  const shipped = shippedNetwork();
  /** One factor for each number, in the order in which they are met. */
  const factors = fc.array(between(1 / 2, 3 / 2), { minLength: 400, maxLength: 400 });
  return factors.map((list) => {
    let met = 0;
    const moved = (x: number) => x * (list[met++ % list.length] ?? 1);
    const movedFirm = (f: Firm): Firm => {
      const numbers = Object.entries(f).map(([key, x]) => {
        if (typeof x !== 'number') return [key, x];
        const y = moved(x) * (f.lab && lifelines.has(key) ? 3 / 4 : 1);
        return [key, shares.has(key) ? Math.min(1, y) : y];
      });
      const stakes = Object.entries(f.openingStakes).map(([lab, x]) => [lab, moved(x)]);
      return { ...(Object.fromEntries(numbers) as Firm), openingStakes: Object.fromEntries(stakes) };
    };
    const weighed = <T extends { readonly weight: number }>(x: T): T => ({ ...x, weight: moved(x.weight) });
    return {
      ...shipped,
      firms: offeredOnce(shipped.firms.map(movedFirm)),
      contracts: shipped.contracts.map((c) => ({ ...c, total: moved(c.total) })),
      // No buyer's shares of the shipped network come near 1, not even by half more.
      supply: shipped.supply.map((s) => ({ ...s, share: moved(s.share) })),
      vendors: wholes(shipped.vendors.map(weighed), (v) => v.vendor),
      rivals: wholes(shipped.rivals.map(weighed), (r) => r.to),
      substitution: shipped.substitution.map(weighed),
      venture: { annual: moved(shipped.venture.annual) / 2, growth: shipped.venture.growth },
    };
  });
}
