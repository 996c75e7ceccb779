import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Card, escaped } from './page-head.ts';

/** What `npm run cards` has written down of a card: tests/build/cards.test.ts holds it against the world of today. */
export interface CardRecord {
  /** The world as a link has it. */
  readonly query: string;
  /** The large words on it. */
  readonly name: string;
  /** The sentence above the ring. */
  readonly finding: string;
  /** The digest of the run it shows (src/world/digest.ts). */
  readonly digest: string;
}

const folder = fileURLToPath(new URL('../../static/cards/', import.meta.url));

/** The card of the essay ("essay") or of a shipped world, by its id; undefined if it is not drawn yet. */
export function readCard(id: string): Card | undefined {
  if (!existsSync(`${folder}${id}.jpg`)) return undefined;
  const records: Record<string, CardRecord | undefined> = JSON.parse(readFileSync(`${folder}cards.json`, 'utf8'));
  const record = records[id];
  return (
    record && { id, alt: escaped(`${record.name}: a ring of firms with money moving along it. ${record.finding}`) }
  );
}
