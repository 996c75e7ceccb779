import type { FutureClaims } from '../../../src/engine/futures/claim';
import { inProcess } from '../../../src/engine/futures/in-process';
import type { FromWorker, ToWorker, WorkerPort } from '../../../src/engine/futures/protocol';
import { type CreateBatch, serveFutures } from '../../../src/engine/futures/serve';

/** Workers on a stage: nothing happens until the test says whose turn it is, and no picture is drawn until it says so. */
export interface Stage {
  readonly workers: readonly WorkerPort[];
  readonly frame: (then: () => void) => void;
  /** How many callbacks wait for the next picture. */
  readonly framesAsked: number;
  /** What was posted, either way, by worker. */
  readonly toWorkers: readonly ToWorker[][];
  readonly fromWorkers: readonly FromWorker[][];
  /** Runs the next task of a worker: it reads a message, runs a block, or a message of its own arrives. Without a task, nothing. */
  step(worker: number): void;
  /** Draws a picture. */
  draw(): void;
  /** Everybody works until nothing is left to do, a picture now and then. */
  settle(): Promise<void>;
}

export function stageOf(count: number, claims: FutureClaims, createBatch: CreateBatch): Stage {
  const tasks = Array.from({ length: count }, (): (() => void)[] => []);
  const toWorkers = tasks.map((): ToWorker[] => []);
  const fromWorkers = tasks.map((): FromWorker[] => []);
  const frames: (() => void)[] = [];
  const workers = tasks.map((queue, w): WorkerPort => {
    const port = inProcess(
      (pool) => {
        const overheard = (message: FromWorker, buffers: readonly ArrayBuffer[]) => {
          fromWorkers[w].push(message);
          pool.post(message, buffers);
        };
        serveFutures({ ...pool, post: overheard }, claims, createBatch);
      },
      (then) => queue.push(then),
    );
    const post: WorkerPort['post'] = (message, buffers) => {
      toWorkers[w].push(message);
      port.post(message, buffers);
    };
    return { ...port, post };
  });
  const stage: Stage = {
    workers,
    toWorkers,
    fromWorkers,
    frame: (then) => frames.push(then),
    get framesAsked() {
      return frames.length;
    },
    step: (worker) => tasks[worker].shift()?.(),
    draw() {
      for (const then of frames.splice(0)) then();
    },
    async settle() {
      // A batch is set up in a promise.
      do {
        for (let k = 0; k < 3; k++) for (let w = 0; w < count; w++) stage.step(w);
        stage.draw();
        await Promise.resolve();
      } while (frames.length > 0 || tasks.some((queue) => queue.length > 0));
    },
  };
  return stage;
}
