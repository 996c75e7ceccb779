import * as v from 'valibot';
import { type Checked, identifier, readWith, repeated, words } from './checks';
import { partsOf, placeholder } from './claim-prose';
import { noSuch } from './near-name';
import { quoted } from './quoted';

/** Prose without a digit: numbers come in by name, `{burn}` from the reader's run and `{figure:oracle-rpo}` or `{figure:oracle-rpo|in other words}` from the sources. */
const prose = v.pipe(
  words,
  v.check((text) => !/\d/.test(text.replace(placeholder, '')), 'must not hold a digit outside of {...}'),
);

const schema = v.array(
  v.strictObject({
    id: identifier,
    /** A few words by which the claim is known at its place in the essay. */
    title: prose,
    /** The claim, in a sentence. */
    claim: prose,
    /** What is measured, and why so. */
    why: prose,
    /** What the record says against it, or beside it. */
    record: v.optional(prose),
    /** How it stands in a world in which it holds, and in one in which it does not: with what was measured there. */
    holds: prose,
    fails: prose,
    /** What is said at its place in the essay where it does not hold, if the sentences before it give the numbers already. */
    concedes: v.optional(prose),
    /** What is missing in a world in which it cannot be tested; for claims with a premise. */
    untested: v.optional(prose),
    /** What makes it true or false. */
    change: prose,
  }),
);

/** The words of the claims of the essay: content/claims.json. */
export type ClaimsFile = Readonly<v.InferOutput<typeof schema>>;

/** What words must exist for: ids of the claims, and whether each has a premise. */
type Premises = Readonly<Record<string, boolean>>;

/**
 * Checks the words of the claims: each claim has its words and no other, those with a premise say what is missing without it, and every figure named exists.
 */
export function parseClaims(
  json: unknown,
  premises: Premises,
  figures: readonly { readonly id: string }[],
): Checked<{ readonly claims: ClaimsFile }> {
  const read = readWith(schema, json);
  if (!read.ok) return read;
  const file = read.value;
  const messages = repeated(
    file.map(({ id }) => id),
    (i) => `[${i}].id`,
    'the claim',
  );
  const known = new Set(figures.map(({ id }) => id));
  file.forEach((claim, i) => {
    const premise = Object.hasOwn(premises, claim.id) ? premises[claim.id] : undefined;
    if (premise === undefined) {
      messages.push(`[${i}].id: ${noSuch('claim', claim.id, Object.keys(premises))}`);
    } else if (premise !== (claim.untested !== undefined)) {
      messages.push(`[${i}].untested: ${premise ? 'is missing, for it has a premise' : 'has no premise to speak of'}`);
    }
    for (const [field, text] of Object.entries(claim)) {
      for (const { figure } of partsOf(text ?? '')) {
        if (figure && !known.has(figure)) messages.push(`[${i}].${field}: there is no figure ${quoted(figure)}`);
      }
    }
  });
  for (const id of Object.keys(premises)) {
    if (!file.some((claim) => claim.id === id)) messages.push(`the claim "${id}" has no words`);
  }
  return messages.length > 0 ? { ok: false, messages } : { ok: true, claims: file };
}
