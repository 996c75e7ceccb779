import { describe, expect, it } from 'vitest';
import { type Figure, parseFigures } from '../../src/world/figures';
import { readContent } from './shipped-content';

function messagesAfter(change: Record<string, unknown>): readonly string[] {
  const figures = readContent<Figure[]>('figures.json');
  const list: unknown[] = figures;
  list[6] = { ...figures[6], ...change };
  const parsed = parseFigures(JSON.parse(JSON.stringify(list)));
  return parsed.ok ? [] : parsed.messages;
}

describe('figures', () => {
  it('pass as shipped', () => {
    const parsed = parseFigures(readContent('figures.json'));
    expect(parsed).toEqual({ ok: true, figures: readContent('figures.json') });
  });

  it.each<[string, unknown, string]>([
    ['id', 'oracle-rpo', '[6].id: the figure "oracle-rpo" occurs twice'],
    ['id', 'Oracle RPO', '[6].id: must be small letters, digits and single hyphens, but is the text "Oracle RPO"'],
    ['confidence', 'D', '[6].confidence: must be one of the grades A, B and C, but is the text "D"'],
    [
      'source_url',
      'javascript:alert(1)',
      '[6].source_url: must be an http(s) address, but is the text "javascript:alert(1)"',
    ],
    ['source_url', undefined, '[6].source_url: is missing'],
    [
      'as_of',
      'lately',
      '[6].as_of: must be a date or a period such as 2026-03-31, 2026-Q1 or FY2026 (to 2026-01-25), but is the text "lately"',
    ],
    [
      'source_date',
      '31 May',
      '[6].source_date: must be a date such as 2026-05-31, or "undated (c. 2026-05)", but is the text "31 May"',
    ],
    ['value', '2091', '[6].value: must be a number, but is the text "2091"'],
    ['low', 3000, '[6].value: must lie between low and high'],
    ['high', 2000, '[6].value: must lie between low and high'],
    ['unit', '', '[6].unit: must not be empty'],
    ['page', 3, '[6].page: is not a field that is known here'],
  ])('with %s = %j are refused', (field, value, message) => {
    expect(messagesAfter({ [field]: value })).toEqual([message]);
  });

  it('are a list', () => {
    expect(parseFigures({})).toEqual({ ok: false, messages: ['the file: must be a list, but is an object'] });
  });
});
