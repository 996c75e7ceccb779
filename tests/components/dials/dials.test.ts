import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { sessionKey } from '../../../src/components/context';
import InlineDial from '../../../src/components/dials/InlineDial.svelte';
import Slider from '../../../src/components/dials/Slider.svelte';
import type { Network, Run } from '../../../src/engine';
import { usualLevers } from '../../../src/world/dials';
import { createSession } from '../../../src/world/session.svelte';

const network = { quarters: 32, firms: [] } as unknown as Network;
const usual = usualLevers();

function page(live = false) {
  const session = createSession({
    cast: { title: 'A world', start: '2026Q3', quarters: 32, firms: [] },
    engine: { run: (levers) => ({ network, levers }) as Run },
    probe: { network, run: () => {} },
    plan: { network, levers: usual } as Run,
    aside: { run: (levers) => ({ network, levers }) as Run },
    opening: { ...usual, severity: 0.9, stop: 4 },
    frame: () => {},
    now: () => 0,
  });
  if (live) session.wake();
  return { session, context: new Map([[sessionKey, session]]) };
}

describe('a number in a sentence', () => {
  it('is a slider by role, with its value in words', () => {
    const { body } = render(InlineDial, { props: { id: 'stop' }, context: page(true).context });
    for (const part of [
      'role="slider"',
      'tabindex="0"',
      'aria-valuemin="0"',
      'aria-valuemax="32"',
      'aria-valuenow="4"',
      'aria-valuetext="quarter 3 of 2027"',
      '2027\u00a0Q3',
    ]) {
      expect(body).toContain(part);
    }
    expect(body).not.toContain('aria-disabled');
  });

  it('does not answer before the page does', () => {
    const { body } = render(InlineDial, { props: { id: 'severity' }, context: page().context });
    expect(body).toContain('aria-disabled="true"');
    expect(body).toContain('tabindex="-1"');
    expect(body).toContain('90%');
  });
});

describe('a slider', () => {
  it('shows its edge in words and as a mark, tied to it', () => {
    const edge = { value: 0.85, text: 'the first firm fails from 85%' };
    const { body } = render(Slider, { props: { id: 'severity', edge }, context: page(true).context });
    const described = /aria-describedby="([^"]+)"/.exec(body)?.[1];
    expect(body).toContain(`id="${described}"`);
    expect(body).toContain(edge.text);
    expect(body).toContain('--edge: 0.85');
  });

  it('offers the way back it has, and no other', () => {
    const { session, context } = page(true);
    const ways = () =>
      [...render(Slider, { props: { id: 'severity' }, context }).body.matchAll(/(back to|usual:)/g)].map(
        ([way]) => way,
      );
    expect(ways()).toEqual(['usual:']);
    session.turn('severity', 0.5);
    expect(ways()).toEqual(['back to', 'usual:']);
    session.toUsual('severity');
    expect(ways()).toEqual(['back to']);
  });
});

it('a component outside of the page says so', () => {
  expect(() => render(InlineDial, { props: { id: 'stop' } }).body).toThrow('no session');
});
