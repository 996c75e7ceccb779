import { type LinkList, linkLists, plainFirm } from '../world/network-edits';
import type { FirmInFile, NetworkFile, SourcedField } from '../world/network-schema';
import { displayQuarter } from '../world/quarters';
import { networkFields } from './network-fields';
import { endsOf, linkWords, networkLinks } from './network-links';
import { valueText } from './typed-number';
import { capital, counted, listed } from './words';

/** One change against another network. */
export interface EditRow {
  /** "OpenAI: cash as the run opens" */
  readonly what: string;
  readonly was: string;
  readonly now: string;
  /** What was done, for one who has done it: "OpenAI: cash as the run opens: $70bn to $80bn", "CoreWeave added". */
  readonly deed: string;
}

const turned = (what: string, was: string, now: string): EditRow => ({
  what,
  was,
  now,
  deed: `${what}: ${was} to ${now}`,
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** All in which a network differs from the one it was made of, in words, in the order of the file. */
export function editRows(base: NetworkFile, file: NetworkFile): readonly EditRow[] {
  const inBase = new Map(base.firms.map((firm) => [firm.id, firm]));
  const inFile = new Set(file.firms.map(({ id }) => id));
  return [
    ...headRows(base, file),
    ...(['annual', 'growth'] as const).flatMap((field) => {
      const [was, now] = [base.venture[field].value, file.venture[field].value];
      const { label, unit } = ventureFields[field];
      return was === now ? [] : [turned(`Investors: ${label}`, valueText(was, unit), valueText(now, unit))];
    }),
    ...base.firms
      .filter(({ id }) => !inFile.has(id))
      .map(({ name }) => ({ what: name, was: 'there', now: 'removed', deed: `${name} removed` })),
    ...file.firms.flatMap((firm) => {
      const old = inBase.get(firm.id);
      return old
        ? firmRows(old, base, firm, file)
        : [{ what: firm.name, was: 'not there', now: 'a new firm', deed: `${firm.name} added` }];
    }),
    ...linkLists.flatMap((list) => linkRows(list, base, file)),
  ];
}

/** What the venture money is, in words. */
export const ventureFields = {
  annual: {
    label: 'money on offer a year',
    unit: 'yearly',
    meaning: 'What investors offer to all labs together, as the run opens.',
  },
  growth: { label: 'growth of that money a year', unit: 'rate', meaning: 'Year after year, until the music stops.' },
} as const;

function headRows(base: NetworkFile, file: NetworkFile): EditRow[] {
  const heads = [
    ['The name of the network', base.title, file.title],
    ['Its id', base.id, file.id],
    ['Its date', base.asOf, file.asOf],
    ['The first quarter', displayQuarter(0, base.start), displayQuarter(0, file.start)],
    ['How long it runs', valueText(base.quarters, 'quarters'), valueText(file.quarters, 'quarters')],
  ] as const;
  return heads.flatMap(([what, was, now]) => (was === now ? [] : [turned(what, was, now)]));
}

/** The fields in which a firm differs from what it was. */
export function changedFields(old: FirmInFile, firm: FirmInFile): readonly (keyof FirmInFile)[] {
  const [was, now] = [plainFirm(old), plainFirm(firm)];
  return (Object.keys(firm) as (keyof FirmInFile)[]).filter((field) => !same(was[field], now[field]));
}

function firmRows(old: FirmInFile, base: NetworkFile, firm: FirmInFile, file: NetworkFile): EditRow[] {
  return changedFields(old, firm).map((field) =>
    turned(
      `${firm.name}: ${field in networkFields ? networkFields[field as SourcedField].label : (identity[field] ?? field)}`,
      fieldWords(old, field, base),
      fieldWords(firm, field, file),
    ),
  );
}

const identity: Readonly<Record<string, string>> = {
  name: 'its name',
  role: 'what kind of firm it is',
  lab: 'whether it is a lab',
};

function fieldWords(firm: FirmInFile, field: keyof FirmInFile, { firms }: NetworkFile): string {
  const entry = firm[field];
  if (typeof entry === 'boolean') return entry ? 'yes' : 'no';
  if (typeof entry === 'string') return entry;
  if (typeof entry.value === 'number') return valueText(entry.value, networkFields[field as SourcedField].unit);
  const called = (id: string) => firms.find((one) => one.id === id)?.name ?? id;
  return (
    listed(Object.entries(entry.value).map(([id, worth]) => `${valueText(worth, 'stakes')} in ${called(id)}`)) || 'none'
  );
}

type AnyLink = NetworkFile[LinkList][number];

/** Links that are on one side only; two of the same firms are one that was changed. */
function linkRows(list: LinkList, base: NetworkFile, file: NetworkFile): EditRow[] {
  const gone = without<AnyLink>(base[list], file[list]);
  const come = without<AnyLink>(file[list], base[list]);
  const { one } = networkLinks[list];
  const rows = gone.map((link) => {
    const was = linkWords(list, link, base);
    const at = come.findIndex((other) => same(endsOf(list, other), endsOf(list, link)));
    const [other] = at < 0 ? [] : come.splice(at, 1);
    const now = other && linkWords(list, other, file);
    const what = `${(now ?? was).of}: ${one}`;
    if (now) return turned(what, was.words, now.words);
    return { what, was: was.words, now: 'removed', deed: `${one} ${was.of} removed (${was.words})` };
  });
  const added = come.map((link) => {
    const { of, words } = linkWords(list, link, file);
    return { what: `${of}: ${one}`, was: 'not there', now: words, deed: `${one} ${of} added (${words})` };
  });
  return [...rows, ...added];
}

/** What is left of a list when each entry of another is taken out of it once. Bases do not count. */
function without<T extends { readonly basis: string }>(list: readonly T[], others: readonly T[]): T[] {
  const left = [...list];
  const plain = ({ basis: _, ...link }: T) => link;
  for (const other of others) {
    const at = left.findIndex((link) => same(plain(link), plain(other)));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** What goes when a firm is removed: "three contracts, one supply link and two stakes in it". Empty: nothing does. */
export function boundWords(bound: Readonly<Record<LinkList | 'stakes', number>>): string {
  const parts = linkLists.filter((list) => bound[list] > 0).map((list) => counted(bound[list], networkLinks[list].one));
  return listed([...parts, ...(bound.stakes > 0 ? [counted(bound.stakes, 'stake in it', 'stakes in it')] : [])]);
}

/** "Nothing is changed", "Three changes against the essay’s network" */
export function editsSentence(rows: readonly EditRow[]): string {
  if (rows.length === 0) return 'This is the essay’s network. Nothing is changed.';
  return `${capital(counted(rows.length, 'change'))} against the essay’s network.`;
}
