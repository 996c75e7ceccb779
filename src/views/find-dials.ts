import type { LeverId } from '../engine';
import { dials } from '../world/dials';

/** The dials whose name, help or group has all the words of a text, wherever they stand. All dials if there are none. */
export function findDials(text: string): LeverId[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return dials.flatMap(({ id, name, help, group }) => {
    const all = plain(`${name} ${help} ${group}`);
    return words.every((word) => all.includes(word)) ? [id] : [];
  });
}

/** In small letters, and the apostrophe as keyboards have it. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
