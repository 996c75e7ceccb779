import { createBatch } from '../../../src/engine';
import { type FutureClaims, serveFutures } from '../../../src/engine/futures';
import { claims } from '../../../src/world/claims';
import { nodePool } from './node-worker';

/** The program of a thread. It can be made to end, or to break down, in the middle of its work. */
const fatal: FutureClaims = {
  'the-worker-ends': { on: () => () => process.exit(3) },
  'the-worker-breaks': {
    on: () => () => {
      setTimeout(() => {
        throw new Error('Something broke.');
      });
      return false;
    },
  },
};

serveFutures(nodePool(), { ...claims, ...fatal }, createBatch);
