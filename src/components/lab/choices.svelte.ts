import { getContext, setContext } from 'svelte';
import type { Group } from '../../world/dials';
import { type See, usualSee } from '../../world/see';
import type { Cast } from '../../world/session.svelte';

/** A stretch of quarters, both ends drawn. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * How the reader looks at the lab. It outlives the room, which is made anew whenever the network changes: what was chosen is still chosen after.
 */
export interface Choices {
  /** What is part of a link. */
  see: See;
  /** The quarters that the chart shows. Undefined: all. */
  span: Span | undefined;
  /** What the dials are searched for. */
  search: string;
  /** The groups of dials that stand open. */
  open: readonly Group[];
}

export function createChoices(see: See | undefined, cast: Cast): Choices {
  let looked = $state.raw(see ?? usualSee(cast));
  let span = $state.raw<Span>();
  let search = $state('');
  let open = $state.raw<readonly Group[]>(['The stop']);
  return {
    get see() {
      return looked;
    },
    set see(next) {
      looked = next;
    },
    get span() {
      return span;
    },
    set span(next) {
      span = next;
    },
    get search() {
      return search;
    },
    set search(next) {
      search = next;
    },
    get open() {
      return open;
    },
    set open(next) {
      open = next;
    },
  };
}

const key = Symbol('choices');

export function setChoices(choices: Choices): void {
  setContext(key, choices);
}

export function getChoices(): Choices {
  return getContext<Choices>(key);
}
