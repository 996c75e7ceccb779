import type { SeenOutcome } from '../world/link-outcome';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { dollars } from './money';

/** How what the sender of a link saw is to what its address gives here. */
export type SeenKind =
  | 'same'
  /** The model has changed since, or what the address says of it: here nobody can know which. */
  | 'changed'
  /** The dials in the address have been changed after it was copied: its sender saw another world. */
  | 'edited'
  /** Not all of the link could be read. */
  | 'partly';

/** What is said to who opens a link that says what its sender saw. */
export interface Seen {
  readonly kind: SeenKind;
  /** What is the matter, in a sentence. */
  readonly lead: string;
  /** What the sender saw, and what is here, each in a sentence. They may be in the same words though the runs are not the same. */
  readonly before: string;
  readonly now: string;
}

interface Told {
  /** Was all of the link taken over? */
  readonly whole: boolean;
  /** In which of several worlds, as ", in world A". */
  readonly where?: string;
  readonly cast: Cast;
}

export function seenWords(was: SeenOutcome, now: SeenOutcome, { whole, where = '', cast }: Told): Seen {
  const kind = kindOf(was, now, whole);
  const [before, here] = [inWords(was, cast), inWords(now, cast)];
  return { kind, lead: leadOf(kind, where, before === here), before, now: here };
}

function kindOf(was: SeenOutcome, now: SeenOutcome, whole: boolean): SeenKind {
  if (was.digest === now.digest) return 'same';
  if (!whole) return 'partly';
  return was.mark !== undefined && was.mark !== now.mark ? 'edited' : 'changed';
}

function leadOf(kind: SeenKind, where: string, inSameWords: boolean): string {
  const small = inSameWords ? ' In short the outcome is the same.' : '';
  switch (kind) {
    case 'same':
      return `This is what the sender of the link saw${where}.`;
    case 'changed':
      return `The model has changed since this link was made, or the link has been altered.${small}`;
    case 'edited':
      return `The address has been changed since it was copied: this is not the world that its sender saw.${small}`;
    case 'partly':
      return `As not all of the link could be read, this is not what its sender saw.${small}`;
  }
}

function inWords({ firm, t, ended }: SeenOutcome, { firms, start }: Cast): string {
  // The sender may have had firms that are not here any more: then only their id is known.
  const name = firms.find(({ id }) => id === firm)?.name ?? firm;
  const first =
    name === undefined || t === undefined ? 'Nobody falls' : `${name} falls first, in ${displayQuarter(t, start)}`;
  return `${first}; ${ended === 0 ? 'no promise' : `${dollars(ended)} of promises`} ended unpaid.`;
}
