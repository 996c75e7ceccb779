import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mathml } from '../../src/build/formula';

const model = readFileSync(new URL('../../content/model.md', import.meta.url), 'utf8');
const formulas = [...model.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => (/[-+*=<>_(]/.test(code) ? [code] : []));

/** What a reader sees of a formula, in order. */
const seen = (math: string) =>
  math
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

describe('a formula', () => {
  it('of the model’s page is set whole: every name, number and sign of it, in its order', () => {
    expect(formulas.length).toBeGreaterThan(60);
    for (const text of formulas) {
      const plain = text
        .replaceAll('sum_', '∑')
        .replace(/\s|_|\^/g, '')
        .replaceAll('bar', '¯')
        .replaceAll('*', '·');
      const signs = plain
        .replaceAll('<=', '≤')
        .replaceAll('>=', '≥')
        .replace(/1e-(\d+)/g, '10-$1')
        .replaceAll('-', '−');
      // In an exponent the place itself is the bracket.
      const inLine = seen(mathml(text, { bars: false }));
      expect(inLine).toBe(signs.replace(/2\(−t\/h\)/, '2−t/h').replace(/\)\(([1kt]\/4)\)/, ')$1'));
    }
  });

  it('comes in pieces that are whole elements', () => {
    for (const text of formulas) {
      for (const piece of mathml(text, { bars: true }).split('</math>')) {
        const open = [...piece.matchAll(/<(m\w+)(?:\s[^>]*)?(?<!\/)>/g)]
          .map(([, name]) => name)
          .filter((name) => name !== 'math');
        const closed = [...piece.matchAll(/<\/(m\w+)>/g)].map(([, name]) => name);
        expect(open.toSorted()).toEqual(closed.toSorted());
      }
    }
  });

  it('has fractions, powers, indices and bars', () => {
    const set = mathml('p_i = Lbar_i / (1 + g)^2', { bars: true });
    expect(set).toContain('<mfrac>');
    expect(set).toContain('<msup>');
    expect(set).toContain('<msub>');
    expect(set).toContain('<mover accent="true">');
    expect(mathml('a / b', { bars: false })).not.toContain('<mfrac>');
  });

  it('keeps its full stop', () => {
    expect(mathml('a + b', { bars: false, stop: '.' })).toMatch(/<span class="end"><math>[^.]*<\/math>\.<\/span>$/);
  });

  it.each(['a + (b', 'a) + b', 'a / ', '/ b', 'a # b', 'a^'])('is refused where it is none: "%s"', (text) => {
    expect(() => mathml(text, { bars: true })).toThrow();
  });
});
