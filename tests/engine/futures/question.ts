import type { Findings, FuturesPool, Job } from '../../../src/engine/futures';
import { claims } from '../../../src/world/claims';
import { toFutures } from '../../../src/world/futures';
import { decode } from '../../../src/world/link';
import { shippedFile, shippedFutures, shippedNetwork } from '../../../src/world/shipped';

/** A question that the essay asks: the odds when the music stops and the labs grow more slowly, with bands of the mood and of a lab's cash. */
export function essayJob(count: number, growth = 0.75): Job {
  const { levers } = decode(`v=1&stop=2027Q3&severity=0.9&growth=${growth}`, shippedFile);
  return {
    futures: toFutures(shippedFutures, levers, shippedFile),
    count,
    columns: [
      { series: 'quarter.mood', column: 0 },
      { series: 'firm.cash', column: shippedNetwork.firms.findIndex(({ id }) => id === 'anthropic') },
    ],
    claims: Object.keys(claims),
  };
}

/** Waits until all futures of a job are in. */
export function finish(pool: FuturesPool, job: Job, told: (findings: Findings) => void = () => {}): Promise<Findings> {
  return new Promise((resolve, reject) => {
    pool.start(job, {
      progress(findings) {
        told(findings);
        if (findings.futures === findings.count) resolve(findings);
      },
      failed: reject,
    });
  });
}
