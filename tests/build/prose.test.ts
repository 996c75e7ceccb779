import { expect, it } from 'vitest';
import { withItsMarks } from '../../src/build/prose.mjs';

it('keeps the marks around a dial with it, and leaves a dial without marks alone', () => {
  expect(withItsMarks('in <InlineDial id="stop" />, and (<InlineDial id="growth" form="text" />).')).toBe(
    'in <span class="kept"><InlineDial id="stop" />,</span> and <span class="kept">(<InlineDial id="growth" form="text" />).</span>',
  );
  const alone = 'at <InlineDial id="growth" /> of plan. <Sourced id="x" />,';
  expect(withItsMarks(alone)).toBe(alone);
});
