import type { Run } from '../../../engine';
import { inNetwork, worldLetter, worldName } from '../../../views/lab-names';
import { outcomesCsv } from '../../../views/outcomes-csv';
import { exportRun } from '../../../world/export';
import { runToCsv } from '../../../world/export-table';
import type { Lab } from '../../../world/lab.svelte';
import { outcomeOf } from '../../../world/link-outcome';
import { networkFileName, networkText, outcomesFileName, runFileName } from '../../../world/network-text';
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

/** Gives the reader the run of a world, with the link to it. Undefined if it has not been run yet. */
export async function saveRun(lab: Lab, world: number, ending: 'csv' | 'json'): Promise<string | undefined> {
  const linked = await linkedRuns(lab);
  const { file } = lab.state;
  const { run, link } = linked?.[world] ?? {};
  if (!run || link === undefined) return undefined;
  const name = runFileName(file, lab.edits !== undefined, worldLetter(world), ending);
  if (ending === 'csv') download(name, runToCsv(run, file, link), 'text/csv');
  else download(name, `${JSON.stringify(exportRun(run, file, link), undefined, 1)}\n`, 'application/json');
  return name;
}

/** Gives the reader the table of how all worlds end, with the link to each. Undefined if one has not been run yet. */
export async function saveOutcomes(lab: Lab): Promise<string | undefined> {
  const linked = await linkedRuns(lab);
  if (!linked) return undefined;
  const { file } = lab.state;
  const isEdited = lab.edits !== undefined;
  const name = outcomesFileName(file, isEdited);
  const worlds = linked.map(({ run, link }) => ({ run, link, name: inNetwork(worldName(run.levers, file), isEdited) }));
  download(name, outcomesCsv(worlds, file), 'text/csv');
  return name;
}

/** The runs of all worlds as they stand, each with the link to it alone. Undefined while one of them is being run. */
async function linkedRuns(lab: Lab): Promise<readonly { readonly run: Run; readonly link: string }[] | undefined> {
  const { edits } = lab;
  const net = edits && (await pack(edits));
  // Read after the wait: a run is a view of memory that the next one overwrites.
  const { shown, state } = lab;
  const isRun = state.worlds.every(({ levers }, world) => shown?.runs[world]?.levers === levers);
  if (!shown || !isRun || shown.file !== state.file || lab.edits !== edits) return undefined;
  return shown.runs.map((run) => {
    const query = encodePage(run.levers, { net, was: outcomeOf(run) }, state.file);
    return { run, link: `${location.origin}${location.pathname}?${query}` };
  });
}
