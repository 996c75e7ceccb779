import { columnsOf, type SeriesName } from '../batch/outcomes';
import { numberAt, type Places, type Results, type Total } from '../batch/results';
import type { Network } from '../network';
import type { LossSeries } from '../run';

/** A series of one future. Billions of dollars a quarter, unless said. */
export interface Line {
  /** The number of a quarter, and of a firm, a contract or a link if the series has several columns. */
  at(quarter: number, column?: number): number;
}

/** What one future came to, as a claim sees it. */
export interface FutureView {
  /** The quarter at whose end a firm failed or was restructured; `network.quarters` if it never was. */
  fellAt(firm: number): number;
  loss(name: LossSeries, firm: number): number;
  /** Rest of terms lost with their payers, over the whole run. */
  readonly lost: number;
  /** Flexible dues not taken within their terms, over the whole run. */
  readonly cut: number;
  /** A series that the claim declared in `reads`. Throws for any other. Who reads much of it takes it once. */
  series(name: SeriesName): Line;
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

/** A view that is moved from world to world of some results. It shows the series declared, and no others that happen to be there. */
export class WorldView implements FutureView {
  readonly #totals: Results['totals'];
  readonly #series: ReadonlyMap<SeriesName, WorldLine>;
  #world = 0;

  /** Throws if a series was not kept. */
  constructor({ network, totals, series }: Results, reads: readonly SeriesName[]) {
    this.#totals = totals;
    this.#series = new Map(
      reads.map((name) => [name, new WorldLine(kept(series[name], name), columnsOf(network, name))]),
    );
  }

  moveTo(world: number): void {
    this.#world = world;
    for (const line of this.#series.values()) line.moveTo(world);
  }

  fellAt(firm: number): number {
    return this.#total('fellAt', firm);
  }

  loss(name: LossSeries, firm: number): number {
    return this.#total(name, firm);
  }

  get lost(): number {
    return this.#total('lost', 0);
  }

  get cut(): number {
    return this.#total('cut', 0);
  }

  series(name: SeriesName): Line {
    const line = this.#series.get(name);
    if (!line) throw new Error(`A claim looked at "${name}", which it does not declare.`);
    return line;
  }

  #total(name: Total, firm: number): number {
    return numberAt(this.#totals[name], this.#world, firm);
  }
}

class WorldLine implements Line {
  readonly #places: Places;
  readonly #columns: number;
  #first: number;

  constructor(places: Places, columns: number) {
    this.#places = places;
    this.#columns = columns;
    this.#first = places.first;
  }

  moveTo(world: number): void {
    this.#first = this.#places.first + world * this.#places.step;
  }

  at(quarter: number, column = 0): number {
    const { table, stride } = this.#places;
    return table[this.#first + (quarter * this.#columns + column) * stride];
  }
}

function kept(places: Places | undefined, name: SeriesName): Places {
  if (!places) throw new Error(`The series "${name}" was not kept.`);
  return places;
}
