import type { FirmInFile, NetworkFile, SourcedField } from './network-schema';

/**
 * What makes one network out of another, as small as it can be said: for a link, and for the reader to see what was changed. Values without their bases, for a
 * value that somebody sets is an assumption of theirs.
 */
export interface NetworkEdits {
  readonly id?: string;
  readonly title?: string;
  readonly start?: string;
  readonly quarters?: number;
  readonly asOf?: string;
  readonly venture?: { readonly annual?: number; readonly growth?: number };
  /** By id, the fields that differ. */
  readonly changed?: Readonly<Record<string, Partial<PlainFirm>>>;
  readonly added?: readonly PlainFirm[];
  readonly removed?: readonly string[];
  /** All ids, where the firms stand in another order than the base's with the new ones at its end. */
  readonly order?: readonly string[];
  /** Each list of links that differs, whole. */
  readonly links?: { readonly [L in LinkList]?: readonly Plain<NetworkFile[L][number]>[] };
}

/** What a network says of itself, and when it runs. */
const heads = ['id', 'title', 'start', 'quarters', 'asOf'] as const;

export const linkLists = ['contracts', 'supply', 'vendors', 'rivals', 'substitution'] as const;
export type LinkList = (typeof linkLists)[number];

/** An entry of a list without its basis. */
export type Plain<T> = Omit<T, 'basis'>;

/** A firm with plain values. */
export type PlainFirm = Omit<FirmInFile, SourcedField> & { readonly [F in SourcedField]: FirmInFile[F]['value'] };

/** The basis of what a reader has set. */
export const byHand = 'assumption: set by hand';

/** The basis of a value that was fitted together with one that a reader has set. */
export const lostFit = 'assumption: kept as it was when another value was set by hand';

/** Is a field of a firm a value with a basis? */
const isSourced = (value: FirmInFile[keyof FirmInFile]): value is FirmInFile[SourcedField] => typeof value === 'object';

export function plainFirm(firm: FirmInFile): PlainFirm {
  const fields = Object.entries(firm).map(([field, value]) => [field, isSourced(value) ? value.value : value]);
  return Object.fromEntries(fields) as PlainFirm;
}

function plainLink<T extends { readonly basis: string }>({ basis: _, ...plain }: T): Omit<T, 'basis'> {
  return plain;
}

/** Numbers, texts, lists and records of them: equal if they read the same. The files write their fields in one order. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What has to be changed in `base` to get the values of `file`. Undefined if nothing. */
export function editsOf(base: NetworkFile, file: NetworkFile): NetworkEdits | undefined {
  const before = new Map(base.firms.map((firm) => [firm.id, plainFirm(firm)]));
  const after = new Map(file.firms.map((firm) => [firm.id, plainFirm(firm)]));
  const changed = [...after].flatMap(([id, firm]) => {
    const old = before.get(id);
    const fields = old ? Object.entries(firm).filter(([field, value]) => !same(value, Reflect.get(old, field))) : [];
    return fields.length === 0 ? [] : [[id, Object.fromEntries(fields)] as const];
  });
  const links = linkLists.flatMap((list) => {
    const plain = file[list].map(plainLink);
    return same(plain, base[list].map(plainLink)) ? [] : [[list, plain] as const];
  });
  const venture = (['annual', 'growth'] as const).flatMap((field) =>
    same(file.venture[field].value, base.venture[field].value) ? [] : [[field, file.venture[field].value] as const],
  );
  const inTurn = [
    ...[...before.keys()].filter((id) => after.has(id)),
    ...[...after.keys()].filter((id) => !before.has(id)),
  ];
  const edits: NetworkEdits = {
    ...Object.fromEntries(heads.flatMap((head) => (file[head] === base[head] ? [] : [[head, file[head]]]))),
    ...(venture.length > 0 && { venture: Object.fromEntries(venture) }),
    ...(changed.length > 0 && { changed: Object.fromEntries(changed) }),
    ...some(
      'added',
      [...after].flatMap(([id, firm]) => (before.has(id) ? [] : [firm])),
    ),
    ...some(
      'removed',
      [...before.keys()].filter((id) => !after.has(id)),
    ),
    ...(!same(inTurn, [...after.keys()]) && { order: [...after.keys()] }),
    ...(links.length > 0 && { links: Object.fromEntries(links) }),
  };
  return Object.keys(edits).length === 0 ? undefined : edits;
}

function some<K extends string, T>(key: K, list: readonly T[]): Partial<Record<K, readonly T[]>> {
  return list.length === 0 ? {} : ({ [key]: list } as Record<K, readonly T[]>);
}

/**
 * The network that these edits make of `base`. They come from a link, so anything may be in them: what comes out is JSON to be checked (parse-network.ts), and
 * nothing but a TypeError is thrown for what has no shape at all.
 */
export function withEdits(base: NetworkFile, edits: NetworkEdits): unknown {
  const { venture = {}, changed = {}, added = [], removed = [], order, links = {} } = edits;
  const firms = [
    ...base.firms
      .filter(({ id }) => !removed.includes(id))
      .map((firm) => withoutLostFits({ ...firm, ...sourced(Object.hasOwn(changed, firm.id) ? changed[firm.id] : {}) })),
    ...added.map((firm) => sourced(firm)),
  ];
  return {
    ...base,
    ...Object.fromEntries(heads.flatMap((head) => (edits[head] === undefined ? [] : [[head, edits[head]]]))),
    venture: { ...base.venture, ...sourced(venture) },
    firms: order === undefined ? firms : inOrder(firms, order),
    ...Object.fromEntries(
      linkLists.flatMap((list) => {
        const edited = Object.hasOwn(links, list) ? links[list] : undefined;
        return edited === undefined
          ? []
          : [[list, edited.map((link) => ({ ...link, basis: basisOf(link, base[list]) }))]];
      }),
    ),
  };
}

/** A firm that the order does not name comes after those that it does. */
function inOrder<T extends object>(firms: readonly T[], order: readonly string[]): T[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const placeOf = (firm: T) => place.get(String(Reflect.get(firm, 'id'))) ?? order.length;
  return firms.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Plain values with the basis of what is set by hand. Who a firm is needs none. */
function sourced(plain: object = {}): Record<string, unknown> {
  const fields = Object.entries(plain).map(([field, value]) => {
    return [field, ['id', 'name', 'role', 'lab'].includes(field) ? value : { value, basis: byHand }];
  });
  return Object.fromEntries(fields);
}

/** A link as it stands in the base keeps its basis. */
function basisOf(link: object, base: readonly { readonly basis: string }[]): string {
  return base.find((old) => same(plainLink(old), link))?.basis ?? byHand;
}

/** "same fit" means the fit before it. Where that was set by hand, the value stays what it was, and nothing fits it any more. */
export function withoutLostFits(firm: FirmInFile): FirmInFile {
  let fitted = false;
  const fields = Object.entries(firm).map(([field, value]) => {
    if (!isSourced(value)) return [field, value];
    fitted ||= value.basis.startsWith('set so that');
    const lost = value.basis.startsWith('same fit') && !fitted;
    return [field, lost ? { ...value, basis: lostFit } : value];
  });
  return Object.fromEntries(fields) as FirmInFile;
}
