import type { FromWorker, PoolPort, ToWorker, WorkerPort } from './protocol';

/**
 * A worker that is none: it is served on the caller's thread, a block at a time, for callers that can or will have no other thread. It takes the same messages, copied and
 * handed over in the same way.
 *
 * @param serve what the worker's own program would do, such as `serveFutures`.
 * @param turn calls back in a later task: `messageTurns()` in a page, setImmediate in Node, by hand in a test.
 */
export function inProcess(serve: (port: PoolPort) => void, turn: (then: () => void) => void): WorkerPort {
  let ended = false;
  let toPool: (message: FromWorker) => void = () => {};
  let failed: (error: Error) => void = () => {};
  let toWorker: (message: ToWorker) => void = () => {};
  const later = (then: () => void) =>
    turn(() => {
      if (ended) return;
      try {
        then();
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    });
  const handOver = <Message>(message: Message, buffers: readonly ArrayBuffer[]): Message =>
    structuredClone(message, { transfer: [...buffers] });

  serve({
    post(message, buffers) {
      const received = handOver(message, buffers);
      turn(() => {
        if (!ended) toPool(received);
      });
    },
    listen(received) {
      toWorker = received;
    },
    turn: later,
  });
  return {
    where: 'own thread',
    post(message, buffers) {
      const received = handOver(message, buffers);
      later(() => toWorker(received));
    },
    listen(received, onFailed) {
      toPool = received;
      failed = onFailed;
    },
    terminate() {
      ended = true;
    },
  };
}

/** Later tasks of a page or a web worker. A timer would wait four milliseconds. */
export function messageTurns(): (then: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (then) => {
    waiting.push(then);
    port2.postMessage(undefined);
  };
}
