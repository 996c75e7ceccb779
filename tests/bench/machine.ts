import { cpus, release, type } from 'node:os';

/** What a measurement was made on, in one line. */
export function machine(): string {
  const [first, ...rest] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'}, ${rest.length + 1} cores, ${type()} ${release()}, Node ${process.versions.node}`;
}
