import { type Book, elsewhere, lateDebt } from './backlog';

/**
 * Who owes what to whom, as ribbons from payers at the left to clouds at the right. Across, the drawing is `across` units;
 * down it is `down` units, of which a billion has the same number everywhere.
 */
export const across = 100;
export const down = 1000;

/** Room between two clouds, and for a cloud that has nothing on its books. */
const gap = 46;

/** One end of ribbons: a payer or a cloud. */
export interface Stack {
  readonly id: string;
  readonly top: number;
  readonly height: number;
  /** The part at its lower end that was promised after the books were struck. */
  readonly since: number;
}

interface Ribbon {
  readonly payer: string;
  readonly payee: string;
  readonly amount: number;
  readonly path: string;
  /** Promised after the books of the payee were struck. */
  readonly since: boolean;
}

interface Ribbons {
  readonly payers: readonly Stack[];
  readonly clouds: readonly Stack[];
  readonly ribbons: readonly Ribbon[];
}

export function ribbonsOf(all: readonly Book[], payers: readonly string[]): Ribbons {
  const total = sum(all.map(({ booked, since }) => booked + since));
  const bare = all.filter(({ booked }) => booked === 0).length;
  const scale = (down - gap * (all.length - 1 + bare)) / total;
  const size = (amount: number) => amount * scale;

  const clouds = stack(
    all.map(({ id, booked, since }) => ({ id, height: size(booked + since) || gap, since: size(since) })),
    gap,
  );
  const owes = (payer: string) =>
    sum(all.flatMap(({ owed }) => owed).map((debt) => (debt.payer === payer ? debt.amount : 0)));
  const ends = [...payers, elsewhere].map((id) => ({ id, height: size(owes(id)), since: 0 }));
  const left = stack(ends, (down - sum(ends.map(({ height }) => height))) / (ends.length - 1));

  const from = new Map(left.map(({ id, top }) => [id, top]));
  const ribbons = all.flatMap(({ id, owed, since }, k) => {
    let to = clouds[k].top;
    // What came after the books lies at the lower end of the cloud, so its ribbon arrives last.
    const late = lateDebt({ owed, since });
    const order = owed.map((debt, at) => ({ ...debt, since: at === late }));
    return [...order.filter((debt) => !debt.since), ...order.filter((debt) => debt.since)].map((debt) => {
      const start = from.get(debt.payer) ?? 0;
      const height = size(debt.amount);
      const path = ribbon(start, to, height);
      from.set(debt.payer, start + height);
      to += height;
      return { payer: debt.payer, payee: id, amount: debt.amount, path, since: debt.since };
    });
  });
  return { payers: left, clouds, ribbons };
}

function stack(
  ends: readonly { readonly id: string; readonly height: number; readonly since: number }[],
  between: number,
): Stack[] {
  let top = 0;
  return ends.map((end) => {
    const placed = { ...end, top };
    top += end.height + between;
    return placed;
  });
}

/** A band of one thickness from the left edge to the right one. */
function ribbon(from: number, to: number, height: number): string {
  const [a, b, c, d] = [from, to, to + height, from + height].map((y) => y.toFixed(1));
  const half = across / 2;
  return `M0 ${a}C${half} ${a} ${half} ${b} ${across} ${b}V${c}C${half} ${c} ${half} ${d} 0 ${d}Z`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, x) => all + x, 0);
}
