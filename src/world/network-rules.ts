import { repeated } from './checks';
import { dialOf } from './dials';
import type { NetworkFile } from './network-schema';

/**
 * What the fields of a network file demand of each other: firms that exist, shares that add up, supply links in an order in which
 * they can be worked out. Each rule gives its faults as messages that open with the path of the field.
 */
type Rule = (file: NetworkFile) => string[];

/** Sums of shares and weights may miss their mark by this much: decimals do not add up exactly. */
const tolerance = 1e-9;

/** The faults of a file of the right shape; none if it can be run. */
export function networkFaults(file: NetworkFile): string[] {
  return rules.flatMap((rule) => rule(file));
}

const uniqueFirms: Rule = ({ firms }) =>
  repeated(
    firms.map(({ id }) => id),
    (i) => `firms[${i}].id`,
    'the firm',
  );

/** A link of two firms: where it stands in the file, which fields name its firms, and which of them must be a lab. */
const links = [
  { list: 'contracts', ends: ['payer', 'payee'], lab: undefined },
  { list: 'supply', ends: ['buyer', 'supplier'], lab: undefined },
  { list: 'vendors', ends: ['lab', 'vendor'], lab: 'lab' },
  { list: 'rivals', ends: ['lab', 'to'], lab: 'lab' },
  { list: 'substitution', ends: ['from', 'to'], lab: undefined },
] as const;

const linksNameFirms: Rule = (file) => {
  const firms = new Map(file.firms.map((firm) => [firm.id, firm]));
  return links.flatMap(({ list, ends, lab }) =>
    file[list].flatMap((entry: Readonly<Record<string, unknown>>, i) => {
      const [from, to] = ends.map((end) => String(entry[end]));
      const faults = ends
        .filter((end) => !firms.has(String(entry[end])))
        .map((end) => `${list}[${i}].${end}: there is no firm "${String(entry[end])}"`);
      if (from === to) faults.push(`${list}[${i}]: links the firm "${from}" with itself`);
      if (lab && from !== undefined && firms.get(from)?.lab === false) {
        faults.push(`${list}[${i}].${lab}: the firm "${from}" is not a lab`);
      }
      return faults;
    }),
  );
};

const stakesInLabs: Rule = ({ firms }) =>
  firms.flatMap((firm, i) =>
    Object.keys(firm.openingStakes.value).flatMap((id) => {
      const path = `firms[${i}].openingStakes.value.${id} (${firm.id})`;
      const lab = firms.find((other) => other.id === id);
      if (lab === undefined) return [`${path}: there is no firm "${id}"`];
      if (id === firm.id) return [`${path}: a firm holds no stake in itself`];
      return lab.lab ? [] : [`${path}: the firm "${id}" is not a lab`];
    }),
  );

/** Two entries for the same pair are a slip: their weights belong into one. (Two contracts of one pair are not.) */
const pairsOnce: Rule = (file) =>
  (['vendors', 'rivals', 'substitution'] as const).flatMap((list) =>
    repeated(
      file[list].map((entry) =>
        'lab' in entry ? `${entry.lab} to ${'to' in entry ? entry.to : entry.vendor}` : `${entry.from} to ${entry.to}`,
      ),
      (i) => `${list}[${i}]`,
      'the pair',
    ),
  );

/**
 * The weights of one lab's vendors, and of its rivals, are shares of a whole. They may fall short of it (a firm that was taken out of a network
 * leaves a gap): the model splits by what is there.
 */
const weightsFit: Rule = (file) =>
  (['vendors', 'rivals'] as const).flatMap((list) =>
    [
      ...sums<{ lab: string; weight: number }>(
        file[list],
        ({ lab }) => lab,
        ({ weight }) => weight,
      ),
    ]
      .filter(([, sum]) => sum > 1 + tolerance)
      .map(([lab, sum]) => `${list}: the weights of "${lab}" add up to ${rounded(sum)}, more than 1`),
  );

/** Nobody orders more than all of its capex, or of its sales. */
const sharesFit: Rule = ({ supply }) =>
  (['capex', 'sales'] as const).flatMap((of) =>
    [
      ...sums(
        supply.filter((link) => link.of === of),
        ({ buyer }) => buyer,
        ({ share }) => share,
      ),
    ]
      .filter(([, sum]) => sum > 1 + tolerance)
      .map(([buyer, sum]) => `supply: the shares of the ${of} of "${buyer}" add up to ${rounded(sum)}, more than 1`),
  );

const ventureSharesFit: Rule = ({ firms }) => {
  const sum = firms.reduce((all, firm) => all + (firm.lab ? firm.ventureShare.value : 0), 0);
  return sum > 1 + tolerance ? [`firms: the venture shares of the labs add up to ${rounded(sum)}, more than 1`] : [];
};

/**
 * Growth is multiplied by a dial before its root is taken (a lab's revenue by `growth`, anybody's need by `compute`), so it may not fall
 * below -1 with the dial at its end either.
 */
const growthBearsDials: Rule = ({ firms }) =>
  firms.flatMap((firm, i) =>
    [firm.lab ? (['growth', 'growth'] as const) : undefined, ['computeGrowth', 'compute'] as const].flatMap((pair) => {
      if (pair === undefined) return [];
      const [field, dial] = pair;
      const { max } = dialOf(dial);
      const { value } = firm[field];
      return value * max >= -1
        ? []
        : [
            `firms[${i}].${field}.value (${firm.id}): is ${value}; times ${max}, the most of the dial ${dial}, that is below -1`,
          ];
    }),
  );

/**
 * A link on a firm's sales is worked out from what the firm has sold by then, so it stands after every link that makes those sales.
 * Links on sales that go round in a circle have no such order.
 */
const supplyInOrder: Rule = ({ supply }) =>
  supply.flatMap((link, i) => {
    if (link.of !== 'sales') return [];
    const late = supply.findIndex((other, j) => j > i && other.supplier === link.buyer);
    if (late < 0) return [];
    const circle = circleThrough(link.buyer, supply);
    return [
      circle === undefined
        ? `supply[${i}]: is on the sales of "${link.buyer}", and must stand after supply[${late}], which makes such sales`
        : `supply[${i}]: links on sales go round in a circle: ${circle.map((id) => `"${id}"`).join(' buys from ')}`,
    ];
  });

/** The way from a firm back to itself along links on sales, or undefined. */
function circleThrough(firm: string, supply: NetworkFile['supply']): string[] | undefined {
  const queue: string[][] = [[firm]];
  const seen = new Set<string>();
  for (const way of queue) {
    for (const { of, buyer, supplier } of supply) {
      if (of !== 'sales' || buyer !== way.at(-1)) continue;
      if (supplier === firm) return [...way, firm];
      if (!seen.has(supplier)) queue.push([...way, supplier]);
      seen.add(supplier);
    }
  }
  return undefined;
}

const rules: readonly Rule[] = [
  uniqueFirms,
  linksNameFirms,
  stakesInLabs,
  pairsOnce,
  weightsFit,
  sharesFit,
  ventureSharesFit,
  growthBearsDials,
  supplyInOrder,
];

function sums<T>(entries: readonly T[], key: (entry: T) => string, amount: (entry: T) => number): Map<string, number> {
  const all = new Map<string, number>();
  for (const entry of entries) all.set(key(entry), (all.get(key(entry)) ?? 0) + amount(entry));
  return all;
}

/** A sum for a message, without the dust of adding decimals. */
function rounded(sum: number): number {
  return Number(sum.toPrecision(12));
}
