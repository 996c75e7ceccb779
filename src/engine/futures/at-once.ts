import type { Batch } from '../batch/batch';
import { BlockMaker } from './block-maker';
import type { FutureClaims } from './claim';
import type { Findings } from './findings';
import { checkJob, type Job } from './job';
import { Tally } from './tally';

/** Futures that are run in one room: what all claims look at is 20 kB of each. */
const handful = 128;

/** Runs all futures of a job here and now, on the caller's thread: where a page is rendered ahead, or is on its way to paper. The same bits as from a pool. */
export function answerAtOnce(batch: Batch, claims: FutureClaims, job: Job): Findings {
  checkJob(job, batch.network);
  const maker = new BlockMaker(batch, claims);
  const most = Math.min(handful, job.count);
  maker.prepare(job, most);
  const tally = new Tally(batch.network, job);
  const room = new ArrayBuffer(maker.bytes(most));
  for (let first = 0; first < job.count; first += most) {
    tally.add(maker.make(first, Math.min(most, job.count - first), room));
  }
  return tally;
}
