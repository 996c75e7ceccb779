import type { Network } from '../network';
import { shapeOf } from './block';
import { BlockMaker } from './block-maker';
import type { FuturesPool, Listener, PoolOptions } from './futures-pool';
import { InOrder } from './in-order';
import { checkJob, isWholePairs, type Job } from './job';
import type { FromWorker, Order, WorkerPort } from './protocol';
import { Tally } from './tally';

/** How many blocks a worker has been given at most: enough that it goes on while the page is busy drawing. When a job is superseded it runs one of them to its end. */
export const ordersAhead = 4;

/** Futures in a block that takes about a millisecond: 128 of nine firms and 32 quarters, and less of larger networks. A multiple of eight, for that many run side by side. */
export function blockFor(network: Network): number {
  const budget = 128 * 9 * 32;
  return Math.max(8, Math.floor(budget / (network.firms.length * network.quarters) / 8) * 8);
}

/** Opens a pool. Throws if it has no workers, or its own batch is for another network. */
export function openPool(options: PoolOptions): FuturesPool {
  return new Pool(options);
}

/** A job in hand. */
interface Run {
  readonly id: number;
  readonly job: Job;
  readonly listener: Listener;
  readonly tally: Tally;
  /** The first future that nobody was told to run yet. */
  next: number;
  /** Futures that the listener knows of. */
  told: number;
  readonly inOrder: InOrder;
}

class Pool implements FuturesPool {
  readonly network: Network;
  readonly #options: PoolOptions;
  readonly #block: number;
  readonly #maker: BlockMaker | undefined;
  #ids = 0;
  #run: Run | undefined;
  /** The tally of the last job: its room is used again if the next job has the same shape. */
  #tally: { readonly key: string; readonly tally: Tally } | undefined;
  #spares: ArrayBuffer[] = [];
  #framed = false;
  #broken: Error | undefined;
  #closed = false;

  constructor(options: PoolOptions) {
    const { network, workers, module, own, block = blockFor(network) } = options;
    if (workers.length === 0) throw new Error('A pool needs a worker; one on the own thread is one (inProcess).');
    if (block === 0 || ![block, own?.first ?? 0].every(isWholePairs)) throw new Error('Futures come in pairs.');
    if (own && own.batch.network !== network) throw new Error('The batch of the own thread is for another network.');
    this.network = network;
    this.#options = options;
    this.#block = block;
    this.#maker = own && new BlockMaker(own.batch, own.claims);
    for (const worker of workers) {
      worker.listen(
        (message) => this.#receive(worker, message),
        (error) => this.#break(error),
      );
      worker.post({ kind: 'open', module, network }, []);
    }
  }

  get workers(): number {
    return this.#options.workers.length;
  }

  get where(): WorkerPort['where'] {
    return this.#options.workers.some(({ where }) => where === 'own thread') ? 'own thread' : 'worker';
  }

  start(job: Job, listener: Listener): void {
    if (this.#closed) throw new Error('This pool is closed.');
    checkJob(job, this.network);
    if (this.#broken) {
      listener.failed(this.#broken);
      return;
    }
    const first = Math.min(this.#options.own?.first ?? 0, job.count);
    const tally = this.#emptyTally(job);
    const inOrder = new InOrder(tally, shapeOf(this.network, job));
    const run: Run = { id: ++this.#ids, job, listener, tally, inOrder, next: first, told: 0 };
    this.#run = run;
    // The workers begin while the first futures are run here.
    this.#orderFirst(run);
    if (this.#maker && first > 0) this.#runHere(this.#maker, run, first);
  }

  stop(): void {
    if (!this.#run) return;
    this.#run = undefined;
    for (const worker of this.#options.workers) worker.post({ kind: 'stop' }, []);
  }

  terminate(): void {
    this.#closed = true;
    this.#run = undefined;
    this.#tally = undefined;
    this.#spares = [];
    for (const worker of this.#options.workers) worker.terminate();
  }

  #runHere(maker: BlockMaker, run: Run, first: number): void {
    try {
      maker.prepare(run.job);
      run.tally.add(maker.make(0, first, new ArrayBuffer(maker.bytes(first))));
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    this.#tell(run);
  }

  /** Tells each worker of a new job, with its first orders: dealt out in turn, so that the futures come in nearly in order. */
  #orderFirst(run: Run): void {
    const { workers } = this.#options;
    const orders: Order[][] = workers.map(() => []);
    for (let k = 0; k < ordersAhead * workers.length; k++) {
      const order = this.#nextOrder(run);
      if (order) orders[k % workers.length].push(order);
    }
    workers.forEach((worker, w) => {
      const spares = this.#takeSpares(orders[w].length);
      worker.post({ kind: 'start', id: run.id, job: run.job, most: this.#block, orders: orders[w], spares }, spares);
    });
  }

  #nextOrder(run: Run): Order | undefined {
    const first = run.next;
    const count = Math.min(this.#block, run.job.count - first);
    if (count === 0) return undefined;
    run.next += count;
    return { first, count };
  }

  #receive(worker: WorkerPort, message: FromWorker): void {
    if (this.#closed) return;
    if (message.kind === 'failed') {
      if (message.id === undefined) this.#break(new Error(message.message));
      else if (message.id === this.#run?.id) this.#fail(new Error(message.message));
      return;
    }
    const run = this.#run;
    if (message.id !== run?.id) {
      this.#keepSpare(message.buffer);
      return;
    }
    for (const buffer of run.inOrder.receive(message.order, message.buffer)) this.#keepSpare(buffer);
    const order = this.#nextOrder(run);
    if (order) {
      const spares = this.#takeSpares(1);
      worker.post({ kind: 'order', id: run.id, order, spares }, spares);
    }
    this.#tellInFrame();
  }

  #tellInFrame(): void {
    if (this.#framed) return;
    this.#framed = true;
    // Called on its own: requestAnimationFrame would not be called as a method of anything.
    const { frame } = this.#options;
    frame(() => {
      this.#framed = false;
      if (this.#run && this.#run.tally.futures > this.#run.told) this.#tell(this.#run);
    });
  }

  #tell(run: Run): void {
    run.told = run.tally.futures;
    run.listener.progress(run.tally);
  }

  #fail(error: Error): void {
    const listener = this.#run?.listener;
    this.stop();
    listener?.failed(error);
  }

  /** A worker is gone, and with it the blocks it had. The others are of no use. */
  #break(error: Error): void {
    if (this.#closed || this.#broken) return;
    this.#broken = error;
    for (const worker of this.#options.workers) worker.terminate();
    const listener = this.#run?.listener;
    this.#run = undefined;
    listener?.failed(error);
  }

  #emptyTally(job: Job): Tally {
    const key = JSON.stringify([job.count, job.columns, job.claims]);
    if (this.#tally?.key === key) this.#tally.tally.clear();
    else this.#tally = { key, tally: new Tally(this.network, job) };
    return this.#tally.tally;
  }

  #keepSpare(buffer: ArrayBuffer): void {
    if (this.#spares.length < ordersAhead * this.workers) this.#spares.push(buffer);
  }

  #takeSpares(most: number): ArrayBuffer[] {
    return this.#spares.splice(0, most);
  }
}
