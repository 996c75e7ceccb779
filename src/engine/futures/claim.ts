import type { Outcomes, SeriesName } from '../batch/outcomes';
import { columnsOf } from '../batch/outcomes';
import type { Network } from '../network';
import type { LossSeries } from '../run';

/** What one future came to, as a claim sees it. */
export interface FutureView {
  /** The quarter at whose end a firm failed or was restructured; `network.quarters` if it never was. */
  fellAt(firm: number): number;
  loss(name: LossSeries, firm: number): number;
  /** Rest of terms lost with their payers, over the whole run. */
  readonly lost: number;
  /** Flexible dues not taken within their terms, over the whole run. */
  readonly cut: number;
  /** A number of a series that the claim declared in `reads`. Throws for any other. */
  at(series: SeriesName, quarter: number, column?: number): number;
}

/** Something that holds in a future or does not. A claim is named by an id, for a worker cannot be sent a function. */
export interface FutureClaim {
  /** The series it looks at. */
  readonly reads?: readonly SeriesName[];
  /** The test, for one network: what depends on the network alone is worked out once. */
  on(network: Network): (future: FutureView) => boolean;
}

/** Claims by their ids: the same table wherever futures are run. */
export type FutureClaims = Readonly<Record<string, FutureClaim>>;

/** The claim of an id. Throws if there is none. */
export function claimOf(claims: FutureClaims, id: string): FutureClaim {
  if (!Object.hasOwn(claims, id)) throw new Error(`There is no claim "${id}".`);
  return claims[id];
}

interface Kept {
  readonly values: Float64Array;
  readonly columns: number;
}

/** A view that is moved from row to row of a table of outcomes. It shows the series declared, and no others that happen to be there. */
export class RowView implements FutureView {
  readonly #outcomes: Outcomes;
  readonly #firms: number;
  readonly #quarters: number;
  readonly #series: ReadonlyMap<SeriesName, Kept>;
  #row = 0;
  /** The series looked at last: a claim goes along one, quarter by quarter. */
  #last: Kept | undefined;
  #lastName: SeriesName | undefined;

  constructor(outcomes: Outcomes, reads: readonly SeriesName[]) {
    const { network, series } = outcomes;
    this.#outcomes = outcomes;
    this.#firms = network.firms.length;
    this.#quarters = network.quarters;
    this.#series = new Map(
      reads.map((name) => [name, { values: kept(series[name], name), columns: columnsOf(network, name) }]),
    );
  }

  moveTo(row: number): void {
    this.#row = row;
  }

  fellAt(firm: number): number {
    return this.#outcomes.fellAt[this.#row * this.#firms + firm];
  }

  loss(name: LossSeries, firm: number): number {
    return this.#outcomes.losses[name][this.#row * this.#firms + firm];
  }

  get lost(): number {
    return this.#outcomes.lost[this.#row];
  }

  get cut(): number {
    return this.#outcomes.cut[this.#row];
  }

  at(name: SeriesName, quarter: number, column = 0): number {
    if (name !== this.#lastName) {
      this.#last = this.#series.get(name);
      this.#lastName = name;
    }
    const series = this.#last;
    if (!series) throw new Error(`A claim looked at "${name}", which it does not declare.`);
    return series.values[(this.#row * this.#quarters + quarter) * series.columns + column];
  }
}

function kept(values: Float64Array | undefined, name: SeriesName): Float64Array {
  if (!values) throw new Error(`The series "${name}" was not kept.`);
  return values;
}
