import { type Fault, pathOf, type Spot } from '../world/network-desk';
import { linkLists } from '../world/network-edits';
import type { NetworkFile, SourcedField } from '../world/network-schema';
import { type FieldUnit, isPercent, networkFields } from './network-fields';
import { networkLinks } from './network-links';
import { fieldText } from './typed-number';
import { capital } from './words';

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

/** Bounds of a share in percents, as its field is. */
function inUnit(text: string, unit: FieldUnit | undefined): string {
  if (unit === undefined || !isPercent(unit)) return text;
  const percent = (number: string) => `${fieldText(Number(number), unit)}%`;
  return text.replace(
    /^must be between (\S+) and (\S+), but is (\S+)$/,
    (_, low: string, high: string, is: string) =>
      `must be between ${percent(low)} and ${percent(high)}, but is ${percent(is)}`,
  );
}

/** Firms by their names, and a full stop. */
function sentence(text: string, { firms }: NetworkFile): string {
  const named = text.replace(/"([a-z0-9-]+)"/g, (quoted, id: string) => {
    const name = firms.find((firm) => firm.id === id)?.name;
    return name === undefined ? quoted : name;
  });
  return `${capital(named)}.`;
}
