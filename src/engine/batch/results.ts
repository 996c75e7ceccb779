import type { Network } from '../network';
import type { LossSeries } from '../run';
import type { SeriesName } from './outcomes';

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
