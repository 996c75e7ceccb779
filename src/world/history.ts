/**
 * What the reader did, as states one can go back and forth through. Nothing is ever lost: a new state after
 * some undoing does not throw the undone ones away, it puts them behind the state it started from.
 */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A new entry. */
export function record<T>({ past, present, future }: History<T>, next: T): History<T> {
  return { past: [...past, ...future.toReversed(), present], present: next, future: [] };
}

/** The entry at hand goes on: a drag, a run of keys. */
export function amend<T>(history: History<T>, present: T): History<T> {
  return { ...history, present };
}

/** The entry at hand came to nothing: a drag that ended where it began. */
export function drop<T>({ past, present, future }: History<T>): History<T> {
  return { past: past.slice(0, -1), present: past.at(-1) ?? present, future };
}

export function undo<T>(history: History<T>): History<T> {
  if (history.past.length === 0) return history;
  const { past, present } = drop(history);
  return { past, present, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}

/** All states in order, oldest first; the present is number `past.length`. */
export function statesOf<T>({ past, present, future }: History<T>): readonly T[] {
  return [...past, present, ...future];
}

/** Goes to any of the states: as many undos or redos as lie between. Stays where it is if there is no such state. */
export function goTo<T>(history: History<T>, index: number): History<T> {
  const states = statesOf(history);
  const present = states[index];
  if (present === undefined) return history;
  return { past: states.slice(0, index), present, future: states.slice(index + 1) };
}
