import values from 'virtual:figure-values';
import { dollars } from './money';

/** A sourced number as the page has it at hand. */
export interface SourcedNumber {
  readonly value: number;
  readonly unit: string;
  /** A: a filing or release of the company. B: press or analysts, or a statement through the press. C: an estimate or a rough derivation. */
  readonly grade: 'A' | 'B' | 'C';
  readonly asOf: string;
}

/** The sourced number of an id of content/figures.json. Throws if there is none: the build renders every page, so a wrong id stops it. */
export function sourced(id: string): SourcedNumber {
  const entry = values[id];
  if (!entry) throw new Error(`There is no figure "${id}" in content/figures.json`);
  const [value, unit, grade, asOf] = entry;
  return { value, unit, grade, asOf };
}

/** The number in words: "$627bn", "49%", "6 years". */
export function figureWords({ value, unit }: Pick<SourcedNumber, 'value' | 'unit'>): string {
  if (unit === 'USD bn') return dollars(value);
  if (unit === 'fraction') return `${Number((100 * value).toFixed(Math.abs(value) < 0.1 ? 1 : 0))}%`;
  if (unit === 'year') return String(value);
  if (unit === 'USD bn per GW') return `${dollars(value)} per gigawatt`;
  if (unit === 'USD per GPU-hour') return `$${value} an hour`;
  const number = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  return unit === 'count' || unit === 'flag' ? number : `${number} ${unit}`;
}
