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

/** The series that outcomes keep, each with its name. */
export function seriesOf(outcomes: Outcomes): [SeriesName, Float64Array][] {
  return Object.entries(outcomes.series) as [SeriesName, Float64Array][];
}
