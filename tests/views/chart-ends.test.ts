import { describe, expect, it } from 'vitest';
import { endLabelsOf } from '../../src/views/chart-ends';
import { labChart } from '../../src/views/lab-chart';
import { type See, usualSee } from '../../src/world/see';
import { shippedFile } from '../../src/world/shipped';
import { plan } from './shipped-runs';

const usual = usualSee(shippedFile);
const labels = (worlds: number, change: Partial<See> = {}) => {
  const runs = Array.from({ length: worlds }, () => plan);
  return endLabelsOf(labChart({ ...usual, ...change }, runs, plan, shippedFile)).map(({ text }) => text);
};

describe('what stands at the ends of the lines of the chart', () => {
  it('is the firm, in which world, and which line of the plan is whose', () => {
    expect(labels(1)).toEqual(['OpenAI, plan', 'Anthropic, plan', 'OpenAI', 'Anthropic']);
    expect(labels(2)).toEqual([
      'OpenAI, plan',
      'Anthropic, plan',
      'OpenAI A',
      'OpenAI B',
      'Anthropic A',
      'Anthropic B',
    ]);
  });

  it('of a line of no firm is the world', () => {
    expect(labels(2, { series: 'mood' })).toEqual(['plan', 'A', 'B']);
    expect(labels(1, { series: 'mood' })[0]).toBe('plan');
  });

  it('has no plan where there is none, or no room for it', () => {
    expect(labels(2, { against: 'plan' }).join()).not.toContain('plan');
    const firms = shippedFile.firms.map(({ id }) => id).slice(0, 4);
    expect(labels(2, { firms })).toContain('OpenAI, plan');
    expect(labels(3, { firms }).join()).not.toContain('plan');
    // One label a firm, though each has four lines.
    expect(labels(4, { firms })).toEqual(shippedFile.firms.slice(0, 4).map(({ name }) => name));
  });
});
