import type { Calendar } from '../world/quarters';
import type { LabBooks } from './burners';
import { apart } from './burners-paths';
import { crosses, type Lines } from './crossing';

/** Words at the end of a line of a lab’s books. */
export interface FuseLabel {
  readonly name: string;
  /** In billions. */
  readonly value: number;
  /** Where the line ends, and where the words stand, apart from the others; 0..1 of the height. */
  readonly at: number;
  readonly level: number;
}

/** How far behind the ends of the lines the words stand: as a part of the width. */
export const labelGap = 0.025;

/** They keep this part of the height between them. */
const room = 0.12;
/** Less, in billions, is not worth a word. */
const worthSaying = 0.05;

/** What stands at the ends of the lines, where they end: with the run, or with the lab. `top` is the full height, in billions. */
export function fuseLabels({ revenue, compute, spent, without }: LabBooks, top: number): FuseLabel[] {
  const end = revenue.length - 1;
  const lines = [
    ...(without[end] < worthSaying ? [] : [{ name: 'not bought', value: without[end], at: spent[end] + without[end] }]),
    { name: 'all costs', value: spent[end], at: spent[end] },
    { name: 'compute', value: compute[end], at: compute[end] },
    { name: 'revenue', value: revenue[end], at: revenue[end] },
  ];
  const levels = apart(
    lines.map(({ at }) => at / top),
    room,
  );
  return lines.map(({ name, value, at }, k) => ({ name, value, at: at / top, level: levels[k] }));
}

/** The amount of the scale is taken to be so wide and high, as parts of a narrow drawing. */
const scaleWide = 0.4;
const scaleHigh = 0.09;

/** Where the amount of the scale is written on its line: at the left or the right end where no line of the lab runs through it, beside the drawing where there are no other words, else at the left. */
export function scalePlace(lines: Lines, mark: number, top: number, quarters: number): 'left' | 'right' | 'beside' {
  const low = mark / top;
  const whole = lines.map((line) => Array.from({ length: quarters }, (_, t) => (line[t] ?? Number.NaN) / top));
  const meets = (from: number, to: number) => whole.some((line) => crosses(line, from, to, low, low + scaleHigh));
  const end = Math.max(...lines.map(({ length }) => length)) / quarters;
  if (!meets(0, scaleWide) && end > scaleWide) return 'left';
  // The words at the ends of the lines need about as much room again as the scale.
  if (end < 1 - scaleWide) return 'beside';
  return end === 1 && !meets(1 - scaleWide, 1) && meets(0, scaleWide) ? 'right' : 'left';
}

/** The quarters of a table of their books: the first of each full year, the last of the run, and of a lab that fails its last, so that what stands at the ends of the lines is in it. */
export function fuseQuarters(
  labs: readonly LabBooks[],
  years: readonly { t: number; length: number }[],
  { quarters }: Pick<Calendar, 'quarters'>,
): number[] {
  const first = years.flatMap(({ t, length }) => (length === 4 ? [t] : []));
  const last = labs.map(({ revenue }) => revenue.length - 1);
  return [...new Set([...first, ...last, quarters - 1])].sort((a, b) => a - b);
}
