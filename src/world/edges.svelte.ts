import { type DialEdge, findEdges, type LeverId, type Levers, leverIds, type WorldRunner } from '../engine';
import { dialOf } from './dials';
import { gridOf } from './grids';
import type { Frame } from './playback.svelte';

/** Where, on each dial that somebody looks at, the first firm falls if only this dial moves. */
export interface Edges {
  /** The edge of a dial as last found; undefined before it was. While a hand moves another dial it may be some frames old. */
  of(id: LeverId): DialEdge | undefined;
  /** Says that a dial is on the screen. Call the result when it no longer is. */
  want(id: LeverId): () => void;
  /** Says how the dials stand now. */
  follow(levers: Levers): void;
  /** While it is on, edges are found before anything is painted, however long it takes: paper does not wait. */
  hasten(on: boolean): void;
}

export interface EdgesOptions {
  readonly runner: WorldRunner;
  readonly frame?: Frame;
  readonly now?: () => number;
  /** How long a frame may be spent on edges, in milliseconds: a dial more is begun while less has passed. */
  readonly budget?: number;
}

/** Finds edges in what a frame has left, dial by dial in turn, so that a hand on a dial feels nothing of it. */
export function createEdges(options: EdgesOptions): Edges {
  const { runner, budget = 2 } = options;
  const frame = options.frame ?? ((callback) => requestAnimationFrame(callback));
  const now = options.now ?? (() => performance.now());
  const wanted = new Map<LeverId, number>();
  let found = $state.raw<Partial<Record<LeverId, { readonly levers: Levers; readonly edge: DialEdge }>>>({});
  let levers: Levers | undefined;
  let waiting = false;
  let hastened = false;
  let turn = 0;

  /** Has any dial but this one moved since its edge was found? */
  function isStale(id: LeverId, at: Levers): boolean {
    const before = found[id]?.levers;
    return !before || leverIds.some((other) => other !== id && before[other] !== at[other]);
  }

  function next(at: Levers): LeverId | undefined {
    for (let k = 0; k < leverIds.length; k++) {
      const id = leverIds[(turn + k) % leverIds.length];
      if (!wanted.has(id) || !isStale(id, at)) continue;
      turn = (turn + k + 1) % leverIds.length;
      return id;
    }
    return undefined;
  }

  function work(): void {
    waiting = false;
    if (!levers) return;
    const until = now() + (hastened ? Number.POSITIVE_INFINITY : budget);
    for (let id = next(levers); id !== undefined; id = now() < until ? next(levers) : undefined) {
      const [edge] = findEdges(runner, { levers }, [gridOf(dialOf(id))]);
      found = { ...found, [id]: { levers, edge } };
    }
    if (next(levers) !== undefined) schedule();
  }

  function schedule(): void {
    if (hastened) {
      queueMicrotask(work);
      return;
    }
    if (waiting) return;
    waiting = true;
    frame(work);
  }

  return {
    of: (id) => found[id]?.edge,
    want(id) {
      wanted.set(id, (wanted.get(id) ?? 0) + 1);
      schedule();
      return () => {
        const left = (wanted.get(id) ?? 1) - 1;
        if (left > 0) wanted.set(id, left);
        else wanted.delete(id);
      };
    },
    follow(at) {
      levers = at;
      schedule();
    },
    hasten(on) {
      hastened = on;
      schedule();
    },
  };
}
