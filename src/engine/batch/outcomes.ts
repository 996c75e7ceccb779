import type { Network } from '../network';
import {
  type ContractSeries,
  contractSeries,
  type FirmSeries,
  firmSeries,
  type LossSeries,
  lossSeries,
  type QuarterSeries,
  quarterSeries,
  type SupplySeries,
  supplySeries,
  type VendorSeries,
  vendorSeries,
} from '../run';
import { numberAt, type Places, type Results, type Total } from './results';

/** A series of a run that a batch can keep. All but the audit, which every ordinary run makes. */
export type SeriesName =
  | `firm.${FirmSeries}`
  | `quarter.${Exclude<QuarterSeries, 'audit'>}`
  | `contract.${ContractSeries}`
  | `supply.${SupplySeries}`
  | `vendor.${VendorSeries}`;

/** All of them, in the order in which the module keeps them. */
export const seriesNames: readonly SeriesName[] = [
  ...firmSeries.map((name) => `firm.${name}` as const),
  ...quarterSeries.filter((name) => name !== 'audit').map((name) => `quarter.${name}` as const),
  ...contractSeries.map((name) => `contract.${name}` as const),
  ...supplySeries.map((name) => `supply.${name}` as const),
  ...vendorSeries.map((name) => `vendor.${name}` as const),
];

/** How wide a series is: one number a quarter for each firm, contract, supply link or vendor link, or just one. */
export function columnsOf(network: Network, name: SeriesName): number {
  if (name.startsWith('firm.')) return network.firms.length;
  if (name.startsWith('contract.')) return network.contracts.length;
  if (name.startsWith('supply.')) return network.supply.length;
  return name.startsWith('vendor.') ? network.vendors.length : 1;
}

/**
 * What many worlds of one network came to. World w has its numbers in row w of each table. The numbers are those an ordinary run of that world gives,
 * to the bit. Money in billions of dollars.
 */
export interface Outcomes {
  readonly network: Network;
  /** How many worlds there is room for. */
  readonly count: number;
  /** count x firms: the quarter at whose end the firm failed or was restructured; `network.quarters` if it never was. */
  readonly fellAt: Float64Array;
  /** count x firms, each: `badDebt`, `stakesLost`, `stranded`, `operatingCash`, as in `Run.losses`. */
  readonly losses: Readonly<Record<LossSeries, Float64Array>>;
  /** count: rest of terms lost with their payers, summed over the run. */
  readonly lost: Float64Array;
  /** count: flexible dues not taken within their terms, summed over the run. */
  readonly cut: Float64Array;
  /** The series that were asked for, each count x quarters x columns, read at `(w * quarters + t) * columns + column`. */
  readonly series: Readonly<Partial<Record<SeriesName, Float64Array>>>;
}

/** Room for the outcomes of `count` worlds, to be filled again and again. Keeps the series named, and no others. */
export function allocateOutcomes(network: Network, count: number, series: readonly SeriesName[] = []): Outcomes {
  const firms = () => new Float64Array(count * network.firms.length);
  const kept = series.map(
    (name) => [name, new Float64Array(count * network.quarters * columnsOf(network, name))] as const,
  );
  return {
    network,
    count,
    fellAt: firms(),
    losses: Object.fromEntries(lossSeries.map((name) => [name, firms()])) as Record<LossSeries, Float64Array>,
    lost: new Float64Array(count),
    cut: new Float64Array(count),
    series: Object.fromEntries(kept),
  };
}

/** Where the numbers of outcomes stand. */
export function resultsOf(outcomes: Outcomes): Results {
  const { network, fellAt, losses, lost, cut } = outcomes;
  const places = (table: Float64Array, things: number): Places => ({ table, first: 0, stride: 1, step: things });
  const ofFirms = (table: Float64Array) => places(table, network.firms.length);
  return {
    network,
    totals: {
      fellAt: ofFirms(fellAt),
      ...(Object.fromEntries(lossSeries.map((name) => [name, ofFirms(losses[name])])) as Record<LossSeries, Places>),
      lost: places(lost, 1),
      cut: places(cut, 1),
    },
    series: Object.fromEntries(
      seriesOf(outcomes).map(([name, table]) => [name, places(table, network.quarters * columnsOf(network, name))]),
    ),
  };
}

/** Copies what the first `count` worlds of some results came to into rows `at` .. of outcomes. */
export type Copier = (at: number, count: number) => void;

export function copier(from: Results, into: Outcomes): Copier {
  const to = resultsOf(into);
  const pairs: (readonly [Places, Places])[] = [
    ...(Object.keys(to.totals) as Total[]).map((name) => [from.totals[name], to.totals[name]] as const),
    ...seriesOf(into).map(([name]) => [from.series[name] as Places, to.series[name] as Places] as const),
  ];
  return (at, count) => {
    for (const [source, { table, step }] of pairs) {
      for (let world = 0; world < count; world++) {
        for (let k = 0; k < step; k++) table[(at + world) * step + k] = numberAt(source, world, k);
      }
    }
  };
}

/** The series that outcomes keep, each with its name. */
export function seriesOf(outcomes: Outcomes): [SeriesName, Float64Array][] {
  return Object.entries(outcomes.series) as [SeriesName, Float64Array][];
}
