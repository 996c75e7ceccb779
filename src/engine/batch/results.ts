import type { Network } from '../network';
import { type LossSeries, lossSeries } from '../run';
import { columnsOf, type Outcomes, type SeriesName, seriesOf } from './outcomes';

/** A number for each of some things, in each of some worlds: that of thing k in world w is at `first + k * stride + w * step`. */
export interface Places {
  readonly table: Float64Array;
  readonly first: number;
  readonly stride: number;
  readonly step: number;
}

/** The number of thing k in a world. */
export function numberAt({ table, first, stride, step }: Places, world: number, k = 0): number {
  return table[first + k * stride + world * step];
}

/** What worlds of one network came to over the run: of each firm when it fell and its losses, of each world what was lost and cut. The numbers are those of `Outcomes`. */
export type Total = 'fellAt' | LossSeries | 'lost' | 'cut';

/** Where the numbers stand that worlds of one network came to: in the memory of a module that has just run them, or where they were copied to. */
export interface Results<P extends Places = Places> {
  readonly network: Network;
  readonly totals: Readonly<Record<Total, P>>;
  /** The things of a series are its quarters and columns: `t * columns + column`. */
  readonly series: Readonly<Partial<Record<SeriesName, P>>>;
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
