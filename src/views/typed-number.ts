import { quoted } from '../world/quoted';
import { exactDollars, exactPercent } from './exact';
import { type FieldUnit, isPercent } from './network-fields';

/** A number as a field shows it, without its unit: 0.62 of a share is "62". */
export function fieldText(value: number, unit: FieldUnit): string {
  // Fifteen digits: a hundred times a decimal is mostly not the decimal that it should be.
  return String(isPercent(unit) ? Number((100 * value).toPrecision(15)) : value).replace('-', '−');
}

/** A number in a sentence, with its unit; what it is of says whether it is a year's. */
export function valueText(value: number, unit: FieldUnit): string {
  if (unit === 'money' || unit === 'yearly' || unit === 'stakes') return exactDollars(value);
  if (isPercent(unit)) return exactPercent(value);
  if (unit === 'multiple') return `$${value}`;
  const text = fieldText(value, unit);
  return unit === 'weight' ? text : `${text} ${value === 1 ? unit.slice(0, -1) : unit}`;
}

export type TypedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

const shape = /^\$?\s*([+-]?)\$?\s*(\d[\d,]*\.?\d*|[.,]\d+)(e[+-]?\d+)?\s*(.*)$/i;

/** Words that may follow the number, by unit. */
const tails: Readonly<Record<FieldUnit, RegExp>> = {
  money: /^(\$?bn|billion)?$/,
  yearly: /^(\$?bn|billion)?( (a|per) year)?$/,
  share: /^(%|percent)?$/,
  rate: /^(%|percent)?( ?(a|per) year)?$/,
  quarters: /^(q|quarters?)?$/,
  years: /^(y|years?)?$/,
  multiple: /^$/,
  weight: /^$/,
  stakes: /^(\$?bn|billion)?$/,
};

/** Reads what is typed into a field whose unit stands beside it: "62" in a field of percents is 0.62. Bounds are the business of the network's check. */
export function readTyped(text: string, unit: FieldUnit): TypedNumber {
  const trimmed = text.trim().replaceAll('−', '-');
  const [, sign = '', digits = '', power = '', tail = ''] = shape.exec(trimmed) ?? [];
  if (digits === '' || !tails[unit].test(tail.toLowerCase())) {
    return refuse(trimmed === '' ? 'Type a number.' : `${quoted(text)} is not a number here. Type digits alone.`);
  }
  const commas = digits.split(',');
  // A comma before three digits is a point to some and nothing to others.
  if (commas.length === 2 && !digits.includes('.') && commas[1]?.length === 3 && !/^0?$/.test(commas[0] ?? '')) {
    return refuse(`${quoted(digits)} can be read as ${commas.join('')} or as ${commas.join('.')}. Type one of them.`);
  }
  const isGrouped =
    commas.length > 1 && /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits) && (commas.length > 2 || digits.includes('.'));
  const plain = isGrouped ? digits.replaceAll(',', '') : digits.replace(',', '.');
  const number = Number(`${sign}${plain}${power}`);
  if (!Number.isFinite(number)) return refuse(`${quoted(text)} is not a number here. Type digits alone.`);
  // Through the decimal text, so that 62% is 0.62 to the bit. Zero has no sign.
  return { ok: true, value: (isPercent(unit) ? hundredth(number) : number) + 0 };
}

function hundredth(number: number): number {
  const text = String(number);
  return text.includes('e') ? number / 100 : Number(`${text}e-2`);
}

function refuse(message: string): TypedNumber {
  return { ok: false, message };
}
