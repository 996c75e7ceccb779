import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { faultWords, isOfList } from '../../../views/fault-words';
import { figureIds } from '../../../views/figure-words';
import type { Lab } from '../../../world/lab.svelte';
import { type Fault, type NetworkEdit, type Spot, type SpotValue, tryEdit, valueAt } from '../../../world/network-desk';
import type { NetworkFile } from '../../../world/network-schema';

/** What was typed into a field and not taken. It stays there until it is taken, taken back, or something else comes to stand in that place. */
export interface Draft {
  readonly text: string;
  /** What stood in the place. */
  readonly was: SpotValue | undefined;
  readonly spot: Spot;
  readonly faults: readonly Fault[];
  /** Why the text could not be read at all. */
  readonly unread: string | undefined;
}

/** The network of a lab as it lies on the reader's desk: what can be done to it, and what was typed that it does not take. */
export interface Desk {
  readonly base: NetworkFile;
  readonly file: NetworkFile;
  draftAt(spot: Spot): Draft | undefined;
  /** Puts a value in its place, or keeps the text with what is wrong with it. */
  set(spot: Spot, value: SpotValue, text: string): void;
  /** Keeps a text that is no value. */
  keep(spot: Spot, text: string, unread: string): void;
  drop(spot: Spot): void;
  /** Adds or removes. What is wrong, in words; nothing if it is done. */
  act(edit: NetworkEdit): readonly string[];
  /** What drafts would do wrong to a list as a whole. */
  faultsOf(list: string): readonly string[];
}

const key = Symbol('desk');
const nameOf = (spot: Spot) => JSON.stringify(spot);

export function setDesk(lab: Lab): Desk {
  const drafts = new SvelteMap<string, Draft>();
  const live = $derived([...drafts.values()].filter(({ spot, was }) => Object.is(valueAt(lab.state.file, spot), was)));
  const attempt = (edit: NetworkEdit) => {
    const done = tryEdit(lab.state.file, edit, lab.base, figureIds);
    if (done.ok) lab.edit(done.file);
    return done.ok ? [] : done.faults;
  };
  const keep = (spot: Spot, text: string, faults: readonly Fault[], unread?: string) => {
    drafts.set(nameOf(spot), { text, was: valueAt(lab.state.file, spot), spot, faults, unread });
  };
  const desk: Desk = {
    base: lab.base,
    get file() {
      return lab.state.file;
    },
    draftAt(spot) {
      const draft = drafts.get(nameOf(spot));
      return draft && live.includes(draft) ? draft : undefined;
    },
    set(spot, value, text) {
      const faults = attempt({ kind: 'set', spot, value });
      if (faults.length > 0) keep(spot, text, faults);
      else drafts.delete(nameOf(spot));
    },
    keep: (spot, text, unread) => keep(spot, text, [], unread),
    drop(spot) {
      drafts.delete(nameOf(spot));
    },
    act(edit) {
      const words = attempt(edit).map((fault) => faultWords(fault, lab.state.file));
      // Rows move up: what was typed into one must not come to stand in another.
      if (words.length === 0 && edit.kind.startsWith('remove')) drafts.clear();
      return words;
    },
    faultsOf: (list) => {
      const texts = live.flatMap(({ faults }) => faults.filter((fault) => fault.path === list && isOfList(fault)));
      return [...new Set(texts.map((fault) => faultWords(fault, lab.state.file)))];
    },
  };
  return setContext(key, desk);
}

export function getDesk(): Desk {
  return getContext<Desk>(key);
}
