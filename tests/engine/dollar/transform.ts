import { contractSeries, firmSeries, type Run, supplySeries, vendorSeries } from '../../../src/engine';
import { doubled } from '../transform';

const mapped = <Name extends string>(
  series: Readonly<Record<Name, Float64Array>>,
  names: readonly Name[],
  by: (x: Float64Array, name: Name) => Float64Array,
) => Object.fromEntries(names.map((name) => [name, by(series[name], name)])) as Record<Name, Float64Array>;

/** The same run with all its money doubled; nothing else moves, nor is it run again. */
export function doubledRun(run: Run): Run {
  const twice = (values: Float64Array) => values.map((x) => 2 * x);
  return {
    ...run,
    network: doubled(run.network),
    firm: mapped(run.firm, firmSeries, (values, name) => (name === 'status' ? values : twice(values))),
    contract: mapped(run.contract, contractSeries, twice),
    supply: mapped(run.supply, supplySeries, twice),
    vendor: mapped(run.vendor, vendorSeries, twice),
  };
}

/** The same run with its firms listed from last to first. */
export function reversedRun(run: Run): Run {
  const n = run.network.firms.length;
  const turned = (values: Float64Array) => values.map((_, at) => values[at - (at % n) + (n - 1 - (at % n))]);
  return {
    ...run,
    network: { ...run.network, firms: [...run.network.firms].reverse() },
    firm: mapped(run.firm, firmSeries, turned),
  };
}

/** Does a firm fall in the quarter in which a debtor of its own does? There the order in which the firms are worked through matters. */
export function fallsWithItsDebtor({ events }: Run): boolean {
  const fallen = events.filter(({ kind }) => kind === 'failed' || kind === 'restructured');
  return events.some(
    ({ kind, t, firm }) => kind === 'terminated' && fallen.some((fall) => fall.t === t && fall.firm === firm),
  );
}
