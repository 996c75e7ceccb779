import type { Network } from '../network';
import { type Block, type Shape, shapeOf } from './block';
import { shareOf } from './estimate';
import type { Amount, Findings, Odds, Survival } from './findings';
import type { Job } from './job';
import { type Sample, sampleOf } from './sample';

/**
 * Keeps what futures came to, in the order of their indices. Counts are whole numbers; amounts and columns are kept one by one, for order statistics of all
 * of them are exact. Room is taken once, for the `count` of the job: 10 * firms + 24 bytes a future and 8 * quarters more for each column. Nine firms, 32 quarters,
 * 10,000 futures and one column are 3.8 MB, and stay so.
 */
export class Tally implements Findings {
  readonly network: Network;
  readonly count: number;
  readonly #shape: Shape;
  readonly #claims: readonly string[];
  /** amounts x count, and (columns x quarters) x count. */
  readonly #amounts: Float64Array;
  readonly #values: Float64Array;
  /** firms x count: when each firm fell. */
  readonly #fellAt: Int16Array;
  /** firms x (quarters + 1), counts of pairs: by the quarter at which the first of a pair saw the firm fall, and by that at which the last did. */
  readonly #firstFall: Int32Array;
  readonly #lastFall: Int32Array;
  /** Per claim, pairs in which it holds once and twice. */
  readonly #heldOnce: Int32Array;
  readonly #heldTwice: Int32Array;
  readonly #scratch: Float64Array;
  #futures = 0;

  constructor(network: Network, job: Pick<Job, 'count' | 'columns' | 'claims'>) {
    const shape = shapeOf(network, job);
    const falls = shape.firms * (shape.quarters + 1);
    this.network = network;
    this.count = job.count;
    this.#shape = shape;
    this.#claims = job.claims;
    this.#amounts = new Float64Array(shape.amounts * job.count);
    this.#values = new Float64Array(shape.values * job.count);
    this.#fellAt = new Int16Array(shape.firms * job.count);
    this.#firstFall = new Int32Array(falls);
    this.#lastFall = new Int32Array(falls);
    this.#heldOnce = new Int32Array(shape.claims);
    this.#heldTwice = new Int32Array(shape.claims);
    this.#scratch = new Float64Array(job.count);
  }

  get futures(): number {
    return this.#futures;
  }

  /** Bytes kept. */
  get bytes(): number {
    const counts = [this.#firstFall, this.#lastFall, this.#heldOnce, this.#heldTwice];
    return [this.#amounts, this.#values, this.#fellAt, ...counts, this.#scratch].reduce(
      (sum, table) => sum + table.byteLength,
      0,
    );
  }

  /** Takes in the next futures: those that follow the ones already here. */
  add({ count, amounts, values, fellAt, holds }: Block): void {
    const { count: room } = this;
    for (let row = 0; row < this.#shape.amounts; row++) {
      this.#amounts.set(amounts.subarray(row * count, (row + 1) * count), row * room + this.#futures);
    }
    for (let row = 0; row < this.#shape.values; row++) {
      this.#values.set(values.subarray(row * count, (row + 1) * count), row * room + this.#futures);
    }
    for (let i = 0; i < this.#shape.firms; i++) {
      this.#fellAt.set(fellAt.subarray(i * count, (i + 1) * count), i * room + this.#futures);
    }
    this.#countFalls(fellAt, count);
    this.#countClaims(holds, count);
    this.#futures += count;
  }

  /** Forgets all futures, and keeps the room. */
  clear(): void {
    for (const counts of [this.#firstFall, this.#lastFall, this.#heldOnce, this.#heldTwice]) counts.fill(0);
    this.#futures = 0;
  }

  survival(firm: number): Survival {
    const { quarters, firms } = this.#shape;
    checkIndex('firm', firm, firms);
    const standing = new Int32Array(quarters);
    const share = new Float64Array(quarters);
    const standardError = new Float64Array(quarters);
    const row = firm * (quarters + 1);
    // From the end: a firm stands after a quarter if it falls in a later one, or never.
    let both = 0;
    let some = 0;
    for (let t = quarters - 1; t >= 0; t--) {
      both += this.#firstFall[row + t + 1];
      some += this.#lastFall[row + t + 1];
      const estimate = shareOf({ pairs: this.#futures / 2, one: some - both, both });
      standing[t] = some + both;
      share[t] = estimate.value;
      standardError[t] = estimate.standardError;
    }
    return { standing, share, standardError };
  }

  fellAt(firm: number): Int16Array {
    checkIndex('firm', firm, this.#shape.firms);
    return this.#fellAt.subarray(firm * this.count, firm * this.count + this.#futures);
  }

  odds(claim: string): Odds {
    const k = this.#claims.indexOf(claim);
    if (k < 0) throw new Error(`The claim "${claim}" was not asked for.`);
    const [one, both] = [this.#heldOnce[k], this.#heldTwice[k]];
    return { held: one + 2 * both, ...shareOf({ pairs: this.#futures / 2, one, both }) };
  }

  amounts(amount: Amount): Sample {
    const { firms } = this.#shape;
    if (typeof amount === 'number') checkIndex('firm', amount, firms);
    return this.#sample(this.#amounts, typeof amount === 'number' ? amount : firms + totals.indexOf(amount));
  }

  column(column: number, quarter: number): Sample {
    const { quarters, values } = this.#shape;
    checkIndex('column', column, values / quarters);
    checkIndex('quarter', quarter, quarters);
    return this.#sample(this.#values, column * quarters + quarter);
  }

  band(column: number, levels: readonly number[]): readonly Float64Array[] {
    const lines = levels.map(() => new Float64Array(this.#shape.quarters));
    for (let t = 0; t < this.#shape.quarters; t++) {
      const quantiles = this.column(column, t).quantiles(levels);
      for (let k = 0; k < levels.length; k++) lines[k][t] = quantiles[k];
    }
    return lines;
  }

  #sample(table: Float64Array, row: number): Sample {
    return sampleOf(table.subarray(row * this.count, row * this.count + this.#futures), this.#scratch);
  }

  #countFalls(fellAt: Int32Array, count: number): void {
    const { firms, quarters } = this.#shape;
    for (let i = 0; i < firms; i++) {
      const row = i * (quarters + 1);
      for (let k = i * count; k < (i + 1) * count; k += 2) {
        this.#firstFall[row + Math.min(fellAt[k], fellAt[k + 1])]++;
        this.#lastFall[row + Math.max(fellAt[k], fellAt[k + 1])]++;
      }
    }
  }

  #countClaims(holds: Uint8Array, count: number): void {
    for (let claim = 0; claim < this.#shape.claims; claim++) {
      for (let k = claim * count; k < (claim + 1) * count; k += 2) {
        const held = holds[k] + holds[k + 1];
        if (held === 1) this.#heldOnce[claim]++;
        if (held === 2) this.#heldTwice[claim]++;
      }
    }
  }
}

/** In the order in which a block has them, after the firms. */
const totals = ['total', 'lost', 'cut'] as const satisfies readonly Amount[];

function checkIndex(what: string, index: number, count: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  throw new Error(`There is no ${what} ${index}.`);
}
