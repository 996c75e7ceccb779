import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { labDeeds } from '../../src/views/lab-history';
import { knownFigures } from '../../src/world/basis';
import { usualLevers } from '../../src/world/dials';
import type { LabState } from '../../src/world/lab.svelte';
import { type NetworkEdit, tryEdit } from '../../src/world/network-desk';
import { shippedFile } from '../../src/world/shipped';

const usual = usualLevers();
const world = (severity: number) => ({ levers: { ...usual, severity }, opened: usual });
const state = (change: Partial<LabState>): LabState => ({
  file: shippedFile,
  worlds: [world(0.8)],
  active: 0,
  ...change,
});
const deeds = (...states: LabState[]) => labDeeds(states, usual, shippedFile);

function edited(edit: NetworkEdit, file = shippedFile) {
  const done = tryEdit(file, edit, shippedFile, knownFigures(figures));
  if (!done.ok) throw new Error('The edit is refused');
  return done.file;
}

describe('what the reader did in the lab', () => {
  it('is told by what was edited', () => {
    const cash = edited({ kind: 'set', spot: { of: 'firm', firm: 'openai', field: 'cash' }, value: 80 });
    const smaller = edited({ kind: 'remove-firm', firm: 'oracle' });
    expect(deeds(state({}), state({ file: cash }), state({}), state({ file: smaller }))).toEqual([
      'The plan',
      'OpenAI: cash as the run opens: $70bn to $80bn',
      'The essay’s network again',
      expect.stringMatching(/^Oracle removed; and two more changes$/),
    ]);
  });

  it('is told as a deed: what is added, what is removed', () => {
    const firm = edited({ kind: 'add-firm', name: 'CoreWeave', like: undefined });
    const link = { payer: 'coreweave', payee: 'oracle', total: 10, start: 0, length: 20 };
    const bound = edited({ kind: 'add-link', list: 'contracts', link }, firm);
    const file = { ...firm, title: 'Mine' };
    expect(
      deeds(state({}), state({ file: firm }), state({ file: bound }), state({ file: firm }), state({ file: bound })),
    ).toEqual([
      'The plan',
      'CoreWeave added',
      'Contract CoreWeave to Oracle added ($10bn over 20 quarters from 2026\u00a0Q3)',
      'Contract CoreWeave to Oracle removed ($10bn over 20 quarters from 2026\u00a0Q3)',
      'Contract CoreWeave to Oracle added ($10bn over 20 quarters from 2026\u00a0Q3)',
    ]);
    // Both of two; of more, how many.
    expect(deeds(state({}), state({ file }))[1]).toBe(
      'The name of the network: The loop in mid-2026 to Mine; CoreWeave added',
    );
    expect(deeds(state({}), state({ file: { ...bound, title: 'Mine' } }))[1]).toBe(
      'The name of the network: The loop in mid-2026 to Mine; and two more changes',
    );
  });

  it('is told by the world it was done to', () => {
    const two = [world(0.8), world(0.8)];
    expect(
      deeds(
        state({}),
        state({ worlds: two, active: 1 }),
        state({ worlds: [world(0.8), world(0.3)], active: 1 }),
        state({ worlds: [world(0.8)] }),
        state({ worlds: [world(0.5)] }),
      ),
    ).toEqual([
      'The plan',
      'World B added',
      'B: Venture money that goes away: 80% to 30%',
      'A world removed',
      'Venture money that goes away: 80% to 50%',
    ]);
  });
});
