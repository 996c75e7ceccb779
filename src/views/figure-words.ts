import values from 'virtual:figure-values';
import { type KnownFigures, knownFigures } from '../world/basis';
import { dateWords } from './date-words';
import { exactDollars, exactPercent } from './exact';
import { dollars } from './money';
import { curly } from './words';

/** A sourced number as the page has it at hand. */
export interface SourcedNumber {
  readonly value: number;
  readonly unit: string;
  /** A: a filing or release of the company, or a study of the past. B: press or analysts, or a statement through the press. C: an estimate or a rough derivation. */
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

/** Which figures there are. */
export const figureIds: KnownFigures = knownFigures(Object.keys(values).map((id) => ({ id })));

/** What a grade says of a number. */
export const gradeMeaning: Readonly<Record<SourcedNumber['grade'], string>> = {
  A: 'a filing or release of the company itself, a digest that keeps close to its words, or a scholar’s study of the past',
  B: 'reputable press or analysts, or a statement of the company that was read only through the press',
  C: 'a blog, an estimate or a rough derivation',
};

/** The number in words: "$627bn", "49%", "6 years". */
export function figureWords({ value, unit }: Pick<SourcedNumber, 'value' | 'unit'>): string {
  if (unit === 'USD bn') return dollars(value);
  if (unit === 'fraction') return percent(value);
  if (unit === 'year') return String(value);
  if (unit === 'flag') return value === 1 ? 'yes' : 'no';
  if (unit === 'USD bn per GW') return `${dollars(value)} per gigawatt`;
  if (unit === 'USD per GPU-hour') return `$${value.toFixed(2)} an hour`;
  const number = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  return unit === 'count' ? number : `${number} ${unit}`;
}

function percent(value: number): string {
  return `${Number((100 * value).toFixed(Math.abs(value) < 0.1 ? 1 : 0))}%`.replace('-', '−');
}

/** The number as its source has it, for a list that is there to be checked: "$89.5bn", "47.8%". */
export function exactWords(figure: Pick<SourcedNumber, 'value' | 'unit'>): string {
  const { value, unit } = figure;
  if (unit === 'USD bn') return exactDollars(value);
  return unit === 'fraction' ? exactPercent(value) : figureWords(figure);
}

/** "$250bn to $285bn"; nothing where the sources give no range, nor for a yes or no. */
export function rangeWords(figure: {
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}): string | undefined {
  const { unit, low, high } = figure;
  if (unit === 'flag' || low === undefined || high === undefined) return undefined;
  return `${exactWords({ value: low, unit })} to ${exactWords({ value: high, unit })}`;
}

/** What a sourced number is called in a sentence: "OpenAI: Cash burn, quarter (2026 Q1)". Several have the same name but for their time. */
export function figureName(figure: {
  readonly subject: string;
  readonly quantity: string;
  readonly as_of: string;
}): string {
  const { subject, quantity, as_of } = figure;
  return curly(`${subject}: ${quantity} (${dateWords(as_of.replace(/ \(.*\)$/, ''))})`);
}
