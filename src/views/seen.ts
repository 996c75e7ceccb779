import type { SeenOutcome } from '../world/link-outcome';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { dollars } from './money';

/** What is said to who opens a link that says what its sender saw. */
export interface Seen {
  readonly same: boolean;
  /** What the sender saw, and what is here, each in a sentence. */
  readonly before: string;
  readonly now: string;
}

export function seenWords(was: SeenOutcome, now: SeenOutcome, cast: Cast): Seen {
  return { same: was.digest === now.digest, before: inWords(was, cast), now: inWords(now, cast) };
}

function inWords({ firm, t, ended }: SeenOutcome, { firms, start }: Cast): string {
  // The sender may have had firms that are not here any more: then only their id is known.
  const name = firms.find(({ id }) => id === firm)?.name ?? firm;
  const first =
    name === undefined || t === undefined ? 'Nobody falls' : `${name} falls first, in ${displayQuarter(t, start)}`;
  return `${first}; ${ended === 0 ? 'no promise' : `${dollars(ended)} of promises`} ended unpaid.`;
}
