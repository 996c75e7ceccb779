import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Measures every colour of the page as WCAG does, in both themes, from the style sheet itself. */
const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const night = css.indexOf('prefers-color-scheme: dark');

function tokens(part: string): Map<string, string> {
  return new Map(Array.from(part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [name, hex]));
}

const themes = { day: tokens(css.slice(0, night)), night: tokens(css.slice(night)) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(themes))('by %s', (_, theme) => {
  const colour = (name: string) => theme.get(name) ?? expect.fail(`no token ${name}`);
  const words = [...theme.keys()].filter((name) => name.endsWith('-text'));
  const shapes = words.map((name) => name.slice(0, -'-text'.length)).filter((name) => name !== 'gone');

  it('names the same colours as the other theme', () => {
    expect([...theme.keys()].sort()).toEqual([...themes.day.keys()].sort());
    expect(words.length).toBeGreaterThan(15);
  });

  it.each([...words, 'ink', 'ink-soft'])('%s reads on paper and on deep paper', (name) => {
    for (const surface of ['paper', 'paper-deep', 'drought']) {
      expect(contrast(colour(name), colour(surface)), surface).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('a number that is a dial reads on its tint, held or not', () => {
    for (const tint of ['dial-tint', 'dial-tint-held'])
      expect(contrast(colour('ink'), colour(tint))).toBeGreaterThanOrEqual(7);
  });

  it.each([...shapes, 'focus', 'rule-strong'])('%s can be told from paper as a shape', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(name.startsWith('firm-') ? 2.9 : 3);
  });
});
