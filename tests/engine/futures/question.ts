import futuresJson from '../../../content/futures.json' with { type: 'json' };
import networkJson from '../../../content/network-2026q3.json' with { type: 'json' };
import type { Network } from '../../../src/engine';
import type { Findings, FuturesPool, Job } from '../../../src/engine/futures';
import { claims } from '../../../src/world/claims';
import { toFutures } from '../../../src/world/futures';
import type { FuturesFile } from '../../../src/world/futures-file';
import { decode } from '../../../src/world/link';
import { toNetwork } from '../../../src/world/network-file';
import type { NetworkFile } from '../../../src/world/network-schema';

// Read from content/ and not from src/world/shipped.ts, which only a build of the pages can resolve.
const file = networkJson as NetworkFile;
const uncertainties: FuturesFile = futuresJson;

/** The network of the question. */
export const askedNetwork: Network = toNetwork(file);

/** A question that the essay asks: the odds when the music stops and the labs grow more slowly, with bands of the mood and of a lab's cash. */
export function essayJob(count: number, growth = 0.75): Job {
  const { levers } = decode(`v=1&stop=2027Q3&severity=0.9&growth=${growth}`, file);
  return {
    futures: toFutures(uncertainties, levers, file),
    count,
    columns: [
      { series: 'quarter.mood', column: 0 },
      { series: 'firm.cash', column: askedNetwork.firms.findIndex(({ id }) => id === 'anthropic') },
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
