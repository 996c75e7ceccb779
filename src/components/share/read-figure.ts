import type { PageTable, TableCell } from '../../views/table-csv';

/** The words of an element, without what is only for the eye or only for a screen reader. */
function wordsOf(element: Element | null | undefined): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const own of copy.querySelectorAll('[aria-hidden="true"], .hidden-visually')) own.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The sentence above a figure. */
export function findingOf(figure: HTMLElement): string {
  return wordsOf(figure.querySelector('.finding'));
}

/** The tables of numbers of a figure, while they are there. */
export function tablesOf(figure: HTMLElement): PageTable[] {
  const tables = [...figure.querySelectorAll<HTMLTableElement>('details table.numbers')];
  return tables.map((table) => ({
    plain: table.dataset.plain,
    caption: tables.length > 1 ? wordsOf(table.caption) : undefined,
    head: [...(table.tHead?.rows ?? [])].map(cellsOf),
    body: [...table.tBodies].flatMap(({ rows }) => [...rows]).map(cellsOf),
  }));
}

/** A number that the page says in a word ("all") is in its element: <data value="100">. */
function cellsOf({ cells }: HTMLTableRowElement): TableCell[] {
  return [...cells].map((cell) => ({
    text: cell.querySelector('data')?.value ?? wordsOf(cell),
    across: cell.colSpan,
    down: cell.rowSpan,
  }));
}
