import { describe, expect, it } from 'vitest';
import { seenWords } from '../../src/views/seen';
import { shippedFile } from '../../src/world/shipped';

const fell = { firm: 'openai', t: 13, ended: 428, digest: 'abc' };
const held = { firm: undefined, t: undefined, ended: 0, digest: 'def' };

describe('what the sender of a link saw', () => {
  it('is the same if the whole run is', () => {
    expect(seenWords(fell, { ...fell }, shippedFile)).toEqual({
      same: true,
      before: 'OpenAI falls first, in 2029 Q4; $428bn of promises ended unpaid.',
      now: 'OpenAI falls first, in 2029 Q4; $428bn of promises ended unpaid.',
    });
    // The same headline from another run is another result.
    expect(seenWords(fell, { ...fell, digest: 'abd' }, shippedFile).same).toBe(false);
  });

  it('stands beside what is here', () => {
    const { same, before, now } = seenWords(fell, held, shippedFile);
    expect({ same, before, now }).toEqual({
      same: false,
      before: 'OpenAI falls first, in 2029 Q4; $428bn of promises ended unpaid.',
      now: 'Nobody falls; no promise ended unpaid.',
    });
  });

  it('may speak of a firm that is not here any more', () => {
    expect(seenWords({ ...fell, firm: 'third-lab' }, held, shippedFile).before).toMatch(/^third-lab falls first/);
  });
});
