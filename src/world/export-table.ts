import { firmSeries, quarterSeries, type Run } from '../engine';
import { statusAt } from './export';
import { seriesDictionary } from './export-words';
import type { NetworkFile } from './network-schema';
import { quarterLabel } from './quarters';
import type { SeriesId } from './see';
import { step10Of, step10Series } from './step-ten';

/**
 * A run as a table: one row for each quarter and firm, with the series of the quarter repeated in front. Lines end in "\n".
 *
 * The table for programs (the command's) has the bare names of the series, as JSON and the engine have them. The table for spreadsheets (the page's) puts behind each what the page calls it, and its unit:
 * "own: Own revenue (USD bn a quarter)". A second row of heads would be read as a first row of numbers, and a comment line would be too, so what each column means stands in two last columns,
 * a line for each; and the link to the run in one more, in its first row alone.
 *
 * @param link for a spreadsheet: names and units in the heads, and what they mean and this link in columns of their own.
 */
export function runToCsv(run: Run, file: NetworkFile, link?: string): string {
  const ids = file.firms.map(({ id }) => id);
  const named = (id: SeriesId) => {
    const { name, unit } = seriesDictionary[id];
    return link === undefined ? id : cell(`${id}: ${name} (${unit})`);
  };
  const heads = [
    't',
    'label',
    ...quarterSeries.map(named),
    'firm',
    ...firmSeries.map(named),
    ...step10Series.map(named),
  ];
  const rows: (string | number)[][] = [];
  for (let t = 0; t < file.quarters; t++) {
    const front = [t, quarterLabel(t, file.start), ...quarterSeries.map((name) => run.quarter[name][t] ?? 0)];
    ids.forEach((id, i) => {
      const at = t * ids.length + i;
      const cells = firmSeries.map((name) => (name === 'status' ? statusAt(run, at) : (run.firm[name][at] ?? 0)));
      const step10 = step10Of(run, i, t);
      rows.push([...front, id, ...cells, ...step10Series.map((name) => step10[name])]);
    });
  }
  const all = link === undefined ? [heads, ...rows] : withMeanings(heads, rows, link);
  // The rest needs no quotes: ids are small letters, digits and hyphens, the others are numbers and words of our own.
  return all.map((row) => `${row.join(',')}\n`).join('');
}

/** What the columns mean, one beside each row; what a short run has no rows for is beside its last. */
function withMeanings(
  heads: readonly string[],
  rows: readonly (string | number)[][],
  link: string,
): (string | number)[][] {
  const ids: readonly SeriesId[] = [...quarterSeries, ...firmSeries, ...step10Series];
  const meanings = ids.map((id) => [id, seriesDictionary[id].meaning] as const);
  const beside = rows.map((_, at) => {
    const here = meanings.slice(at, at === rows.length - 1 ? undefined : at + 1);
    const more = here.slice(1).map(([id, meaning]) => `${id}: ${meaning}`);
    const [id = '', meaning = ''] = here[0] ?? [];
    return [id, cell([meaning, ...more].join(' ')), at === 0 ? cell(link) : ''];
  });
  return [[...heads, 'column', 'meaning', 'link'], ...rows.map((row, at) => [...row, ...(beside[at] ?? [])])];
}

/** In quotes where a comma would be read as the end of it. */
function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
