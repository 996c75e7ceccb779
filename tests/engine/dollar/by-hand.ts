import {
  contractSeries,
  type Firm,
  firmSeries,
  lossSeries,
  type Network,
  quarterSeries,
  type Run,
  supplySeries,
  vendorSeries,
} from '../../../src/engine';
import { usualLevers } from '../../arbitraries/dials';
import { shippedNetwork } from '../../arbitraries/shipped';

/** A network with the firms and links of interest only; all else is nothing. */
export function networkByHand(
  firms: Readonly<Record<string, Partial<Firm>>>,
  links: Partial<Pick<Network, 'contracts' | 'supply' | 'vendors'>>,
  quarters: number,
): Network {
  const [model] = shippedNetwork().firms;
  return {
    quarters,
    firms: Object.entries(firms).map(([id, firm]) => ({
      ...model,
      cash: 0,
      minCash: 0,
      ...firm,
      id,
      openingStakes: {},
    })),
    contracts: [],
    supply: [],
    vendors: [],
    rivals: [],
    substitution: [],
    venture: { annual: 0, growth: 0 },
    ...links,
  };
}

type Rows<Name extends string> = Partial<Record<Name, readonly (readonly number[])[]>>;

/** Series of a run from the rows of interest, one per quarter; all other numbers are 0. */
function table<Name extends string>(names: readonly Name[], length: number, rows: Rows<Name> = {}) {
  const series = names.map((name) => [name, Float64Array.from(rows[name]?.flat() ?? new Array(length).fill(0))]);
  return Object.fromEntries(series) as Record<Name, Float64Array>;
}

/** A run as somebody wrote it down, not as the engine made it. */
export function runByHand(
  network: Network,
  rows: {
    readonly firm: Rows<(typeof firmSeries)[number]>;
    readonly contract?: Rows<(typeof contractSeries)[number]>;
    readonly supply?: Rows<(typeof supplySeries)[number]>;
    readonly vendor?: Rows<(typeof vendorSeries)[number]>;
  },
): Run {
  const { quarters, firms, contracts, supply, vendors } = network;
  return {
    network,
    levers: usualLevers(),
    firm: table(firmSeries, quarters * firms.length, rows.firm),
    quarter: table(quarterSeries, quarters),
    contract: table(contractSeries, quarters * contracts.length, rows.contract),
    supply: table(supplySeries, quarters * supply.length, rows.supply),
    vendor: table(vendorSeries, quarters * vendors.length, rows.vendor),
    losses: table(lossSeries, firms.length),
    events: [],
  };
}
