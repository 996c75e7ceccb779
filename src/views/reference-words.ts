/** What the quiet line behind the reader's world is called: in a sentence, and before a number or over a column. */
export interface ReferenceWords {
  readonly name: string;
  readonly short: string;
}

export function referenceWords(isPinned: boolean): ReferenceWords {
  return isPinned ? { name: 'the pinned world', short: 'pinned' } : { name: 'the plan', short: 'plan' };
}
