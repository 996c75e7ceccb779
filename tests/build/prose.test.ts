import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withItsMarks } from '../../src/build/prose.mjs';

it('keeps the marks around a dial with it, and leaves a dial without marks alone', () => {
  expect(withItsMarks('in <InlineDial id="stop" />, and (<InlineDial id="growth" form="text" />).')).toBe(
    'in <span class="kept"><InlineDial id="stop" />,</span> and <span class="kept">(<InlineDial id="growth" form="text" />).</span>',
  );
  const alone = 'at <InlineDial id="growth" /> of plan. <Sourced id="x" />,';
  expect(withItsMarks(alone)).toBe(alone);
});

it('keeps the marks around every dial of the essay, also those that turn with the world', () => {
  const content = new URL('../../content/', import.meta.url);
  for (const name of readdirSync(content).filter((file) => file.endsWith('.svx'))) {
    const prose = withItsMarks(readFileSync(new URL(name, content), 'utf8'));
    const bare = prose.replace(/<span class="kept">.*?<\/span>/g, '');
    expect(bare.match(/.?<InlineDial\b[^>]*\/>[^\s<].*?\s/g), name).toBeNull();
  }
});
