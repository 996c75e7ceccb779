import type { KnownFigures } from './basis';
import { byHand, type LinkList, linkLists, lostFit, type Plain, withoutLostFits } from './network-edits';
import { emptyFirm, freeId } from './network-firms';
import type { FirmInFile, NetworkFile, SourcedField } from './network-schema';
import { readNetwork } from './parse-network';
import { inWorkingOrder } from './supply-order';

/**
 * A network on a desk: what a reader may do to it, one thing at a time. Each gives a new network that passes its check, or says why it would not; the network it
 * starts from is never changed.
 */
export type NetworkEdit =
  | { readonly kind: 'set'; readonly spot: Spot; readonly value: SpotValue }
  | { readonly kind: 'add-link'; readonly list: LinkList; readonly link: PlainLink }
  | { readonly kind: 'remove-link'; readonly list: LinkList; readonly at: number }
  /** `like`: the id of the firm it is a copy of; without, it is an empty one. */
  | { readonly kind: 'add-firm'; readonly name: string; readonly like: string | undefined }
  | { readonly kind: 'remove-firm'; readonly firm: string };

export type NumberField = Exclude<SourcedField, 'openingStakes'>;
export type SpotValue = string | number | boolean;

/** A place that holds one value. A stake of 0 is none. */
export type Spot =
  | { readonly of: 'firm'; readonly firm: string; readonly field: NumberField | 'name' | 'role' | 'lab' }
  | { readonly of: 'stake'; readonly firm: string; readonly lab: string }
  | { readonly of: 'venture'; readonly field: 'annual' | 'growth' }
  | { readonly of: 'title' }
  | { readonly of: 'link'; readonly list: LinkList; readonly at: number; readonly field: string };

export type PlainLink = { [L in LinkList]: Plain<NetworkFile[L][number]> }[LinkList];

/** A fault of the network that an edit would make. */
export interface Fault {
  /** Where it lies: "firms[2].cash.value", "contracts[0]", "vendors". */
  readonly path: string;
  /** The rest of the sentence. */
  readonly text: string;
}

