import { getContext, setContext } from 'svelte';

/** Opens the note of a sourced number beside the element that asked for it. */
export interface SourceNotes {
  open(id: string, anchor: HTMLElement): void;
}

const key = Symbol('source notes');

export function setSourceNotes(notes: SourceNotes): void {
  setContext(key, notes);
}

/** The page's one note for sources, if it has one; else a sourced number is a link to the list of sources. */
export function getSourceNotes(): SourceNotes | undefined {
  return getContext<SourceNotes | undefined>(key);
}
