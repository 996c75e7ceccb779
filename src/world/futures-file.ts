import * as v from 'valibot';
import { basisFault, knownFigures, readBasis } from './basis';
import { between, but, type Checked, readWith, whole, words } from './checks';
import { dialOf, dials, isLeverId } from './dials';
import { noSuch } from './near-name';

/** How uncertain a thing is declared to be is ours to say, and to be argued with: the basis says so, and why. */
const assumed = v.pipe(
  words,
  v.check((text) => /^assumption: \S/.test(text), but('must open with "assumption: "')),
);
const declared = (least: number, most: number) => v.strictObject({ value: between(least, most), basis: assumed });

const schema = v.strictObject({
  /** Key of the random numbers. Another seed is another set of futures. */
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  /** By dial: how far a future may move it either way from where the reader has it. */
  spreads: v.record(v.string(), v.strictObject({ value: v.pipe(v.number(), v.finite()), basis: assumed })),
  /** How each quarter is shaken: see `Shocks` of the engine. */
  shocks: v.strictObject({ growth: declared(0, 0.2), venture: declared(0, 1), common: declared(0, 1) }),
});

/** The declared uncertainty of the essay: content/futures.json. */
export type FuturesFile = Readonly<v.InferOutput<typeof schema>>;

/**
 * Checks the file of uncertainties: each spread belongs to a dial, moves it, and not further than from one of its ends to the other.
 *
 * @param figures the figures that exist, for the bases may name them.
 */
export function parseFutures(
  json: unknown,
  figures: readonly { readonly id: string }[],
): Checked<{ readonly futures: FuturesFile }> {
  const read = readWith(schema, json);
  if (!read.ok) return read;
  const file = read.value;
  const messages = [...spreadFaults(file), ...basisFaults(file, figures)];
  return messages.length > 0 ? { ok: false, messages } : { ok: true, futures: file };
}

function spreadFaults({ spreads }: FuturesFile): string[] {
  return Object.entries(spreads).flatMap(([id, { value }]) => {
    if (!isLeverId(id)) {
      return [
        `spreads: ${noSuch(
          'dial',
          id,
          dials.map((dial) => dial.id),
        )}`,
      ];
    }
    const { min, max, whole } = dialOf(id);
    const must = (what: string) => [`spreads.${id}.value: must be ${what}, but is ${value}`];
    if (!(value > 0 && value <= max - min)) return must(`above 0 and at most ${max - min}`);
    return whole && !Number.isInteger(value) ? must('a whole number, as the dial is') : [];
  });
}

function basisFaults({ spreads, shocks }: FuturesFile, figures: readonly { readonly id: string }[]): string[] {
  const known = knownFigures(figures);
  const groups = { spreads, shocks };
  return Object.entries(groups).flatMap(([group, entries]) =>
    Object.entries(entries).flatMap(([id, { basis }]) => {
      const fault = basisFault(readBasis(basis, known), undefined);
      return fault === undefined ? [] : [`${group}.${id}.basis: ${fault}`];
    }),
  );
}
