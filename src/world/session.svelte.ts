import { type LeverId, type Levers, leverIds, type Network, type Run, type WorldRunner } from '../engine';
import { equalLevers } from './dials';
import * as history from './history';
import { onceInFrame } from './in-frame';
import { createPlayback, type Frame, type Playback } from './playback.svelte';
import { createReference, type Reference } from './reference.svelte';

/** What the session asks of an engine: one run, as an object of its own. */
export interface Runner {
  run(levers: Levers): Run;
}

/** What people call the world and its firms; a network file says it. */
export interface Cast {
  readonly title: string;
  /** The quarter t = 0, as "2026Q3". */
  readonly start: string;
  readonly quarters: number;
  /** In the order of the network. */
  readonly firms: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

export interface SessionOptions {
  readonly cast: Cast;
  readonly engine: Runner;
  readonly probe: WorldRunner;
  /** A run of the usual levers by another engine, so that its numbers stay while the reader's move. */
  readonly plan: Run;
  /** A third engine, for the world that a reader pins. */
  readonly aside: Runner;
  /** The world the page opens with. */
  readonly opening: Levers;
  /** The quarter the figures open at. */
  readonly quarter?: number;
  readonly frame?: Frame;
  readonly now?: () => number;
}

/** The one world of the page: the dials as they stand, what they do, and how they came to stand so. */
export interface Session {
  readonly cast: Cast;
  readonly network: Network;
  /** Every dial at its usual value. */
  readonly plan: Run;
  /** What stands as a quiet line behind the reader's own world. */
  readonly reference: Reference;
  /** A batch of its own for what other worlds would do. Its runs are not the reader's, and none of them is counted. */
  readonly probe: WorldRunner;
  readonly usual: Levers;
  readonly levers: Levers;
  /** What this chapter or link opened with. */
  readonly opened: Levers;
  /**
   * What the levers do; up to date with them from the next animation frame on. Each run is a new object, whose numbers
   * are views of the engine's memory: the next run overwrites them, so do not keep an old one.
   */
  readonly run: Run;
  /** Runs since the page opened. */
  readonly runs: number;
  /** Dials that differ from the usual world, in the order of the engine. */
  readonly moved: readonly LeverId[];
  readonly playback: Playback;
  /** The firm that is looked at, as an index; -1 for the investors. Looking is no deed: undo does not know of it. */
  readonly firm: number | undefined;
  look(firm: number | undefined): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether the page answers yet: not while it is rendered ahead, nor before it has hydrated. */
  readonly live: boolean;
  wake(): void;
  /**
   * Turns one dial. All turns of one `gesture` (any object, a new one for each drag) are one entry of the history;
   * without it, turns of the same dial that follow each other within `sameTurn`.
   */
  turn(id: LeverId, value: number, gesture?: object): void;
  /**
   * Does something as the next frame begins, before the run of that frame: so a hand turns, which moves more often than the page is painted. What it turned in between would have the page
   * laid out for nothing, to find what is under the next move.
   */
  atFrame(act: () => void): void;
  /** Puts a dial back to what the chapter or link opened with. */
  reset(id: LeverId): void;
  /** Puts a dial back to its usual value. */
  toUsual(id: LeverId): void;
  resetAll(): void;
  allToUsual(): void;
  /** Opens a world before the reader has done anything, as a link does: the history begins with it. */
  open(levers: Levers): void;
  /** Sets a whole world: every dial, and what reset goes back to. Undo brings the reader's own back. */
  setWorld(levers: Levers): void;
  undo(): void;
  redo(): void;
  /** All worlds the reader has been in, oldest first, and which of them is the present one. */
  readonly states: readonly Levers[];
  readonly place: number;
  /** Goes to one of them: as many undos or redos as lie between. */
  goTo(place: number): void;
}

export const sameTurn = 800;

interface Entry {
  readonly levers: Levers;
  readonly opened: Levers;
}

export function createSession(options: SessionOptions): Session {
  const { cast, engine, probe, plan, aside } = options;
  const usual = plan.levers;
  const frame = options.frame ?? ((callback) => requestAnimationFrame(callback));
  const now = options.now ?? (() => performance.now());

  let entries = $state.raw(history.begin<Entry>({ levers: options.opening, opened: options.opening }));
  let run = $state.raw(engine.run(options.opening));
  let runs = $state(1);
  let live = $state(false);
  let firm = $state<number>();
  let lastTurn: { id: LeverId; gesture: object | undefined; at: number } | undefined;

  const moved = $derived(leverIds.filter((id) => entries.present.levers[id] !== usual[id]));
  const playback = createPlayback(plan.network.quarters, options.quarter ?? 0, frame);

  /** One run for all that changed since the last frame, painted in this one; none if it all came back to where it was. */
  const runInFrame = onceInFrame(frame, () => {
    const { levers } = entries.present;
    if (equalLevers(levers, run.levers)) return;
    run = engine.run(levers);
    runs += 1;
  });

  function go(next: history.History<Entry>): void {
    lastTurn = undefined;
    entries = next;
    runInFrame();
  }

  function set(levers: Levers, opened = entries.present.opened): void {
    const { present } = entries;
    if (equalLevers(levers, present.levers) && equalLevers(opened, present.opened)) return;
    go(history.record(entries, { levers, opened }));
  }

  function turn(id: LeverId, value: number, gesture?: object): void {
    const { levers, opened } = entries.present;
    if (levers[id] === value) return;
    const at = now();
    const goesOn = gesture ? lastTurn?.gesture === gesture : lastTurn?.id === id && at - lastTurn.at <= sameTurn;
    const next = { levers: { ...levers, [id]: value }, opened };
    const before = entries.past.at(-1);
    if (goesOn && before && before.opened === opened && equalLevers(before.levers, next.levers)) {
      go(history.drop(entries));
      return;
    }
    entries = goesOn ? history.amend(entries, next) : history.record(entries, next);
    lastTurn = { id, gesture, at };
    runInFrame();
  }

  const putBack = (id: LeverId, value: number) => set({ ...entries.present.levers, [id]: value });

  return {
    cast,
    network: plan.network,
    plan,
    reference: createReference(plan, aside),
    probe,
    usual,
    playback,
    get levers() {
      return entries.present.levers;
    },
    get opened() {
      return entries.present.opened;
    },
    get run() {
      return run;
    },
    get runs() {
      return runs;
    },
    get moved() {
      return moved;
    },
    get canUndo() {
      return entries.past.length > 0;
    },
    get canRedo() {
      return entries.future.length > 0;
    },
    get firm() {
      return firm;
    },
    look(at) {
      firm = at;
    },
    get live() {
      return live;
    },
    wake() {
      live = true;
    },
    turn,
    atFrame: runInFrame,
    reset: (id) => putBack(id, entries.present.opened[id]),
    toUsual: (id) => putBack(id, usual[id]),
    resetAll: () => set(entries.present.opened),
    allToUsual: () => set(usual),
    open: (levers) => go(history.begin<Entry>({ levers, opened: levers })),
    setWorld: (levers) => set(levers, levers),
    undo: () => go(history.undo(entries)),
    redo: () => go(history.redo(entries)),
    get states() {
      return history.statesOf(entries).map(({ levers }) => levers);
    },
    get place() {
      return entries.past.length;
    },
    goTo: (place) => go(history.goTo(entries, place)),
  };
}
