import { getContext, setContext } from 'svelte';
import type { LeverId } from '../../engine';
import type { Given } from '../../views/given';

/** What a note is about: a sourced number, a number of the network file, or what a dial usually stands at. */
export type Subject =
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'given'; readonly given: Given; readonly dial?: LeverId | undefined }
  | { readonly kind: 'dial'; readonly id: LeverId };

interface Asked {
  readonly subject: Subject;
  /** The element that asked, beside which the note opens. */
  readonly anchor: HTMLElement;
}

/** The one note of a page. `SourceNote` shows what was asked for last. */
export interface SourceNotes {
  readonly asked: Asked | undefined;
  open(subject: Subject, anchor: HTMLElement): void;
}

const key = Symbol('source notes');

/** A note that nobody has asked for yet. */
export function createSourceNotes(): SourceNotes {
  let asked = $state.raw<Asked>();
  return {
    get asked() {
      return asked;
    },
    open(subject, anchor) {
      asked = { subject, anchor };
    },
  };
}

/** Gives the page a note, for any component below. The page then has a `SourceNote` too. */
export function setSourceNotes(notes: SourceNotes): void {
  setContext(key, notes);
}

/** The page's note, if it has one; without it a sourced number is a link to the list of sources. */
function getSourceNotes(): SourceNotes | undefined {
  return getContext<SourceNotes | undefined>(key);
}

/** What a click on a link to a source does: it opens the note, unless there is none, or a held key asks for the link itself. */
export function opener(subject: () => Subject): (event: MouseEvent & { currentTarget: HTMLElement }) => void {
  const notes = getSourceNotes();
  return (event) => {
    if (!notes || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    notes.open(subject(), event.currentTarget);
  };
}
