import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { NearWorld } from '../world/nearest-world';
import type { Calendar } from '../world/quarters';

/** What a near world is called in a sentence: the dial that differs and where it stands there, or its name. */
export function worldName({ dial, levers, name }: NearWorld, calendar: Calendar): string {
  if (dial === undefined) return `the world “${name}”`;
  const row = dialOf(dial);
  return `“${row.name}: ${wording(row, levers[dial], calendar).text}”`;
}
