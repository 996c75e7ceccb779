import { type Fault, pathOf, type Spot } from '../world/network-desk';
import { linkLists } from '../world/network-edits';
import type { NetworkFile, SourcedField } from '../world/network-schema';
import { type FieldUnit, isPercent, networkFields } from './network-fields';
import { networkLinks } from './network-links';
import { fieldText } from './typed-number';
import { capital, thousands } from './words';

/** A fault in words for who is at work at a place: what is wrong there, or where else. */
export function faultWords({ path, text }: Fault, file: NetworkFile, spot?: Spot, unit?: FieldUnit): string {
  if (spot && path === pathOf(file, spot)) return sentence(inUnit(text, unit), file);
  const where = placeWords(path, file);
  return sentence(where === '' ? text : `${where}: ${text}`, file);
}

/** Faults of sums concern a list and no row of it. */
export function isOfList({ path }: Fault): boolean {
  return path === 'firms' || linkLists.some((list) => list === path);
}

function placeWords(path: string, file: NetworkFile): string {
  const [, list, at, field] = /^(\w+)\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [];
  if (at === undefined) return '';
  if (list === 'firms') {
    const name = file.firms[Number(at)]?.name ?? 'the new firm';
    const words = field !== undefined && field in networkFields ? networkFields[field as SourcedField].label : field;
    return words === undefined ? name : `${name}, ${words}`;
  }
  const known = linkLists.find((one) => one === list);
  return known ? `${networkLinks[known].title}, row ${Number(at) + 1}` : '';
}

/** Bounds as the field has its numbers: of a share in percents. */
function inUnit(text: string, unit: FieldUnit | undefined): string {
  if (unit === undefined) return text;
  const own = (number: string) =>
    isPercent(unit)
      ? `${fieldText(Number(number), unit)}%`
      : number.replace(/\d{4,}/, (digits) => thousands(Number(digits)));
  return text.replace(
    /^must be between (\S+) and (\S+), but is (\S+)$/,
    (_, low: string, high: string, is: string) => `must be between ${own(low)} and ${own(high)}, but is ${own(is)}`,
  );
}

/** Weights and shares are typed in percents. */
function inPercents(text: string): string {
  return text.replace(
    /add up to (\S+), more than 1$/,
    (_, sum: string) => `add up to ${fieldText(Number(sum), 'share')}%, more than 100%`,
  );
}

/** Firms by their names, and a full stop. */
function sentence(text: string, { firms }: NetworkFile): string {
  const named = inPercents(text).replace(/"([a-z0-9-]+)"/g, (quoted, id: string) => {
    const name = firms.find((firm) => firm.id === id)?.name;
    return name === undefined ? quoted : name;
  });
  return `${capital(named)}.`;
}
