import type { Source } from '../world/network-bases';
import { sourcesOf } from '../world/network-bases';
import type { FirmInFile, NetworkFile, SourcedField } from '../world/network-schema';
import { exactDollars, exactPercent } from './exact';
import { figureIds } from './figure-words';
import { networkFields } from './network-fields';
import { valueText } from './typed-number';
import { listed } from './words';

/** One number of a network file: what it is of whom, in words, and where it comes from. */
export interface Given {
  /** "openai.revenue", "contracts.openai.oracle": the name of its source. */
  readonly name: string;
  /** Whom or what it describes: "OpenAI", "OpenAI to Oracle", "Investors". */
  readonly of: string;
  /** The field of the file, by which alike things are grouped: "revenue", "contracts". */
  readonly field: string;
  readonly label: string;
  readonly words: string;
  readonly source: Source;
}

/** Every number of a network file that has a basis, in the order of the file. */
export function givensOf(file: NetworkFile): readonly Given[] {
  const called = new Map(file.firms.map(({ id, name }) => [id, name]));
  const pair = (a: string, b: string) => `${called.get(a)} to ${called.get(b)}`;
  const described = new Map<string, Omit<Given, 'name' | 'source'>>();
  const { annual, growth } = file.venture;
  const investors = { of: 'Investors', field: 'venture' };
  described.set('venture.annual', { ...investors, label: 'money on offer a year', words: exactDollars(annual.value) });
  described.set('venture.growth', {
    ...investors,
    label: 'growth of that money a year',
    words: exactPercent(growth.value),
  });
  for (const firm of file.firms) {
    for (const field of Object.keys(networkFields) as SourcedField[]) {
      const { label } = networkFields[field];
      described.set(`${firm.id}.${field}`, { of: firm.name, field, label, words: valueWords(firm, field, called) });
    }
  }
  for (const c of file.contracts) {
    const words = `${exactDollars(c.total)} over ${c.length} quarters, from quarter ${c.start + 1}`;
    const of = pair(c.payer, c.payee);
    described.set(`contracts.${c.payer}.${c.payee}`, { of, field: 'contracts', label: 'contract', words });
  }
  for (const s of file.supply) {
    const words = `${exactPercent(s.share)} of ${s.of === 'capex' ? 'capital spending' : 'sales'}`;
    const of = pair(s.buyer, s.supplier);
    described.set(`supply.${s.buyer}.${s.supplier}.${s.of}`, { of, field: 'supply', label: 'orders', words });
  }
  for (const w of file.vendors) {
    const of = pair(w.vendor, w.lab);
    const label = 'part of what suppliers put into a raise';
    described.set(`vendors.${w.lab}.${w.vendor}`, { of, field: 'vendors', label, words: exactPercent(w.weight) });
  }
  for (const r of file.rivals) {
    const label = 'part of the customers who would move on';
    const of = pair(r.lab, r.to);
    described.set(`rivals.${r.lab}.${r.to}`, { of, field: 'rivals', label, words: exactPercent(r.weight) });
  }
  for (const s of file.substitution) {
    const label = 'weight with which growth is taken from another’s revenue';
    const of = `${called.get(s.from)} from ${called.get(s.to)}`;
    described.set(`substitution.${s.from}.${s.to}`, {
      of,
      field: 'substitution',
      label,
      words: exactPercent(s.weight),
    });
  }
  return sourcesOf(file, figureIds).map((source) => {
    const words = described.get(source.name);
    if (!words) throw new Error(`There are no words for ${source.name}`);
    return { name: source.name, source, ...words };
  });
}

function valueWords(firm: FirmInFile, field: SourcedField, called: ReadonlyMap<string, string>): string {
  if (field === 'openingStakes') {
    const stakes = Object.entries(firm.openingStakes.value);
    return listed(stakes.map(([lab, worth]) => `${exactDollars(worth)} in ${called.get(lab)}`)) || 'none';
  }
  return valueText(firm[field].value, networkFields[field].unit);
}
