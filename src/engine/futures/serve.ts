import type { Batch } from '../batch/batch';
import type { Network } from '../network';
import { BlockMaker } from './block-maker';
import type { FutureClaims } from './claim';
import type { Order, PoolPort, ToWorker } from './protocol';

/** Sets up a batch: in a worker the first thing it is told to do. */
export type CreateBatch = (module: WebAssembly.Module, network: Network) => Promise<Batch>;

/**
 * The work of a worker: runs blocks as they are ordered, and looks at its messages between any two of them. So when a job is superseded, what it still runs of
 * it is the block at hand and no more.
 */
export function serveFutures(port: PoolPort, claims: FutureClaims, createBatch: CreateBatch): void {
  const server = new Server(port, claims, createBatch);
  port.listen((message) => server.receive(message));
}

type Start = Extract<ToWorker, { kind: 'start' }>;

class Server {
  readonly #port: PoolPort;
  readonly #claims: FutureClaims;
  readonly #createBatch: CreateBatch;
  #maker: BlockMaker | undefined;
  #start: Start | undefined;
  #prepared = false;
  #orders: Order[] = [];
  #spares: ArrayBuffer[] = [];
  #turning = false;

  constructor(port: PoolPort, claims: FutureClaims, createBatch: CreateBatch) {
    this.#port = port;
    this.#claims = claims;
    this.#createBatch = createBatch;
  }

  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'open':
        this.#createBatch(message.module, message.network).then(
          (batch) => {
            this.#maker = new BlockMaker(batch, this.#claims);
            this.#turn();
          },
          (error) => this.#port.post({ kind: 'failed', message: messageOf(error) }, []),
        );
        break;
      case 'start':
        this.#start = message;
        this.#prepared = false;
        this.#orders = [...message.orders];
        this.#spares.push(...message.spares);
        break;
      case 'order':
        // Of a job that failed here nothing is run any more.
        if (message.id === this.#start?.id) this.#orders.push(message.order);
        this.#spares.push(...message.spares);
        break;
      case 'stop':
        this.#start = undefined;
        this.#orders = [];
        break;
    }
    this.#turn();
  }

  /** Sees to it that the next block is run, once what has arrived was read. */
  #turn(): void {
    if (this.#turning || !this.#maker || this.#orders.length === 0) return;
    this.#turning = true;
    this.#port.turn(() => {
      this.#turning = false;
      const order = this.#orders.shift();
      if (this.#maker && this.#start && order) this.#run(this.#maker, this.#start, order);
      this.#turn();
    });
  }

  #run(maker: BlockMaker, { id, job, most }: Start, order: Order): void {
    try {
      if (!this.#prepared) maker.prepare(job);
      this.#prepared = true;
      const buffer = this.#buffer(maker.bytes(most));
      maker.make(order.first, order.count, buffer);
      this.#port.post({ kind: 'block', id, order, buffer }, [buffer]);
    } catch (error) {
      this.#start = undefined;
      this.#orders = [];
      this.#port.post({ kind: 'failed', id, message: messageOf(error) }, []);
    }
  }

  /** A spare one if there is one of this size. Those of another size belonged to a job of another shape, and are let go. */
  #buffer(bytes: number): ArrayBuffer {
    for (;;) {
      const spare = this.#spares.pop();
      if (!spare) return new ArrayBuffer(bytes);
      if (spare.byteLength === bytes) return spare;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
