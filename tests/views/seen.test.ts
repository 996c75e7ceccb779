import { describe, expect, it } from 'vitest';
import { seenWords } from '../../src/views/seen';
import { shippedFile } from '../../src/world/shipped';

const fell = { firm: 'openai', t: 13, ended: 428, digest: 'abc', mark: 'f0x' };
const held = { firm: undefined, t: undefined, ended: 0, digest: 'def', mark: 'f0x' };
const words = 'OpenAI falls first, in 2029\u00a0Q4; $428bn of promises ended unpaid.';
const seen = (was: Parameters<typeof seenWords>[0], now: Parameters<typeof seenWords>[1], whole = true) =>
  seenWords(was, now, { whole, cast: shippedFile });

describe('what the sender of a link saw', () => {
  it('is the same if the whole run is', () => {
    const { kind, lead, before, now } = seen(fell, { ...fell });
    expect({ kind, lead, before, now }).toEqual({
      kind: 'same',
      lead: 'This is what the sender of the link saw.',
      before: words,
      now: words,
    });
    // The same headline from another run is another result, and it is said that the words do not tell them apart.
    expect(seen(fell, { ...fell, digest: 'abd' })).toMatchObject({
      kind: 'changed',
      lead: 'The model has changed since this link was made, or the link has been altered. In short the outcome is the same.',
    });
  });

  it('stands beside what is here', () => {
    expect(seen(fell, held)).toEqual({
      kind: 'changed',
      lead: 'The model has changed since this link was made, or the link has been altered.',
      before: words,
      now: 'Nobody falls; no promise ended unpaid.',
    });
  });

  it('is of another world if the address has been changed since, and of no known one if it cannot be read', () => {
    expect(seen(fell, { ...held, mark: 'f0y' }).lead).toMatch(/^The address has been changed/);
    expect(seen(fell, { ...held, mark: 'f0y' }, false).lead).toMatch(/^As not all of the link/);
    // A link from before the mark was written.
    expect(seen({ ...fell, mark: undefined }, held).kind).toBe('changed');
  });

  it('may speak of a firm that is not here any more', () => {
    expect(seen({ ...fell, firm: 'third-lab' }, held).before).toMatch(/^third-lab falls first/);
  });
});