export type Edited =
  | { readonly ok: true; readonly file: NetworkFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Does one thing to a network.
 *
 * @param base the network that edits are counted from: a value set to what it is there gets its basis back.
 * @param known the figures that bases may name.
 */
export function tryEdit(file: NetworkFile, edit: NetworkEdit, base: NetworkFile, known: KnownFigures): Edited {
  if (edit.kind === 'set' && valueAt(file, edit.spot) === edit.value) return { ok: true, file };
  const next = edited(file, edit, base);
  const read = readNetwork(next, known);
  return read.ok ? { ok: true, file: next } : { ok: false, faults: read.messages.map(faultOf) };
}

/** What stands in a place; undefined if the place is gone. */
export function valueAt(file: NetworkFile, spot: Spot): SpotValue | undefined {
  if (spot.of === 'title') return file.title;
  if (spot.of === 'venture') return file.venture[spot.field].value;
  if (spot.of === 'link') return Reflect.get(file[spot.list][spot.at] ?? {}, spot.field);
  const firm = file.firms.find(({ id }) => id === spot.firm);
  if (!firm) return undefined;
  if (spot.of === 'stake') return firm.openingStakes.value[spot.lab] ?? 0;
  const value = firm[spot.field];
  return typeof value === 'object' ? value.value : value;
}

/** The path by which messages name a place. */
export function pathOf(file: NetworkFile, spot: Spot): string {
  if (spot.of === 'title') return 'title';
  if (spot.of === 'venture') return `venture.${spot.field}.value`;
  if (spot.of === 'link') return `${spot.list}[${spot.at}].${spot.field}`;
  const firm = `firms[${file.firms.findIndex(({ id }) => id === spot.firm)}]`;
  if (spot.of === 'stake') return `${firm}.openingStakes.value.${spot.lab}`;
  return `${firm}.${spot.field}${['name', 'role', 'lab'].includes(spot.field) ? '' : '.value'}`;
}

/** Takes a message of a check apart: "firms[2].cash.value (meta): must be a number, but is a list". */
export function faultOf(message: string): Fault {
  const [, path = '', text = message] = /^([\w[\].-]+)(?: \([a-z0-9-]+\))?: (.*)$/s.exec(message) ?? [];
  return { path, text };
}

/** What goes with a firm: links of each list, and stakes that others hold in it. */
export function boundTo(file: NetworkFile, id: string): Readonly<Record<LinkList | 'stakes', number>> {
  const lists = linkLists.map((list) => [list, file[list].filter((link) => names(link, id)).length]);
  const stakes = file.firms.filter((firm) => firm.id !== id && Object.hasOwn(firm.openingStakes.value, id)).length;
  return Object.fromEntries([...lists, ['stakes', stakes]]);
}

function edited(file: NetworkFile, edit: NetworkEdit, base: NetworkFile): NetworkFile {
  switch (edit.kind) {
    case 'set':
      return withValue(file, edit.spot, edit.value, base);
    case 'add-link':
      return withList(file, edit.list, [...file[edit.list], withBasis(edit.link, base[edit.list])]);
    case 'remove-link':
      return withList(file, edit.list, file[edit.list].toSpliced(edit.at, 1));
    case 'add-firm':
      return { ...file, firms: [...file.firms, newFirm(file, edit)] };
    case 'remove-firm':
      return withoutFirm(file, edit.firm);
  }
}

function withValue(file: NetworkFile, spot: Spot, value: SpotValue, base: NetworkFile): NetworkFile {
  if (spot.of === 'title') return { ...file, title: value as string };
  if (spot.of === 'venture') {
    return { ...file, venture: { ...file.venture, [spot.field]: basedOn(base.venture[spot.field], value) } };
  }
  if (spot.of === 'link') {
    const { list, at, field } = spot;
    const changed = file[list].map(({ basis, ...plain }, i) =>
      i === at ? withBasis({ ...plain, [field]: value } as PlainLink, base[list]) : { ...plain, basis },
    );
    return withList(file, list, changed);
  }
  const old = base.firms.find(({ id }) => id === spot.firm);
  const firms = file.firms.map((firm) => {
    if (firm.id !== spot.firm) return firm;
    if (spot.of === 'stake') return withField(firm, 'openingStakes', stakesWith(firm, spot.lab, value as number), old);
    const { field } = spot;
    return field === 'name' || field === 'role' || field === 'lab'
      ? { ...firm, [field]: value }
      : withField(firm, field, value, old);
  });
  return { ...file, firms };
}

/** In the order of the firms that they already name; the new one behind. */
function stakesWith(firm: FirmInFile, lab: string, worth: number): Record<string, number> {
  const { [lab]: _, ...others } = firm.openingStakes.value;
  return worth === 0 ? others : { ...firm.openingStakes.value, [lab]: worth };
}

/** A firm with another value. What was fitted together with it fits nothing any more; back at the value of the base, all of that fit is. */
function withField(firm: FirmInFile, field: SourcedField, value: unknown, old: FirmInFile | undefined): FirmInFile {
  const changed = { ...firm, [field]: basedOn(old?.[field], value) };
  const fitted = Object.entries(changed).map(([name, entry]) => {
    const before = old?.[name as SourcedField];
    return [
      name,
      before && typeof entry === 'object' && entry.basis === lostFit ? basedOn(before, entry.value, entry) : entry,
    ];
  });
  return withoutLostFits(Object.fromEntries(fitted) as FirmInFile);
}

/** The value as it is in the base, with its basis there, or as one that was set by hand. */
function basedOn(
  old: { readonly value: unknown; readonly basis: string } | undefined,
  value: unknown,
  otherwise?: unknown,
) {
  return old && same(old.value, value) ? old : (otherwise ?? { value, basis: byHand });
}

function withBasis(link: PlainLink, base: readonly { readonly basis: string }[]): PlainLink & { basis: string } {
  const old = base.find(({ basis: _, ...plain }) => same(plain, link));
  return { ...link, basis: old?.basis ?? byHand };
}

function withList(file: NetworkFile, list: LinkList, links: readonly object[]): NetworkFile {
  const next = { ...file, [list]: links } as NetworkFile;
  return list === 'supply' ? { ...next, supply: inWorkingOrder(next.supply) } : next;
}

function newFirm(
  file: NetworkFile,
  { name, like }: { readonly name: string; readonly like: string | undefined },
): FirmInFile {
  const model = file.firms.find(({ id }) => id === like);
  const firm = { ...(model ?? emptyFirm), id: freeId(name, file), name };
  const values = Object.entries(firm).map(([field, entry]) => [
    field,
    typeof entry === 'object' ? { value: entry.value, basis: byHand } : entry,
  ]);
  // The money on offer is shared out already: a copy gets none of it until somebody says so.
  return { ...(Object.fromEntries(values) as FirmInFile), ventureShare: { value: 0, basis: byHand } };
}

function withoutFirm(file: NetworkFile, id: string): NetworkFile {
  const firms = file.firms.flatMap((firm) => {
    if (firm.id === id) return [];
    if (!Object.hasOwn(firm.openingStakes.value, id)) return [firm];
    const { [id]: _, ...value } = firm.openingStakes.value;
    return [{ ...firm, openingStakes: { value, basis: byHand } }];
  });
  const lists = linkLists.map((list) => [list, file[list].filter((link) => !names(link, id))]);
  return { ...file, firms, ...Object.fromEntries(lists) };
}

/** Is the firm an end of this link? */
function names(link: object, id: string): boolean {
  return ends.some((end) => Reflect.get(link, end) === id);
}

const ends = ['payer', 'payee', 'buyer', 'supplier', 'lab', 'vendor', 'from', 'to'] as const;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
