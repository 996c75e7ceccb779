import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, dollars } from '../../src/views/money';
import { fileColumns } from '../../src/views/table-columns';

const columns = (cells: readonly string[], plain?: string) => fileColumns({ head: 'x', cells }, 'the plan', plain);

describe('a column of a file', () => {
  it.each([
    [['$9bn', '−$0.51bn', '$1,048bn'], 'x, $bn', ['9', '-0.51', '1048']],
    [['14.3%', '100.0%', '−5%'], 'x, %', ['14.3', '100.0', '-5']],
    [['84% of plan', 'any', 'none'], 'x, % of plan', ['84', '', '']],
    [['2¢', '<1¢', 'none'], 'x, ¢', ['2', '0', '']],
    [['under 0.1%', '4.8%'], 'x, %', ['0', '4.8']],
    [['$20bn', 'gone', 'nothing', '–', ''], 'x, $bn', ['20', '', '0', '', '']],
    [['86', '0'], 'x', ['86', '0']],
  ])('%j is %s', (cells, head, numbers) => {
    expect(columns(cells)).toEqual([{ head, cells: numbers }]);
  });

  it.each([
    [['2027 Q1', '2028 Q1', 'never']],
    [['21 months', '9.3 years', 'nothing']],
    [['0%', '2027 Q3', '1.5 years']],
    [['0%', '$5bn']],
    [['OpenAI $280bn, Anthropic $30bn', 'nobody']],
    [['yes', 'no']],
  ])('%j stays as it is', (cells) => {
    expect(columns(cells)).toEqual([{ head: 'x', cells }]);
  });

  it('splits off the quiet reference, and the least and the most', () => {
    expect(columns(['$9bn ($12bn)', 'gone ($0.4bn)'])).toEqual([
      { head: 'x, $bn', cells: ['9', ''] },
      { head: 'x, the plan, $bn', cells: ['12', '0.4'] },
    ]);
    expect(columns(['2¢ (0¢ to 9¢)', '0¢'])).toEqual([
      { head: 'x, ¢', cells: ['2', '0'] },
      { head: 'x, at least, ¢', cells: ['0', ''] },
      { head: 'x, at most, ¢', cells: ['9', ''] },
    ]);
  });

  it('has the number that the page shows, for any amount', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (billions) => {
        const [money] = columns([dollars(billions)]);
        const [plain] = columns([amount(billions)], '$bn');
        expect(money).toEqual(plain);
        expect(dollars(Number(money?.cells[0]))).toBe(dollars(billions));
      }),
    );
  });
});
