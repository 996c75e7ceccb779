import values from 'virtual:estimate-values';
import estimatesJson from '../../content/estimates.json';
import type { LeverId } from '../engine';
import type { EstimatesFile } from '../world/estimates-file';
import type { SourcedNumber } from './figure-words';

type Row = EstimatesFile[number];

/** A published number that says something about where a dial might stand. It is of another time or another thing, and says of which. */
export interface Estimate {
  readonly figure: string;
  readonly value: number;
  readonly grade: SourcedNumber['grade'];
  readonly asOf: string;
  readonly says: string;
}

const read: Readonly<Record<Row['as'], (value: number) => number>> = {
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
