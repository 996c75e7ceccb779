import { describe, expect, it } from 'vitest';
import { type Instalments, instalmentsOf, peakOf } from '../../src/views/backlog-promises';
import { debtors } from '../../src/views/facts';
import { promiseNote } from '../../src/views/promise-note';
import { runOf, worlds } from './ring-runs';

/** A payer that pays 10 for some quarters and then ends; so much of what was signed is left in each quarter after. */
function ending(paid: number, gone: readonly number[], badDebt = 4): Instalments {
  const none = { signed: 0, firm: 0, paid: 0, late: 0, cut: 0, gone: 0 };
  const quarters = [
    ...Array.from({ length: paid }, () => ({ ...none, signed: 10, paid: 10 })),
    ...gone.map((amount) => ({ ...none, signed: amount, gone: amount })),
  ];
  return { payer: 0, promised: 0, paid: 0, cut: 0, lost: 50, badDebt, recovered: 0, later: 0, quarters };
}
const tens = (count: number) => Array.from({ length: count }, () => 10);

describe('the note in what ended with its payer', () => {
  it('says so, and what of it was billed', () => {
    expect(promiseNote(ending(8, tens(24)), 10, 0.3)).toEqual({
      at: 0.25,
      ended: true,
      billed: { pay: '$4bn', narrow: true },
    });
    expect(promiseNote(ending(8, tens(24), 0), 10, 0.3)?.billed).toBeUndefined();
  });

  it('is shorter, or for wide drawings alone, where the outline is; and none where there is no room', () => {
    expect(promiseNote(ending(16, tens(16)), 10, 0.3)).toMatchObject({ ended: true, billed: { narrow: false } });
    expect(promiseNote(ending(27, tens(5)), 10, 0.3)).toMatchObject({ ended: false, billed: undefined });
    expect(promiseNote(ending(29, tens(3)), 10, 0.3)).toBeUndefined();
    // Lower than the words are.
    expect(promiseNote(ending(8, [...tens(4), ...Array.from({ length: 20 }, () => 2)]), 10, 0.3)).toMatchObject({
      ended: false,
    });
  });

  it('is not there where nothing ended', () => {
    expect(promiseNote({ ...ending(32, []), lost: 0 }, 10, 0.3)).toBeUndefined();
  });

  it('stands where a contract ends, in any world', async () => {
    for (const levers of worlds) {
      const run = await runOf(levers);
      for (const payer of debtors(run).map((i) => instalmentsOf(run, i))) {
        const note = promiseNote(payer, peakOf(payer), 0.2);
        const ended = payer.quarters.findIndex(({ gone }) => gone > 0);
        if (ended < 0) expect(note).toBeUndefined();
        if (note) expect(note.at).toBe(ended / payer.quarters.length);
      }
    }
  });
});
