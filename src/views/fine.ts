/*
 * Numbers as drawings take them, no finer than a screen shows: what is rendered ahead is shorter so, and a change that nobody sees changes nothing.
 */

/** A length in units of which a drawing is a hundred wide, or more. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A share of a length, 0..1. */
export function fine(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

/** The same in percent, for CSS. */
export function percentOf(share: number): string {
  return `${hundredths(share * 100)}%`;
}
