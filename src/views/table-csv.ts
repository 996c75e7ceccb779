/** A cell of a table on the page. */
export interface TableCell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
}

/** A table as it stands on the page: rows of cells, some of which reach over several columns or rows. */
export interface PageTable {
  readonly caption?: string | undefined;
  readonly head: readonly (readonly TableCell[])[];
  readonly body: readonly (readonly TableCell[])[];
}

/**
 * Tables as CSV: one line of headers, for several under each other joined into one, then the rows. A cell that reaches over others is repeated in each, so that every row stands for itself,
 * and in `beside` are columns that are the same in every row: what the figure says, and the link. A row then keeps its source wherever it is sorted or pasted to, and nothing is in the file that a spreadsheet
 * or a parser would trip over. A second table follows after an empty line. Begins with the mark by which spreadsheets know UTF-8; lines end in CR LF (RFC 4180).
 */
export function tablesToCsv(tables: readonly PageTable[], beside: Readonly<Record<string, string>>): string {
  const parts = tables.map(({ caption, head, body }) => {
    const own = caption === undefined ? beside : { table: caption, ...beside };
    const names = joined(spread(head));
    const rows = spread(body).map((row) => [...names.map((_, i) => row[i] ?? ''), ...Object.values(own)]);
    return [[...names, ...Object.keys(own)], ...rows].map(line).join('');
  });
  return `\uFEFF${parts.join('\r\n')}`;
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(text: string): string {
  // A text that a spreadsheet would take for a formula is one that nobody here has written.
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every cell in every place that it covers. */
function spread(rows: readonly (readonly TableCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const { text, across, down } of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      for (let j = 0; j < down; j += 1) for (let i = 0; i < across; i += 1) grid[y + j]?.splice(x + i, 1, text);
      x += across;
    }
  });
  return grid;
}

/** The headers of each column, from the top down, each once: "in the plan, cash". */
function joined(head: readonly (readonly string[])[]): string[] {
  const wide = Math.max(0, ...head.map((row) => row.length));
  return Array.from({ length: wide }, (_, x) => {
    const own = head.map((row) => row[x] ?? '').filter(Boolean);
    return own.filter((text, y) => text !== own[y - 1]).join(', ');
  });
}
