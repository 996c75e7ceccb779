import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimatesOf } from '../../src/views/estimates';
import { dialOf, dials, isLeverId } from '../../src/world/dials';

const rows: readonly { dial: string; figure: string; as: string }[] = JSON.parse(
  readFileSync(new URL('../../content/estimates.json', import.meta.url), 'utf8'),
);

describe('published estimates', () => {
  it('belong to dials that are there, and lie on them', () => {
    for (const { dial } of rows) expect(isLeverId(dial), dial).toBe(true);
    for (const { id } of dials) {
      const { min, max } = dialOf(id);
      for (const { value } of estimatesOf(id)) {
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(max);
      }
    }
    expect(dials.flatMap(({ id }) => estimatesOf(id))).toHaveLength(rows.length);
  });

  it('are read as their row says: a fall as what has gone, a loss as what is recovered', () => {
    const figures: readonly { id: string; value: number }[] = JSON.parse(
      readFileSync(new URL('../../content/figures.json', import.meta.url), 'utf8'),
    );
    const value = (id: string) => figures.find((figure) => figure.id === id)?.value ?? Number.NaN;
    const of = (dial: 'severity' | 'recovery', figure: string) =>
      estimatesOf(dial).find((row) => row.figure === figure)?.value;
    expect(of('severity', 'clec-market-cap-fall')).toBe(-value('clec-market-cap-fall'));
    expect(of('recovery', 'vendor-loan-loss-rate')).toBe(1 - value('vendor-loan-loss-rate'));
    expect(of('recovery', 'bond-recovery-2001')).toBe(value('bond-recovery-2001'));
  });
});
