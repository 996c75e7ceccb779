import values from 'virtual:estimate-values';
import estimatesJson from '../../content/estimates.json';
import type { LeverId } from '../engine';
import type { SourcedNumber } from './figure-words';

/** How a dial's value follows from the figure: it is it, it is what is left of it, or the figure is the fall itself, below zero. */
type As = 'value' | 'complement' | 'fall';

interface Row {
  readonly dial: LeverId;
  readonly figure: string;
  readonly as: As;
  /** Of what the number was measured, to follow it: "of defaulted bonds, 2001". */
  readonly says: string;
}

/** A published number that says something about where a dial might stand. It is of another time or another thing, and says of which. */
export interface Estimate {
  readonly figure: string;
  readonly value: number;
  readonly grade: SourcedNumber['grade'];
  readonly asOf: string;
  readonly says: string;
}

const read: Readonly<Record<As, (value: number) => number>> = {
  value: (value) => value,
  complement: (value) => 1 - value,
  fall: (value) => -value,
};

/** The published estimates of a dial, lowest first. */
export function estimatesOf(dial: LeverId): Estimate[] {
  return (estimatesJson as Row[])
    .filter((row) => row.dial === dial)
    .map(({ figure, as, says }) => {
      const entry = values[figure];
      if (!entry) throw new Error(`There is no figure "${figure}" in content/figures.json`);
      const [value, , grade, asOf] = entry;
      return { figure, value: read[as](value), grade, asOf, says };
    })
    .sort((a, b) => a.value - b.value);
}
