import { getContext, setContext } from 'svelte';

/** A figure that somebody wants to take along. */
export interface Shared {
  readonly id: string;
  readonly figure: HTMLElement;
  /** The button that asked, beside which the sheet opens. */
  readonly anchor: HTMLElement;
  /** Has the table of numbers made, reads it, and puts it back as it was, all before anything is painted. */
  readonly withNumbers: <T>(read: () => T) => T;
}

/** The page that figures are shared from. */
export interface SharingPage {
  /** Its address, from the pages beside it. */
  readonly address: string;
  /** The query of a link to what is on it, without "?". */
  query(): string;
  /** The worlds that a figure shows, in words. */
  world(id: string): string;
  /** What the quiet line in its figures is called in words, where it may be another than the plan. */
  reference?(): string;
  /** The day of its data, "2026-06-30". */
  asOf(): string;
}

/** The one sheet of a page by which figures are shared. `ShareSheet` shows it for what was asked for last. */
export interface Shares {
  readonly asked: Shared | undefined;
  open(shared: Shared): void;
}

const key = Symbol('shares');

export function createShares(): Shares {
  let asked = $state.raw<Shared>();
  return {
    get asked() {
      return asked;
    },
    open(shared) {
      asked = shared;
    },
  };
}

/** Lets the figures below be shared. */
export function setShares(shares: Shares): void {
  setContext(key, shares);
}

/** Undefined where figures are not shared. */
export function getShares(): Shares | undefined {
  return getContext<Shares | undefined>(key);
}
