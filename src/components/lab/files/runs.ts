import { exportRun } from '../../../world/export';
import { runToCsv } from '../../../world/export-table';
import { activeOf, type Lab } from '../../../world/lab.svelte';
import { outcomeOf } from '../../../world/link-outcome';
import { networkFileName, networkText, runFileName } from '../../../world/network-text';
import { pack } from '../../../world/packing';
import { encodePage } from '../../../world/page-link';
import { download } from './download';

/** Gives the reader the network as it stands. */
export function saveNetwork(lab: Lab): string {
  const { file } = lab.state;
  const name = networkFileName(file, lab.edits !== undefined);
  download(name, networkText(file), 'application/json');
  return name;
}

/** Gives the reader the run of the active world, with the link to it. Undefined if it has not been run yet. */
export async function saveRun(lab: Lab, letter: string, ending: 'csv' | 'json'): Promise<string | undefined> {
  const { edits } = lab;
  const net = edits && (await pack(edits));
  // Read after the wait: a run is a view of memory that the next one overwrites.
  const { shown, state } = lab;
  const run = shown?.runs[state.active];
  if (!run || shown?.file !== state.file || run.levers !== activeOf(state).levers || lab.edits !== edits)
    return undefined;
  const query = encodePage(run.levers, { net, was: outcomeOf(run) }, state.file);
  const link = `${location.origin}${location.pathname}?${query}`;
  const name = runFileName(state.file, edits !== undefined, letter, ending);
  if (ending === 'csv') download(name, runToCsv(run, state.file, link), 'text/csv');
  else download(name, `${JSON.stringify(exportRun(run, state.file, link), undefined, 1)}\n`, 'application/json');
  return name;
}
