import { withPlainSpaces } from '../world/quarters';
import { fileColumns } from './table-columns';

/** A cell of a table on the page. */
export interface TableCell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
}

/** A table as it stands on the page: rows of cells, some of which reach over several columns or rows. */
export interface PageTable {
  readonly caption?: string | undefined;
  /** What its plain numbers are: "$bn" where the table is in billions. */
  readonly plain?: string | undefined;
  readonly head: readonly (readonly TableCell[])[];
  readonly body: readonly (readonly TableCell[])[];
}

/**
 * Tables as CSV: one line of headers, for several under each other joined into one, then the rows. A cell that reaches over others is repeated in each, so that every row stands for itself. Amounts are numbers, with
 * their unit in the header (table-columns.ts).
 *
 * In `beside` is where it comes from: what the figure says, the world, the link; with the caption, where there are several tables. It stands in the last columns, in the first row alone: lines above the headers would break a program that reads the file, lines below
 * the rows would get into a sum, and in every row it would be most of the file. A second table follows after an empty line. Begins with the mark by which spreadsheets know UTF-8; lines end in CR LF (RFC 4180).
 *
 * @param reference what the quiet line is called: the plan, or the pinned world.
 */
export function tablesToCsv(
  tables: readonly PageTable[],
  beside: Readonly<Record<string, string>>,
  reference: string,
): string {
  const parts = tables.map(({ caption, plain, head, body }) => {
    const rows = spread(body);
    const columns = joined(spread(head)).flatMap((head, x) =>
      fileColumns({ head, cells: rows.map((row) => row[x] ?? '') }, reference, plain),
    );
    const own = caption === undefined ? beside : { table: caption, ...beside };
    const origin = Object.entries(own).map(([head, text]) => ({
      head,
      cells: rows.map((_, y) => (y === 0 ? text : '')),
    }));
    const all = [...columns, ...origin];
    return [all.map(({ head }) => head), ...rows.map((_, y) => all.map(({ cells }) => cells[y] ?? ''))]
      .map(csvLine)
      .join('');
  });
  return `${utf8Mark}${parts.join('\r\n')}`;
}

/** By this spreadsheets know UTF-8. */
export const utf8Mark = '\uFEFF';

/** A row of a CSV file. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(shown: string): string {
  const text = withPlainSpaces(shown);
  // A text that a spreadsheet would take for a formula is one that nobody here has written.
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every cell in every place that it covers. */
function spread(rows: readonly (readonly TableCell[])[]): (string | undefined)[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const { text, across, down } of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      for (const line of grid.slice(y, y + down)) for (let i = 0; i < across; i += 1) line[x + i] = text;
      x += across;
    }
  });
  return grid;
}

/** The headers of each column, from the top down, each once: "in the plan, cash". */
function joined(head: readonly (readonly (string | undefined)[])[]): string[] {
  const wide = Math.max(0, ...head.map((row) => row.length));
  return Array.from({ length: wide }, (_, x) => {
    const own = head.map((row) => row[x]).filter((text) => text !== undefined && text !== '');
    return own.filter((text, y) => text !== own[y - 1]).join(', ');
  });
}
