import { dollars } from './money';

/** Sums that are spelled out: a reader who adds up the parts as they are printed comes to the whole as it is printed. */

/** A part smaller than this, in billions, is not told. */
const least = 0.05;

/**
 * Rounds the parts of a sum to `digits` decimals so that they add up to the rounded whole: each is rounded down, and what is then missing goes, a unit each, to those that lost most by it (the
 * largest remainder). A part is off by less than one unit. Parts are not negative; the whole is theirs, or nearly.
 */
export function roundedParts(parts: readonly number[], whole: number, digits: number): number[] {
  const unit = 10 ** digits;
  const down = parts.map((part) => Math.floor(part * unit));
  const missing = Math.round(whole * unit) - total(down);
  const byRemainder = parts
    .map((part, k) => ({ k, lost: part * unit - down[k] }))
    .sort((a, b) => b.lost - a.lost || a.k - b.k);
  for (let given = 0; given < missing; given++) down[byRemainder[given % parts.length].k] += 1;
  return down.map((part) => part / unit);
}

/** No sum is printed with more decimals: of a large one the hundredth is not known. */
const mostDigits = (whole: number) => (whole < 99.5 ? 2 : 1);

/**
 * How many decimals a sum is printed with: the fewest with which none of its parts is printed as nothing, and all of them, each rounded by itself, add up. So a part is the same number here as
 * in a table or a file that rounds it alone. Where the most decimals are too few for that, a part may be off by its last digit.
 */
export function sumDigits(parts: readonly number[], whole: number): number {
  const smallest = Math.min(...parts.filter((part) => part >= least));
  const most = mostDigits(whole);
  let digits = whole < 0.995 || smallest < 0.1 ? most : whole < 9.95 || smallest < 1 ? 1 : 0;
  while (digits < most && !addsUp(parts, whole, digits)) digits += 1;
  return digits;
}

function addsUp(parts: readonly number[], whole: number, digits: number): boolean {
  const units = (billions: number) => Math.round(billions * 10 ** digits);
  return total(parts.map(units)) === units(whole);
}

/** A sum as it is printed, in billions: its parts, what they add up to, its decimals, and how to say any of them. */
export interface Printed {
  readonly parts: readonly number[];
  readonly whole: number;
  readonly digits: number;
  readonly say: (billions: number) => string;
}

export function printed(parts: readonly number[], whole = total(parts)): Printed {
  const amounts = parts.map((part) => Math.max(0, part));
  const digits = sumDigits(amounts, whole);
  const alone = amounts.map((amount) => Math.round(amount * 10 ** digits) / 10 ** digits);
  const rounded = addsUp(amounts, whole, digits) ? alone : roundedParts(amounts, whole, digits);
  return { parts: rounded, whole: total(rounded), digits, say: (billions) => dollars(billions, digits) };
}

function total(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
