import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';
import { worldLetter } from './lab-names';
import { outcomeRows } from './lab-outcomes';
import { csvLine, utf8Mark } from './table-csv';

/** A world in the table, by its name and with the link to it. */
export interface NamedRun {
  readonly run: Run;
  readonly name: string;
  readonly link: string;
}

/**
 * The table of how worlds end as CSV: a column for each world, amounts as numbers to the million, their unit beside their name, and in the last row the link to each world. The table on the page has the
 * differences; a spreadsheet can take them itself.
 */
export function outcomesCsv(worlds: readonly NamedRun[], cast: Cast): string {
  const rows = outcomeRows(
    worlds.map(({ run }) => run),
    0,
    cast,
  );
  const lines = [
    ['How it ends', 'unit', ...worlds.map(({ name }, world) => `${worldLetter(world)}: ${name}`)],
    ...rows.map(({ name, help, amounts, cells }) => [
      help === undefined ? name : `${name} (${help})`,
      amounts ? 'USD bn' : '',
      ...(amounts?.map((amount) => String(Number(amount.toFixed(3)) + 0)) ?? cells.map(({ text }) => text)),
    ]),
    ['Link', '', ...worlds.map(({ link }) => link)],
  ];
  return `${utf8Mark}${lines.map(csvLine).join('')}`;
}
