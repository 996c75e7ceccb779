import type { Link } from './flows';

/** Whom a link binds, as places in a list of parties, and how much it matters where it runs. */
interface Bond {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** A link that carries nothing in the plan may carry something in another world: it counts as this share of the largest. */
const leastWeight = 0.15;
/** What the length of a bond costs beside a crossing: short ribbons leave the middle free. */
const lengthCost = 0.35;

/**
 * An order of the parties around a ring that makes the links cross little and run short. Parties are the investors (0) and
 * the firms (1 + index); the first place is the investors'. Always the same for the same input.
 *
 * @param volume what each link carries over a whole run, in billions
 */
export function orderParties(count: number, links: readonly Link[], volume: readonly number[]): number[] {
  const bonds = bondsOf(links, volume);
  let order = Array.from({ length: count }, (_, party) => party);
  let cost = costOf(order, bonds);
  for (let better = true; better; ) {
    better = false;
    for (const next of neighbours(order)) {
      const its = costOf(next, bonds);
      if (its >= cost - 1e-9) continue;
      order = next;
      cost = its;
      better = true;
      break;
    }
  }
  return leftFirst(order);
}

function bondsOf(links: readonly Link[], volume: readonly number[]): Bond[] {
  const most = Math.max(1e-9, ...volume);
  const between = new Map<string, { a: number; b: number; sum: number }>();
  links.forEach(({ from, to }, k) => {
    const [a, b] = from < to ? [from + 1, to + 1] : [to + 1, from + 1];
    const key = `${a}-${b}`;
    const bond = between.get(key) ?? { a, b, sum: 0 };
    bond.sum += Math.max(volume[k] / most, leastWeight);
    between.set(key, bond);
  });
  // The root: a thick ribbon is worse to cross than a thin one, but not tenfold.
  return [...between.values()].map(({ a, b, sum }) => ({ a, b, weight: Math.sqrt(sum) }));
}

function costOf(order: readonly number[], bonds: readonly Bond[]): number {
  const place: number[] = [];
  order.forEach((party, at) => {
    place[party] = at;
  });
  let cost = 0;
  bonds.forEach((bond, k) => {
    const from = Math.min(place[bond.a], place[bond.b]);
    const to = Math.max(place[bond.a], place[bond.b]);
    cost += (lengthCost * bond.weight * Math.min(to - from, order.length - to + from)) / order.length;
    for (let other = 0; other < k; other++) {
      const { a, b, weight } = bonds[other];
      if (inside(place[a], from, to) * inside(place[b], from, to) < 0) cost += weight * bond.weight;
    }
  });
  return cost;
}

/** 1 between the two ends, -1 outside of them, 0 at one of them. */
function inside(at: number, from: number, to: number): number {
  if (at === from || at === to) return 0;
  return at > from && at < to ? 1 : -1;
}

/** All orders that one swap or one move away from this one; the first stays first. */
function* neighbours(order: readonly number[]): Generator<number[]> {
  for (let i = 1; i < order.length; i++) {
    for (let k = 1; k < order.length; k++) {
      if (i === k) continue;
      const moved = order.toSpliced(i, 1).toSpliced(k, 0, order[i]);
      yield moved;
      if (i < k) yield order.with(i, order[k]).with(k, order[i]);
    }
  }
}

/** Of an order and its mirror image, the one with the first firm on the left, where reading starts. */
function leftFirst(order: number[]): number[] {
  if (order.indexOf(1) > order.length / 2) return order;
  return [order[0], ...order.slice(1).reverse()];
}
