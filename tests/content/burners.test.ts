import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/world/figures';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { readContent } from '../world/shipped-content';

const figures = new Map(readContent<Figure[]>('figures.json').map((figure) => [figure.id, figure]));
const dateOf = (id: string) => figures.get(id)?.as_of ?? '';
const amountOf = (id: string) => figures.get(id)?.value ?? Number.NaN;

describe('what the chapter on the labs says in words', () => {
  it('"in the next quarter", "in the same year", "half a year"', () => {
    for (const lab of ['openai', 'anthropic']) {
      expect(dateOf(`${lab}-revenue-2025`)).toBe('2025');
      expect(dateOf(`${lab}-revenue-2026q1`)).toBe('2026-Q1');
    }
    expect([dateOf('openai-burn-2025'), dateOf('anthropic-ebitda-loss-2025')]).toEqual(['2025', '2025']);
    expect(dateOf('anthropic-equity-2026h1')).toBe('2026-H1');
    // "At the end of it", and "a quarter later": the run opens with July.
    expect(dateOf('openai-cash')).toBe('2026-03-31');
    expect(shippedFile.start).toBe('2026Q3');
  });

  it('"and Anthropic the same": each lab can have as much of the venture money', () => {
    const shares = shippedNetwork.firms.flatMap(({ lab, ventureShare }) => (lab ? [ventureShare] : []));
    expect(new Set(shares).size).toBe(1);
  });

  it('"in one year", "in the year after", "before it is to come out ahead"', () => {
    const years = ['openai-burn-forecast-2027', 'openai-burn-forecast-2028', 'openai-fcf-forecast-2030'].map((id) =>
      Number(dateOf(id)),
    );
    expect(years[1] - years[0]).toBe(1);
    expect(years[2]).toBeGreaterThan(years[1]);
    expect(amountOf('openai-fcf-forecast-2030')).toBeGreaterThan(0);
  });

  it('"the shorter way to go": a projected profit after a loss', () => {
    expect(dateOf('anthropic-operating-profit-2026q2')).toBe('2026-Q2');
    expect(dateOf('openai-operating-loss-2026q1')).toBe('2026-Q1');
    expect(amountOf('anthropic-operating-profit-2026q2')).toBeGreaterThan(0);
    expect(amountOf('openai-operating-loss-2026q1')).toBeGreaterThan(0);
  });
});
