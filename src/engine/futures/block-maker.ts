import type { Batch } from '../batch/batch';
import { columnsOf, type SeriesName } from '../batch/outcomes';
import { numberAt, type Places, type Results, type Total } from '../batch/results';
import type { Network } from '../network';
import { type Block, blockBytes, blockIn, type Shape, shapeOf } from './block';
import { claimOf, type FutureClaims, type FutureView, WorldView } from './claim';
import type { Column, Job } from './job';

/** A claim that is ready to look at worlds. */
interface Test {
  readonly view: WorldView;
  readonly holds: (future: FutureView) => boolean;
}

/** A job, and all that depends on nothing else. */
interface Prepared {
  readonly job: Job;
  readonly shape: Shape;
  readonly series: readonly SeriesName[];
  readonly tests: readonly Test[];
}

/** Runs blocks of the futures of a job, in a worker or beside one: what it writes depends on the job and on which futures they are alone. */
export class BlockMaker {
  readonly #batch: Batch;
  readonly #claims: FutureClaims;
  #prepared: Prepared | undefined;

  constructor(batch: Batch, claims: FutureClaims) {
    this.#batch = batch;
    this.#claims = claims;
  }

  get network(): Network {
    return this.#batch.network;
  }

  /** Turns to a job. Throws if it asks for a claim that is not known. */
  prepare(job: Job): void {
    const { network, results } = this.#batch;
    const tested = job.claims.map((id) => claimOf(this.#claims, id));
    this.#prepared = {
      job,
      shape: shapeOf(network, job),
      series: [...job.columns.map(({ series }) => series), ...tested.flatMap(({ reads = [] }) => reads)],
      tests: tested.map((claim) => ({ view: new WorldView(results, claim.reads ?? []), holds: claim.on(network) })),
    };
  }

  /** Bytes that a block of the job needs. */
  bytes(count: number): number {
    return this.#prepared ? blockBytes(this.#prepared.shape, count) : 0;
  }

  /** Runs futures `first` .. `first + count - 1` of the job and writes what they came to into `buffer`. */
  make(first: number, count: number, buffer: ArrayBuffer): Block {
    if (!this.#prepared) throw new Error('There is no job to make a block of.');
    const { job, shape, series, tests } = this.#prepared;
    const { results } = this.#batch;
    const block = blockIn(buffer, shape, count);
    this.#batch.runFutures(job.futures, first, count, series, (at, some) => {
      for (let world = 0; world < some; world++) {
        writeFirms(block, at + world, results, world);
        for (const [k, column] of job.columns.entries()) {
          writeColumn(block, at + world, k, results, world, column);
        }
        tests.forEach(({ view, holds }, k) => {
          view.moveTo(world);
          block.holds[k * count + at + world] = holds(view) ? 1 : 0;
        });
      }
    });
    return block;
  }
}

/** When each firm fell, and the amounts: the losses of each firm (its bad debt, its stakes in failed labs, its stranded capacity), then the totals. */
function writeFirms({ count, fellAt, amounts }: Block, row: number, { network, totals }: Results, world: number): void {
  const read = (name: Total, firm = 0) => numberAt(totals[name], world, firm);
  const firms = network.firms.length;
  let all = 0;
  for (let i = 0; i < firms; i++) {
    const loss = read('badDebt', i) + read('stakesLost', i) + read('stranded', i);
    fellAt[i * count + row] = read('fellAt', i);
    amounts[i * count + row] = loss;
    all += loss;
  }
  amounts[firms * count + row] = all;
  amounts[(firms + 1) * count + row] = read('lost');
  amounts[(firms + 2) * count + row] = read('cut');
}

/** One line of a series, quarter by quarter, into the k-th place of the block's columns. */
function writeColumn(
  { count, values }: Block,
  row: number,
  k: number,
  { network, series }: Results,
  world: number,
  { series: name, column }: Column,
): void {
  const { quarters } = network;
  const width = columnsOf(network, name);
  const kept = series[name] as Places;
  for (let t = 0; t < quarters; t++) {
    values[(k * quarters + t) * count + row] = numberAt(kept, world, t * width + column);
  }
}
