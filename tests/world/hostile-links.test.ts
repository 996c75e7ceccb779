import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { decodeLab } from '../../src/world/lab-link';
import { withEdits } from '../../src/world/network-edits';
import { openLab } from '../../src/world/open-lab';
import { pack } from '../../src/world/packing';
import { parseNetwork } from '../../src/world/parse-network';
import { shippedFile } from '../../src/world/shipped';
import { hostileTexts, inLink } from './hostile';

const fields = ['v', 'stop', 'growth', 'at', 'firm', 'was', 'net', 'b.growth', 'c.stop', 'd.v'] as const;

/** Hostile texts, whole, glued together and cut in the middle. */
const anyHostile = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 3 })
  .chain((texts) => fc.nat(60).map((cut) => texts.map((text, i) => (i === 0 ? text : text.slice(cut))).join('')));

const written = (text: string, escaped: boolean) => (escaped ? inLink(text) : text.replaceAll('&', ''));

/** What a message may not have in it: what ends a line, turns the direction of what follows, or is nothing to read. */
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

describe('a hostile link', () => {
  it('is refused in short lines of readable text, whatever the field, and sets nothing it may not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom<string>(...fields, 'x'), anyHostile, fc.boolean(), fc.boolean()), {
          minLength: 1,
          maxLength: 12,
        }),
        (parts) => {
          const query = parts
            .map(([field, text, isName, escaped]) =>
              isName ? `${written(text, escaped)}=1` : `${field}=${written(text, escaped)}`,
            )
            .join('&');
          const { refused, firm, at, others } = decodeLab(query, shippedFile);
          expect(refused.length).toBeLessThan(20);
          for (const { message } of refused) {
            expect(message).not.toMatch(unreadable);
            expect(message.length).toBeLessThan(250);
          }
          expect(firm === undefined || shippedFile.firms.some(({ id }) => id === firm)).toBe(true);
          expect(at === undefined || (at >= 0 && at < shippedFile.quarters)).toBe(true);
          for (const world of others) expect(Object.values(world).every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});

describe('a hostile network', () => {
  it('in a link keeps its words as they are, or is refused: it never changes what it is not', async () => {
    for (const text of hostileTexts) {
      const net = await pack({ title: text, changed: { openai: { name: text } } });
      const { state, refused } = await openLab(`v=1&net=${net}`, shippedFile);
      const [title, name] = [state.file.title, state.file.firms[0]?.name];
      if (refused.length > 0) expect([title, name]).toEqual([shippedFile.title, shippedFile.firms[0]?.name]);
      else expect([title, name]).toEqual([text, text]);
    }
  });

  it('cannot hide in an id, a role or a field', () => {
    for (const text of hostileTexts) {
      for (const json of [
        { ...shippedFile, id: text },
        { ...shippedFile, [text]: 1 },
        withEdits(shippedFile, { changed: { openai: { role: text } } }),
      ]) {
        const parsed = parseNetwork(json, figures);
        expect(parsed.ok, text).toBe(false);
        if (!parsed.ok) for (const message of parsed.messages) expect(message.length).toBeLessThan(2000);
      }
    }
  });
});
