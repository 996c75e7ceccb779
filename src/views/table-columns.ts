/** A column as a file has it: numbers that can be summed and drawn, under a head that says what they are. */
export interface FileColumn {
  readonly head: string;
  readonly cells: readonly string[];
}

interface Amount {
  /** As programs write it: "-1048.5". */
  readonly number: string;
  /** "$bn", "%", "¢", or nothing. */
  readonly unit: string;
}

/** What a cell is read as: an amount, a word in place of one, or a text that has digits of its own, as "2028 Q1" or "21 months". */
type Reading = Amount | 'word' | 'text';

/**
 * A column of a table on the page, as one or more columns of a file.
 *
 * - Where every cell is an amount of one unit, or a word in place of one, the cells become numbers and the unit goes into the head: "$9bn" under "revenue" is 9 under "revenue, $bn".
 * - "$9bn ($12bn)" becomes two columns, the second for the quiet reference, under its name.
 * - "2¢ (0¢ to 9¢)" becomes three: the number, and the least and the most that it could be.
 *
 * A word among numbers ("gone", "never", "–") becomes an empty cell: spreadsheets draw a word as a zero and an empty cell as a gap, and to a program one word makes a whole column text. "Nothing" is 0.
 * Any other column is left as it is.
 *
 * @param plain what numbers without a sign of their own are: "$bn" in a table that is in billions.
 */
export function fileColumns({ head, cells }: FileColumn, reference: string, plain = ''): FileColumn[] {
  const parts = cells.map(partsOf);
  const read = parts.map((all) => all.map((text) => readingOf(text, plain)));
  const amounts = read.flat().filter((reading) => typeof reading === 'object');
  const [first] = amounts;
  if (!first || read.flat().includes('text') || amounts.some(({ unit }) => unit !== first.unit))
    return [{ head, cells }];
  const wide = Math.max(...parts.map((all) => all.length));
  const names = wide === 3 ? ['', 'at least', 'at most'] : ['', reference];
  return Array.from({ length: wide }, (_, k) => ({
    head: [head, names[k], first.unit].filter(Boolean).join(', '),
    cells: read.map((all, row) => {
      const reading = all[k];
      if (typeof reading === 'object') return reading.number;
      return parts[row]?.[k] === 'nothing' ? '0' : '';
    }),
  }));
}

/** A cell, and what stands in brackets after it. */
function partsOf(cell: string): string[] {
  const [, own, inBrackets] = /^(\S+) \((.+)\)$/.exec(cell) ?? [];
  if (own === undefined || inBrackets === undefined) return [cell];
  const [least, most] = inBrackets.split(' to ');
  return most === undefined ? [own, inBrackets] : [own, least ?? '', most];
}

const amount = /^([+−-]?)(\$?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(bn|%(?: of [a-z ]+)?|¢)?$/;

function readingOf(text: string, plain: string): Reading {
  // Less than is shown: rounded as its neighbours are, it is 0.
  const [, small] = /^(?:<|under )(.+)$/.exec(text) ?? [];
  const match = amount.exec(small ?? text);
  if (!match) return /\d/.test(text) ? 'text' : 'word';
  const [, sign, dollar = '', whole = '', part = '', suffix = ''] = match;
  const size = small === undefined ? `${whole.replaceAll(',', '')}${part}` : '0';
  return { number: sign === '−' || sign === '-' ? `-${size}` : size, unit: `${dollar}${suffix}` || plain };
}
