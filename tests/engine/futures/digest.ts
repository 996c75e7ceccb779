import type { Findings, Job } from '../../../src/engine/futures';

const levels = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const edges = [0, 0.25, 0.5, 1, 2, 10, 100, 1000];

/** Every bit of every answer about the futures so far, as one number (FNV-1a, 32 bits, over the bytes in memory). */
export function digest(findings: Findings, job: Pick<Job, 'columns' | 'claims'>): string {
  let hash = 0x811c9dc5;
  const add = (numbers: Iterable<number>) => {
    for (const byte of new Uint8Array(Float64Array.from(numbers).buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  };
  const { network, futures } = findings;
  add([futures]);
  for (let i = 0; i < network.firms.length; i++) {
    const { standing, share, standardError } = findings.survival(i);
    for (const numbers of [standing, share, standardError]) add(numbers);
  }
  for (const claim of job.claims) {
    const { held, value, standardError } = findings.odds(claim);
    add([held, value, standardError]);
  }
  for (const amount of [...network.firms.keys(), 'total', 'lost', 'cut'] as const) {
    const sample = findings.amounts(amount);
    for (const { value, standardError } of [sample.mean(), ...levels.map((level) => sample.quantile(level))]) {
      add([value, standardError]);
    }
    for (const numbers of [sample.quantiles(levels), sample.histogram(edges), sample.sorted()]) add(numbers);
  }
  for (let k = 0; k < job.columns.length; k++) {
    for (const line of findings.band(k, levels)) add(line);
    for (let t = 0; t < network.quarters; t++) {
      const { value, standardError } = findings.column(k, t).mean();
      add([value, standardError]);
    }
  }
  return (hash >>> 0).toString(16);
}
