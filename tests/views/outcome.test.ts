import { describe, expect, it } from 'vitest';
import type { Event, Run } from '../../src/engine';
import { dollars } from '../../src/views/money';
import { imbalance, outcome } from '../../src/views/outcome';

const cast = {
  title: 'A world',
  start: '2026Q3',
  quarters: 32,
  firms: ['OpenAI', 'Oracle', 'Nvidia', 'Meta', 'TSMC'].map((name) => ({ id: name.toLowerCase(), name, role: 'lab' })),
};

function run(events: readonly Partial<Event>[], lost = 0, cut = 0): Run {
  const quarter = { audit: Float64Array.of(1e-12, -3e-12) };
  const contract = { lost: Float64Array.of(lost / 2, lost / 2), cut: Float64Array.of(cut) };
  return { events, quarter, contract } as unknown as Run;
}

describe('the outcome in words', () => {
  it('says when all is well', () => {
    expect(outcome(run([{ kind: 'missed', firm: 0, t: 3 }]), cast)).toBe('Every firm holds. No promise is gone.');
  });

  it('names who falls, when, and what is gone', () => {
    const events = [
      { kind: 'failed', firm: 0, t: 13 },
      { kind: 'terminated', firm: 1, by: 0, t: 13 },
      { kind: 'restructured', firm: 1, t: 15 },
    ] as const;
    expect(outcome(run(events, 428, 12), cast)).toBe(
      'OpenAI fails in 2029\u00a0Q4; Oracle is restructured in 2030\u00a0Q2. 440 billion dollars of promises are gone: 428 billion dollars ended and 12 billion dollars declined.',
    );
  });

  it('has amounts as they are shown, where it is read', () => {
    expect(outcome(run([], 0, 12), cast, dollars)).toBe(
      'Every firm holds. $12bn of promises are gone: $12bn declined.',
    );
  });

  it('names three, and counts the rest', () => {
    const events = [0, 1, 2, 3, 4].map((firm) => ({ kind: 'failed', firm, t: 4 }) as const);
    expect(outcome(run(events), cast)).toContain('Nvidia fails in 2027\u00a0Q3; 2 more firms follow.');
  });
});

it('finds the largest imbalance, whatever its sign', () => {
  expect(imbalance(run([]))).toBe(3e-12);
});
