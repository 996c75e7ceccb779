import type { Firm } from './network';
import { contractSeries, firmSeries, lossSeries, quarterSeries, supplySeries, vendorSeries } from './run';

/**
 * The tables of the module, in the order of its directory (`assembly/given.ts`, `assembly/circumstances.ts`, `assembly/results.ts`, `assembly/log.ts`). This list is the one
 * place outside the module that knows that order; `openTables` refuses a module with another number of tables, and the tests
 * hold every table against the twin.
 */

/** Fields of a firm after `lab`, in the module's order. */
export const firmFields = [
  'cash',
  'debt',
  'revenue',
  'growth',
  'growthLong',
  'growthFade',
  'costShare',
  'costShareLong',
  'fixedCost',
  'serviceCost',
  'idleCost',
  'compute',
  'computeGrowth',
  'computeGrowthLong',
  'computeFade',
  'capex',
  'capexGrowth',
  'capexGrowthLong',
  'capexFade',
  'herding',
  'intensity',
  'leverage',
  'rate',
  'maturity',
  'minCash',
  'payout',
  'ventureShare',
] as const satisfies readonly (keyof Firm)[];

const givenTables = [
  'levers',
  'venture',
  'isLab',
  ...firmFields,
  'openingStake',
  'payer',
  'payee',
  'start',
  'length',
  'total',
  'buyer',
  'supplier',
  'onSales',
  'orderShare',
  'fundedLab',
  'vendor',
  'vendorWeight',
  'leftLab',
  'rival',
  'rivalWeight',
  'eater',
  'eaten',
  'eatenWeight',
  'growthShock',
  'ventureFactor',
  'forcedAt',
  'cheque',
] as const;
type GivenTable = (typeof givenTables)[number];

/** The names of the tables of one run, in the module's order. */
const runTables: readonly string[] = [
  ...givenTables.map((name) => `given.${name}`),
  ...firmSeries.map((name) => `firm.${name}`),
  ...quarterSeries.map((name) => `quarter.${name}`),
  ...contractSeries.map((name) => `contract.${name}`),
  ...supplySeries.map((name) => `supply.${name}`),
  ...vendorSeries.map((name) => `vendor.${name}`),
  ...lossSeries.map((name) => `losses.${name}`),
  'log.counts',
  'log.events',
  'log.causes',
];

/** Reads the directory and hands out views of the tables, by name. */
export class Tables {
  readonly #buffer: ArrayBuffer;
  readonly #places: ReadonlyMap<string, { readonly address: number; readonly length: number }>;

  /** `more`: names of the tables that follow those of a run. Throws if the module has another number of them. */
  constructor(memory: WebAssembly.Memory, directory: number, count: number, more: readonly string[] = []) {
    const names = [...runTables, ...more];
    if (names.length !== count) {
      throw new Error(
        `The engine has ${count} tables where ${names.length} are expected: module and page do not belong together.`,
      );
    }
    const entries = new Uint32Array(memory.buffer, directory, 2 * count);
    this.#buffer = memory.buffer;
    this.#places = new Map(names.map((name, k) => [name, { address: entries[2 * k], length: entries[2 * k + 1] }]));
  }

  /** A table of 64-bit numbers. */
  reals(name: string): Float64Array {
    const { address, length } = this.#place(name);
    return new Float64Array(this.#buffer, address, length);
  }

  /** A table of the network or the dials, to be written: 64-bit numbers. */
  given(name: GivenTable): Float64Array {
    return this.reals(`given.${name}`);
  }

  /** A table of the network, to be written: 32-bit whole numbers. */
  givenWhole(name: GivenTable): Int32Array {
    return this.wholes(`given.${name}`);
  }

  /** A table of 32-bit whole numbers. */
  wholes(name: string): Int32Array {
    const { address, length } = this.#place(name);
    return new Int32Array(this.#buffer, address, length);
  }

  /** One view per name. */
  series<Name extends string>(group: string, names: readonly Name[]): Readonly<Record<Name, Float64Array>> {
    const entries = names.map((name) => [name, this.reals(`${group}.${name}`)] as const);
    return Object.fromEntries(entries) as Record<Name, Float64Array>;
  }

  #place(name: string): { readonly address: number; readonly length: number } {
    const place = this.#places.get(name);
    if (!place) throw new Error(`The engine has no table "${name}".`);
    return place;
  }
}
