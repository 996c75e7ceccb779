import * as v from 'valibot';
import { type Checked, identifier, readWith, repeated, words } from './checks';
import { decode, encode } from './link';
import { type Calendar, inRun, isQuarterLabel, parseQuarter } from './quarters';

const schema = v.strictObject({
  /** Id of the network file that the worlds are for. */
  network: identifier,
  /** Id of the world that the essay opens with. */
  opening: identifier,
  /** The quarter that the figures open at, as "2028Q3". */
  quarter: words,
  worlds: v.pipe(
    v.array(
      v.strictObject({
        id: identifier,
        name: words,
        /** A short paragraph: what is set here, and what comes of it in this world. */
        text: words,
        /** The world as a link has it, with its version. */
        query: words,
      }),
    ),
    v.minLength(1, 'must hold at least one world'),
  ),
  /** Worlds as links have them, for a reader to guess about: nothing on the page tells what becomes of them. */
  unseen: v.array(words),
});

/** The worlds that can be set with one click: content/worlds.json. */
export type Worlds = Readonly<v.InferOutput<typeof schema>>;
export type World = Worlds['worlds'][number];

/** Checks the list of worlds against the network they are for: each query is read in full and is written as a link would write it. */
export function parseWorlds(
  json: unknown,
  network: Calendar & { readonly id: string },
): Checked<{ readonly worlds: Worlds }> {
  const read = readWith(schema, json);
  if (!read.ok) return read;
  const file = read.value;
  const ids = file.worlds.map(({ id }) => id);
  const messages = repeated(ids, (i) => `worlds[${i}].id`, 'the world');
  if (file.network !== network.id) messages.push(`network: must be "${network.id}", but is "${file.network}"`);
  if (!ids.includes(file.opening)) messages.push(`opening: there is no world "${file.opening}"`);
  const at = isQuarterLabel(file.quarter) ? parseQuarter(file.quarter, network.start) : undefined;
  if (at === undefined || !inRun(at, network)) messages.push(`quarter: "${file.quarter}" is not a quarter of the run`);
  const queries = [
    ...file.worlds.map(({ query }, i) => ({ path: `worlds[${i}].query`, query })),
    ...file.unseen.map((query, i) => ({ path: `unseen[${i}]`, query })),
  ];
  for (const { path, query } of queries) {
    const { levers, refused } = decode(query, network);
    for (const { message } of refused) messages.push(`${path}: ${message}`);
    const link = encode(levers, network);
    if (refused.length === 0 && link !== query) messages.push(`${path}: must be written "${link}"`);
  }
  return messages.length > 0 ? { ok: false, messages } : { ok: true, worlds: file };
}
