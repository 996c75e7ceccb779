import type { PlainLink } from '../world/network-desk';
import type { LinkList } from '../world/network-edits';
import type { NetworkFile } from '../world/network-schema';
import { displayQuarter } from '../world/quarters';
import { exactDollars } from './exact';
import type { FieldUnit } from './network-fields';
import { fieldText, valueText } from './typed-number';

/** A column of a table of links: one of its firms, a number, what orders are counted from, or the quarter it begins in. */
export type LinkColumn = { readonly field: string; readonly name: string } & (
  | { readonly kind: 'firm'; readonly lab: boolean }
  | { readonly kind: 'number'; readonly unit: FieldUnit; readonly fresh: number }
  | { readonly kind: 'of' }
  | { readonly kind: 'quarter' }
);

export interface LinkWords {
  readonly title: string;
  /** One of them. */
  readonly one: string;
  /** What they do in the model. */
  readonly meaning: string;
  readonly columns: readonly LinkColumn[];
}

const firm = (field: string, name: string): LinkColumn => ({ field, name, kind: 'firm', lab: false });
const lab = (field: string, name: string): LinkColumn => ({ field, name, kind: 'firm', lab: true });
const number = (field: string, name: string, unit: FieldUnit, fresh: number): LinkColumn => ({
  field,
  name,
  kind: 'number',
  unit,
  fresh,
});

/** Plain words for every list of links of a network, and for what stands in it. */
export const networkLinks: Readonly<Record<LinkList, LinkWords>> = {
  contracts: {
    title: 'Contracts',
    one: 'contract',
    meaning: 'Promises to pay for service, in instalments that grow with the dial for them.',
    columns: [
      firm('payer', 'Who pays'),
      firm('payee', 'Who serves'),
      number('total', 'In all', 'money', 10),
      { field: 'start', name: 'From', kind: 'quarter' },
      number('length', 'For', 'quarters', 20),
    ],
  },
  supply: {
    title: 'Supply links',
    one: 'supply link',
    meaning: 'What a firm orders from another whenever it builds, or whenever it sells.',
    columns: [
      firm('buyer', 'Who orders'),
      firm('supplier', 'From whom'),
      number('share', 'How much', 'share', 0.1),
      { field: 'of', name: 'Of its', kind: 'of' },
    ],
  },
  vendors: {
    title: 'Vendor links',
    one: 'vendor link',
    meaning:
      'Suppliers that put money into a lab’s raises, and how they split their part. The weights of one lab add up to at most 100%.',
    columns: [lab('lab', 'The lab'), firm('vendor', 'Who funds it'), number('weight', 'Weight', 'share', 0)],
  },
  rivals: {
    title: 'Rivals',
    one: 'rival',
    meaning: 'Where the customers of a failed lab go. The weights of one lab add up to at most 100%.',
    columns: [lab('lab', 'From the lab'), firm('to', 'To'), number('weight', 'Weight', 'share', 0)],
  },
  substitution: {
    title: 'Substitution',
    one: 'substitution',
    meaning: 'Whose growth eats into whose own revenue.',
    columns: [firm('from', 'Who grows'), firm('to', 'Who loses'), number('weight', 'Weight', 'share', 0.1)],
  },
};

/** The ids of the two firms that a link binds. */
export function endsOf(list: LinkList, link: PlainLink): readonly string[] {
  const firms = networkLinks[list].columns.filter(({ kind }) => kind === 'firm');
  return firms.map(({ field }) => String(Reflect.get(link, field)));
}

/** A link in words: "OpenAI to Oracle", "$300bn over 20 quarters from 2027 Q1". */
export function linkWords(list: LinkList, link: PlainLink, { firms, start }: Pick<NetworkFile, 'firms' | 'start'>) {
  const ends = endsOf(list, link).map((id) => firms.find((one) => one.id === id)?.name ?? id);
  // A vendor's money goes to the lab.
  return { of: (list === 'vendors' ? ends.toReversed() : ends).join(' to '), words: amountOf(link, start) };
}

function amountOf(link: PlainLink, start: string): string {
  if ('total' in link) {
    return `${exactDollars(link.total)} over ${valueText(link.length, 'quarters')} from ${displayQuarter(link.start, start)}`;
  }
  if ('share' in link) return `${fieldText(link.share, 'share')}% of its ${ordersOf[link.of]}`;
  return `${fieldText(link.weight, 'share')}%`;
}

/** What orders are counted from. */
const ordersOf = { capex: 'capital spending', sales: 'sales' } as const;

/** What can be chosen in a column that is no number. */
export function columnOptions(
  column: LinkColumn,
  link: PlainLink,
  { firms, quarters, start }: NetworkFile,
): readonly { readonly value: string | number; readonly name: string }[] {
  if (column.kind === 'of') return Object.entries(ordersOf).map(([value, name]) => ({ value, name }));
  if (column.kind === 'quarter') {
    // A file may hold one that begins after the run.
    const count = Math.max(quarters, Number(Reflect.get(link, column.field)) + 1);
    return Array.from({ length: count }, (_, t) => ({ value: t, name: displayQuarter(t, start) }));
  }
  const onlyLabs = column.kind === 'firm' && column.lab;
  return firms.filter(({ lab }) => lab || !onlyLabs).map(({ id, name }) => ({ value: id, name }));
}

/** The first two firms that a list can still bind, in the order of its columns. Contracts and supply links may bind a pair again. */
export function freePair(list: LinkList, file: NetworkFile): readonly [string, string] | undefined {
  const needsLab = networkLinks[list].columns.some((column) => column.kind === 'firm' && column.lab);
  const bindsAgain = list === 'contracts' || list === 'supply';
  const taken = new Set(bindsAgain ? [] : file[list].map((link) => String(endsOf(list, link))));
  for (const one of file.firms) {
    if (needsLab && !one.lab) continue;
    const other = file.firms.find(({ id }) => id !== one.id && !taken.has(String([one.id, id])));
    if (other) return [one.id, other.id];
  }
  return undefined;
}

/** A new link of a list between two firms, with numbers that can stand in any network. */
export function freshLink(list: LinkList, [one, other]: readonly [string, string]): PlainLink {
  const ends = [one, other];
  const fields = networkLinks[list].columns.map((column) => {
    if (column.kind === 'firm') return [column.field, ends.shift()];
    if (column.kind === 'number') return [column.field, column.fresh];
    return [column.field, column.kind === 'of' ? 'capex' : 0];
  });
  return Object.fromEntries(fields) as PlainLink;
}
