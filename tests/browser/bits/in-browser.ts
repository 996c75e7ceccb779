import { compileCore } from '../../../src/engine';
import { digest, type World } from './digest';

/** What the test asks, in a page or a worker: the digest of these worlds, from the module's bytes. */
async function answer(bytes: readonly number[], worlds: readonly World[]): Promise<string> {
  return digest(await compileCore(new Uint8Array(bytes)), worlds);
}

Object.assign(globalThis, { answer });
if (typeof document === 'undefined') {
  addEventListener('message', async ({ data }) => postMessage(await answer(data.bytes, data.worlds)));
}
