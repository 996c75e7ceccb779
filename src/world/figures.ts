import * as v from 'valibot';
import { but, type Checked, identifier, matching, readWith, repeated, words } from './checks';

/** "2026", "2026-05", "2026-05-31" */
const date = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;
/** A date, or a period: "1999-2000", "2026-Q1", "2026-H1", "CY2026", "FY2026 (to 2026-01-25)", "2026-03-31 to 2026-05-31". */
const period = new RegExp(
  String.raw`^(${date}( to ${date})?|\d{4}-(\d{4}|Q[1-4]|H[12])|CY\d{4}|F(Y|Q[1-4] )\d{4}( \(to ${date}\))?)$`,
);
const published = new RegExp(String.raw`^(${date}|undated( \((c\. )?${date}\))?)$`);

const anyNumber = v.pipe(v.number(), v.finite());

const figure = v.pipe(
  v.strictObject({
    id: identifier,
    subject: words,
    quantity: words,
    value: anyNumber,
    unit: words,
    as_of: matching(period, 'a date or a period such as 2026-03-31, 2026-Q1 or FY2026 (to 2026-01-25)'),
    low: v.optional(anyNumber),
    high: v.optional(anyNumber),
    /** Grade. A: a filing or release of the company, or a digest close to its words. B: reputable press or analysts. C: a blog, an estimate, a rough derivation. */
    confidence: v.picklist(['A', 'B', 'C'], but('must be one of the grades A, B and C')),
    source_title: words,
    source_url: v.pipe(v.string(), v.check(isWebAddress, but('must be an http(s) address'))),
    publisher: words,
    source_date: matching(published, 'a date such as 2026-05-31, or "undated (c. 2026-05)"'),
    note: v.string(),
    topic: words,
  }),
  v.forward(
    v.check(({ low, high, value }) => inOrder(low ?? value, value, high ?? value), 'must lie between low and high'),
    ['value'],
  ),
);

/** A sourced number: content/figures.json holds them all, under the names that file gives its fields. */
export type Figure = Readonly<v.InferOutput<typeof figure>>;

/** Checks the list of figures. */
export function parseFigures(json: unknown): Checked<{ readonly figures: readonly Figure[] }> {
  const read = readWith(v.array(figure), json);
  if (!read.ok) return read;
  const ids = read.value.map(({ id }) => id);
  const messages = repeated(ids, (i) => `[${i}].id`, 'the figure');
  return messages.length > 0 ? { ok: false, messages } : { ok: true, figures: read.value };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text);
}

function inOrder(...numbers: readonly number[]): boolean {
  return numbers.every((x, i) => i === 0 || x >= (numbers[i - 1] ?? x));
}
