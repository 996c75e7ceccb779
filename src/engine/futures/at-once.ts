import type { Batch } from '../batch/batch';
import { BlockMaker } from './block-maker';
import type { FutureClaims } from './claim';
import type { Findings } from './findings';
import { checkJob, type Job } from './job';
import { Tally } from './tally';

/** Runs all futures of a job here and now, on the caller's thread: where a page is rendered ahead, or is on its way to paper. The same bits as from a pool. */
export function answerAtOnce(batch: Batch, claims: FutureClaims, job: Job): Findings {
  checkJob(job, batch.network);
  const maker = new BlockMaker(batch, claims);
  maker.prepare(job);
  const tally = new Tally(batch.network, job);
  tally.add(maker.make(0, job.count, new ArrayBuffer(maker.bytes(job.count))));
  return tally;
}
