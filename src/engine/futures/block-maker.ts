import type { Batch } from '../batch/batch';
import { allocateOutcomes, columnsOf, type Outcomes } from '../batch/outcomes';
import type { Network } from '../network';
import { type Block, blockBytes, blockIn, type Shape, shapeOf } from './block';
import { claimOf, type FutureClaims, type FutureView, RowView } from './claim';
import type { Column, Job } from './job';

/** A claim that is ready to look at rows. */
interface Test {
  readonly view: RowView;
  readonly holds: (future: FutureView) => boolean;
}

/** Runs blocks of the futures of a job, in a worker or beside one: what it writes depends on the job and on which futures they are alone. */
export class BlockMaker {
  readonly #batch: Batch;
  readonly #claims: FutureClaims;
  #job: Job | undefined;
  #shape: Shape | undefined;
  #outcomes: Outcomes | undefined;
  #tests: readonly Test[] = [];

  constructor(batch: Batch, claims: FutureClaims) {
    this.#batch = batch;
    this.#claims = claims;
  }

  get network(): Network {
    return this.#batch.network;
  }

  /** Turns to a job whose blocks have at most `most` futures. Throws if it asks for a claim that is not known. */
  prepare(job: Job, most: number): void {
    const { network } = this.#batch;
    const tested = job.claims.map((id) => claimOf(this.#claims, id));
    const series = [
      ...new Set([...job.columns.map((column) => column.series), ...tested.flatMap(({ reads = [] }) => reads)]),
    ].sort();
    // A dial under the hand asks for the same series again and again: the room for them is kept.
    const room = this.#outcomes;
    const kept = room && Object.keys(room.series).sort().join() === series.join() && room.count === most;
    const outcomes = kept ? room : allocateOutcomes(network, most, series);
    this.#tests = tested.map((claim) => ({
      view: new RowView(outcomes, claim.reads ?? []),
      holds: claim.on(network),
    }));
    this.#outcomes = outcomes;
    this.#shape = shapeOf(network, job);
    this.#job = job;
  }

  /** Bytes that a block of the job needs. */
  bytes(count: number): number {
    return this.#shape ? blockBytes(this.#shape, count) : 0;
  }

  /** Runs futures `first` .. `first + count - 1` of the job and writes what they came to into `buffer`. */
  make(first: number, count: number, buffer: ArrayBuffer): Block {
    if (!this.#job || !this.#shape || !this.#outcomes) throw new Error('There is no job to make a block of.');
    this.#batch.runFutures(this.#job.futures, first, count, this.#outcomes);
    const block = blockIn(buffer, this.#shape, count);
    writeFirms(block, this.#outcomes);
    for (let k = 0; k < this.#job.columns.length; k++) writeColumn(block, k, this.#outcomes, this.#job.columns[k]);
    this.#tests.forEach(({ view, holds }, k) => {
      for (let row = 0; row < count; row++) {
        view.moveTo(row);
        block.holds[k * count + row] = holds(view) ? 1 : 0;
      }
    });
    return block;
  }
}

/** When each firm fell, and the amounts: the losses of each firm (its bad debt, its stakes in failed labs, its stranded capacity), then the totals. */
function writeFirms({ count, fellAt, amounts }: Block, outcomes: Outcomes): void {
  const firms = outcomes.network.firms.length;
  const { badDebt, stakesLost, stranded } = outcomes.losses;
  for (let row = 0; row < count; row++) {
    let all = 0;
    for (let i = 0; i < firms; i++) {
      const at = row * firms + i;
      const loss = badDebt[at] + stakesLost[at] + stranded[at];
      fellAt[i * count + row] = outcomes.fellAt[at];
      amounts[i * count + row] = loss;
      all += loss;
    }
    amounts[firms * count + row] = all;
    amounts[(firms + 1) * count + row] = outcomes.lost[row];
    amounts[(firms + 2) * count + row] = outcomes.cut[row];
  }
}

/** One line of a series, quarter by quarter, into the k-th place of the block's columns. */
function writeColumn({ count, values }: Block, k: number, outcomes: Outcomes, { series, column }: Column): void {
  const { network } = outcomes;
  const { quarters } = network;
  const width = columnsOf(network, series);
  const kept = outcomes.series[series] as Float64Array;
  for (let t = 0; t < quarters; t++) {
    const at = (k * quarters + t) * count;
    for (let row = 0; row < count; row++) values[at + row] = kept[(row * quarters + t) * width + column];
  }
}
