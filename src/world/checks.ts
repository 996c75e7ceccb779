import * as v from 'valibot';
import { quoted, shown } from './quoted';

/** What a check of a file came to: what it holds, or every fault found, each a sentence that opens with the path of the field. */
export type Checked<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly messages: readonly string[] };

/** Building blocks of the schemas of content files, with messages that fit after a path: "firms[2].cash.value: must be a number, ...". */

/** A message for a check: what must be, and what is. */
export function but(must: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => `${must}, but is ${shown(input)}`;
}

/** A finite number from `min` to `max`. */
export function between(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.finite(),
    v.check((x) => x >= min && x <= max, but(`must be between ${min} and ${max}`)),
  );
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number) {
  return v.pipe(
    between(min, max),
    v.check((x) => Number.isInteger(x), but('must be a whole number')),
  );
}

/** A text of a certain form. */
export function matching(pattern: RegExp, what: string) {
  return v.pipe(
    v.string(),
    v.check((text) => pattern.test(text), but(`must be ${what}`)),
  );
}

/** A text that says something. */
export const words = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'must not be empty'),
);

/** A name for links and tables: small letters, digits and hyphens. Names that every JavaScript object has are kept out. */
export const identifier = v.pipe(
  v.string(),
  v.check((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), but('must be small letters, digits and single hyphens')),
  v.check((text) => !(text in {}), but('must not be a word that every object has')),
);

/** Reads `json` with a schema. */
export function readWith<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  locate: (path: string, json: unknown) => string = (path) => path,
): Checked<{ readonly value: v.InferOutput<S> }> {
  const result = v.safeParse(schema, json);
  if (result.success) return { ok: true, value: result.output };
  const messages = result.issues.map((issue) => {
    const path = pathText(issue.path?.map(({ key }) => key) ?? []);
    return `${path === '' ? 'the file' : locate(path, json)}: ${explain(issue)}`;
  });
  return { ok: false, messages };
}

/** "firms[2].cash.value" */
function pathText(keys: readonly unknown[]): string {
  const steps = keys.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[\w-]+$/.test(String(key)) ? `.${String(key)}` : `[${quoted(String(key))}]`;
  });
  return steps.join('').replace(/^\./, '');
}

/** What is wrong, as the rest of a sentence that opens with the path. */
function explain(issue: v.BaseIssue<unknown>): string {
  const { type, input, expected } = issue;
  if (type === 'strict_object' && expected === 'never') return 'is not a field that is known here';
  if (input === undefined) return 'is missing';
  if (type === 'finite' || Number.isNaN(input)) return `must be a finite number, but is ${String(input)}`;
  if (issue.kind !== 'schema') return issue.message;
  const what = kinds[type];
  return what === undefined ? issue.message : `must be ${what}, but is ${shown(input)}`;
}

const kinds: Readonly<Record<string, string>> = {
  strict_object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** One message for each entry whose name occurred before. `path` gives the place of entry i. */
export function repeated(names: readonly string[], path: (i: number) => string, what: string): string[] {
  const seen = new Set<string>();
  const messages: string[] = [];
  names.forEach((name, i) => {
    if (seen.has(name)) messages.push(`${path(i)}: ${what} ${quoted(name, 80)} occurs twice`);
    seen.add(name);
  });
  return messages;
}
