import { statuses } from '../engine';
import type { SeriesUnit } from '../world/series-words';
import { amount, dollars } from './money';

/** "$ billion a quarter": for an axis or the head of a table. */
export const unitWords: Readonly<Record<SeriesUnit, string>> = {
  flow: '$ billion a quarter',
  stock: '$ billion',
  share: 'per cent',
  flag: 'no or yes',
  status: 'sound, restructured or failed',
  rounding: '$ billion',
};

/** A number of a series, for a sentence: "$12bn", "40%", "failed". */
export function seriesValue(unit: SeriesUnit, value: number): string {
  if (unit === 'flow' || unit === 'stock') return dollars(value);
  return seriesNumber(unit, value) + (unit === 'rounding' && value !== 0 ? ' $bn' : '');
}

/** The same for a table whose head says the unit: "12", "40%", "failed". */
export function seriesNumber(unit: SeriesUnit, value: number): string {
  switch (unit) {
    case 'share':
      return `${amount(round(value * 100))}%`;
    case 'flag':
      return value > 0 ? 'yes' : 'no';
    case 'status':
      return statuses[value] ?? 'sound';
    case 'rounding':
      return value === 0 ? '0' : value.toExponential(1).replaceAll('-', '−');
    default:
      return amount(value);
  }
}

/** How far a number lies from another: "+$12bn", "−4 points", "+1". */
export function seriesDifference(unit: SeriesUnit, difference: number): string {
  const plus = difference > 0 ? '+' : '';
  switch (unit) {
    case 'flow':
    case 'stock':
      return signed(dollars(difference), difference);
    case 'share': {
      const points = amount(round(difference * 100));
      return `${signed(points, difference)} ${points === '1' || points === '−1' ? 'point' : 'points'}`;
    }
    case 'rounding':
      return plus + seriesNumber(unit, difference);
    default:
      return `${plus}${amount(difference)}`;
  }
}

/** "+$12bn", "−$3bn"; what is written as nothing has no sign. */
export function signed(text: string, value: number): string {
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

const round = (x: number) => Number(x.toFixed(1));
