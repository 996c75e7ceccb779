import * as v from 'valibot';
import { but, type Checked, readWith, words } from './checks';
import { dials, isLeverId } from './dials';
import { noSuch } from './near-name';
import { quoted } from './quoted';

const schema = v.array(
  v.strictObject({
    dial: words,
    /** Id of the figure that it rests on. */
    figure: words,
    /** How the dial's value follows from the figure: it is it, it is what is left of it, or the figure is the fall itself, below zero. */
    as: v.picklist(['value', 'complement', 'fall'], but('must be "value", "complement" or "fall"')),
    /** Of what the number was measured, to follow it: "of defaulted bonds, 2001". */
    says: words,
  }),
);

/** Published numbers that say something about where a dial might stand: content/estimates.json. */
export type EstimatesFile = Readonly<v.InferOutput<typeof schema>>;

/** Checks the estimates: each is of a dial and rests on a figure that exists. */
export function parseEstimates(
  json: unknown,
  figures: readonly { readonly id: string }[],
): Checked<{ readonly estimates: EstimatesFile }> {
  const read = readWith(schema, json);
  if (!read.ok) return read;
  const messages = read.value.flatMap(({ dial, figure }, i) => [
    ...(isLeverId(dial)
      ? []
      : [
          `[${i}].dial: ${noSuch(
            'dial',
            dial,
            dials.map(({ id }) => id),
          )}`,
        ]),
    ...(figures.some(({ id }) => id === figure) ? [] : [`[${i}].figure: there is no figure ${quoted(figure)}`]),
  ]);
  return messages.length > 0 ? { ok: false, messages } : { ok: true, estimates: read.value };
}
