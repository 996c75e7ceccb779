import { compileCore } from '../../../src/engine';
import { type Findings, type FuturesPool, type Listener, openPool } from '../../../src/engine/futures';
import { BlockMaker } from '../../../src/engine/futures/block-maker';
import { Tally } from '../../../src/engine/futures/tally';
import { digest } from './digest';
import { madeUpBatch, madeUpClaims, madeUpJob, smallNetwork } from './made-up';
import { type Stage, stageOf } from './stage';

export const network = smallNetwork();
/** Any module will do where outcomes are made up. */
export const module = await compileCore(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]));
const batch = madeUpBatch(network);

/** The answer without any pool. */
export function expected(count: number, seed = 1): string {
  const job = madeUpJob(count, seed);
  const maker = new BlockMaker(batch, madeUpClaims);
  maker.prepare(job);
  const tally = new Tally(network, job);
  tally.add(maker.make(0, count, new ArrayBuffer(maker.bytes(count))));
  return digest(tally, job);
}

/** What a listener heard: how many futures were in each time, what they came to the last time, and what went wrong. */
export interface Heard extends Listener {
  readonly futures: number[];
  readonly errors: string[];
  last: string;
}
export function listener(): Heard {
  const heard: Heard = {
    futures: [],
    errors: [],
    last: '',
    progress(findings: Findings) {
      heard.futures.push(findings.futures);
      heard.last = digest(findings, madeUpJob(findings.count));
    },
    failed({ message }) {
      heard.errors.push(message);
    },
  };
  return heard;
}

export function raise(error: Error): never {
  throw error;
}

export interface Troupe {
  readonly stage: Stage;
  readonly pool: FuturesPool;
  /** Which blocks each worker ran, by the seed of their job. */
  readonly ran: readonly number[][];
}

export function troupe(workers: number, first = 0, block = 8): Troupe {
  const ran: number[][] = [];
  const stage = stageOf(workers, madeUpClaims, async () => {
    const own: number[] = [];
    ran.push(own);
    return madeUpBatch(network, ({ seed }) => own.push(seed));
  });
  const own = first > 0 ? { batch, claims: madeUpClaims, first } : undefined;
  return { stage, ran, pool: openPool({ module, network, workers: stage.workers, frame: stage.frame, own, block }) };
}
