import { expect, it } from 'vitest';
import { type PageTable, tablesToCsv } from '../../src/views/table-csv';

const cell = (text: string, across = 1, down = 1) => ({ text, across, down });
const beside = { finding: 'Of $1,048bn, “much” is gone.', link: 'https://example.org/?v=1#promises' };

/** Reads CSV as RFC 4180 has it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

it('is one line of headers and rows that each say where they come from', () => {
  const table: PageTable = {
    head: [[cell('Who owes'), cell('Promised')]],
    body: [
      [cell('OpenAI'), cell('$1,048bn')],
      [cell('The "rest"'), cell('$5bn\nor so')],
    ],
  };
  const csv = tablesToCsv([table], beside);
  expect(csv.startsWith('\uFEFFWho owes,Promised,finding,link\r\n')).toBe(true);
  expect(parse(csv.slice(1))).toEqual([
    ['Who owes', 'Promised', 'finding', 'link'],
    ['OpenAI', '$1,048bn', beside.finding, beside.link],
    ['The "rest"', '$5bn\nor so', beside.finding, beside.link],
  ]);
});

it('joins headers under each other, and repeats a cell in every place that it covers', () => {
  const table: PageTable = {
    head: [
      [cell('Firm', 1, 2), cell('Here', 2), cell('Plan', 2)],
      [cell('cash'), cell('debt'), cell('cash'), cell('debt')],
    ],
    body: [[cell('OpenAI', 1, 2), cell('1'), cell('2'), cell('3'), cell('4')], [cell('gone', 4)]],
  };
  expect(parse(tablesToCsv([table], {}).slice(1))).toEqual([
    ['Firm', 'Here, cash', 'Here, debt', 'Plan, cash', 'Plan, debt'],
    ['OpenAI', '1', '2', '3', '4'],
    ['OpenAI', 'gone', 'gone', 'gone', 'gone'],
  ]);
});

it('fills short rows, names each of several tables, and hands no formula to a spreadsheet', () => {
  const one: PageTable = { caption: 'One', head: [[cell('a'), cell('b')]], body: [[cell('=1+1')]] };
  const rows = parse(tablesToCsv([one, { ...one, caption: 'Two' }], beside).slice(1));
  expect(rows.slice(0, 2)).toEqual([
    ['a', 'b', 'table', 'finding', 'link'],
    ["'=1+1", '', 'One', beside.finding, beside.link],
  ]);
  expect(rows.at(-1)?.[2]).toBe('Two');
});
