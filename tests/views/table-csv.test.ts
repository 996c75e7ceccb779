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

it('is one line of headers and rows of numbers, and the first row says where it comes from', () => {
  const table: PageTable = {
    head: [[cell('Who owes'), cell('Promised')]],
    body: [
      [cell('OpenAI'), cell('$1,048bn')],
      [cell('The "rest",\nor so'), cell('$0.51bn')],
    ],
  };
  const csv = tablesToCsv([table], beside, 'the plan');
  expect(csv.startsWith('\uFEFFWho owes,"Promised, $bn",finding,link\r\n')).toBe(true);
  expect(parse(csv.slice(1))).toEqual([
    ['Who owes', 'Promised, $bn', 'finding', 'link'],
    ['OpenAI', '1048', beside.finding, beside.link],
    ['The "rest",\nor so', '0.51', '', ''],
  ]);
});

it('joins headers under each other, and repeats a cell in every place that it covers', () => {
  const table: PageTable = {
    head: [
      [cell('Firm', 1, 2), cell('Here', 2), cell('Plan', 2)],
      [cell('cash'), cell('debt'), cell('cash'), cell('debt')],
    ],
    body: [[cell('OpenAI', 1, 2), cell('a'), cell('b'), cell('c'), cell('d')], [cell('gone', 4)]],
  };
  expect(parse(tablesToCsv([table], {}, 'the plan').slice(1))).toEqual([
    ['Firm', 'Here, cash', 'Here, debt', 'Plan, cash', 'Plan, debt'],
    ['OpenAI', 'a', 'b', 'c', 'd'],
    ['OpenAI', 'gone', 'gone', 'gone', 'gone'],
  ]);
});

it('keeps a cell that reaches down from the end of a row in its own column', () => {
  const table: PageTable = {
    head: [[cell('To'), cell('by'), cell('paid'), cell('gives')]],
    body: [
      [cell('Amazon', 1, 2), cell('OpenAI'), cell('$35bn'), cell('$21bn', 1, 2)],
      [cell('Anthropic'), cell('$63bn')],
    ],
  };
  expect(parse(tablesToCsv([table], {}, 'the plan').slice(1)).slice(1)).toEqual([
    ['Amazon', 'OpenAI', '35', '21'],
    ['Amazon', 'Anthropic', '63', '21'],
  ]);
});

it('gives the quiet reference a column of its own, under its name', () => {
  const table: PageTable = {
    plain: '$bn',
    head: [[cell('Firm'), cell('2027 Q4')]],
    body: [
      [cell('OpenAI'), cell('– (1,040)')],
      [cell('Meta'), cell('−9 (12)')],
    ],
  };
  expect(parse(tablesToCsv([table], {}, 'the pinned world').slice(1))).toEqual([
    ['Firm', '2027 Q4, $bn', '2027 Q4, the pinned world, $bn'],
    ['OpenAI', '', '1040'],
    ['Meta', '-9', '12'],
  ]);
});

it('fills short rows, names each of several tables, and hands no formula to a spreadsheet', () => {
  const one: PageTable = { caption: 'One', head: [[cell('a'), cell('b')]], body: [[cell('=1+1')]] };
  const rows = parse(tablesToCsv([one, { ...one, caption: 'Two' }], beside, 'the plan').slice(1));
  expect(rows.slice(0, 2)).toEqual([
    ['a', 'b', 'table', 'finding', 'link'],
    ["'=1+1", '', 'One', beside.finding, beside.link],
  ]);
  expect(rows.at(-1)?.[2]).toBe('Two');
});
