import type { NetworkFile } from './network-schema';

/** A network as a file: the schema's own form, spread over lines as the essay's file is, so that two of them can be compared line by line. */
export function networkText(file: NetworkFile): string {
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** The name of such a file: the network's id and date, and not the clock's. `edited`: it is no longer what its id says. */
export function networkFileName({ id, asOf }: NetworkFile, edited: boolean): string {
  return `network-${id}-${asOf}${edited ? '-edited' : ''}.json`;
}

/** The name of a file with how all worlds of the lab end. */
export function outcomesFileName(file: NetworkFile, edited: boolean): string {
  return networkFileName(file, edited)
    .replace(/^network-/, 'outcomes-')
    .replace(/\.json$/, '.csv');
}

/** The name of a file with one run: of which network and of which world of the lab. */
export function runFileName(file: NetworkFile, edited: boolean, world: string, ending: 'csv' | 'json'): string {
  return networkFileName(file, edited)
    .replace(/^network-/, 'run-')
    .replace(/\.json$/, `-world-${world.toLowerCase()}.${ending}`);
}
