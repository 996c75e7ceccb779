import { type Book, type Counting, elsewhere, isCounted, lateDebt } from './backlog';

/** A part of the bar that shows what four clouds are promised: who owes it, and whether it was signed after the books were struck. Billions. */
export interface TallyPart {
  readonly payer: string;
  readonly amount: number;
  readonly since: boolean;
}

/** The parts of the bar: what is on the books, by payer, and then what was signed since, so that the books end where their sum does. */
export function tallyOf(all: readonly Book[], counting: Counting, payers: readonly string[]): TallyPart[] {
  const counted = all.filter(({ id }) => isCounted(id, counting));
  const parts = [...payers, elsewhere].map((payer) => {
    const sums = { booked: 0, since: 0 };
    for (const book of counted) {
      const late = lateDebt(book);
      book.owed.forEach((debt, k) => {
        if (debt.payer !== payer) return;
        const after = k === late ? Math.min(book.since, debt.amount) : 0;
        sums.since += after;
        sums.booked += debt.amount - after;
      });
    }
    return { payer, ...sums };
  });
  return [
    ...parts.map(({ payer, booked }) => ({ payer, amount: booked, since: false })),
    ...parts.map(({ payer, since }) => ({ payer, amount: since, since: true })),
  ].filter(({ amount }) => amount > 0);
}
