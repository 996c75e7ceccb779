import type { Instalments } from './backlog-promises';
import { dollars } from './money';

/** What is written into the empty outline of instalments that ended with their payer. */
export interface PromiseNote {
  /** Where it begins, 0..1. */
  readonly at: number;
  /** Its parts, and whether each has room in a narrow drawing; what has none in a wide one is left out. */
  readonly ended: boolean;
  readonly billed: { readonly pay: string; readonly narrow: boolean } | undefined;
}

const worthSaying = 0.05;
/** How wide a letter is, as a part of a narrow drawing and of a wide one. */
const letter = { narrow: 0.0245, wide: 0.0129 } as const;
/** Before and after the words, in letters. */
const margins = 3;

/** Words that stay within the outline: `high` is what they and the room under them take of the height, 0..1, and `top` what that stands for, in billions. */
export function promiseNote(
  { quarters, lost, badDebt }: Instalments,
  top: number,
  high: number,
): PromiseNote | undefined {
  const from = quarters.findIndex(({ gone }) => gone > 0);
  if (lost < worthSaying || from < 0) return undefined;
  const isOpen = ({ paid, late, cut, gone }: Instalments['quarters'][number]) =>
    paid + late + cut < 0.01 * top && gone >= high * top;
  const to = quarters.findIndex((quarter, t) => t >= from && !isOpen(quarter));
  const room = ((to < 0 ? quarters.length : to) - from) / quarters.length;
  const fits = (text: string, wide: number) => (text.length + margins) * wide <= room;
  if (!fits('ended', letter.wide)) return undefined;
  const pay = dollars(badDebt);
  const whole = `ended, ${pay} of it billed`;
  return {
    at: from / quarters.length,
    ended: fits('ended', letter.narrow),
    billed:
      badDebt >= worthSaying && fits(whole, letter.wide) ? { pay, narrow: fits(whole, letter.narrow) } : undefined,
  };
}
