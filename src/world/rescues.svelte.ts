import { type Levers, type Rescue, rescueSteps, type Steps, type WorldRunner } from '../engine';
import { grids } from './grids';
import type { Frame } from './playback.svelte';

/** The smallest changes that would have saved the firms that fall in a world. */
export interface Rescues {
  /** What would have saved a firm in this world; undefined before it is found. */
  of(firm: number, levers: Levers): Rescue | undefined;
  /** Says which world is looked at, and whom it is asked for. Nothing is sought for nobody. */
  follow(levers: Levers, firms: readonly number[]): void;
}

export interface RescuesOptions {
  readonly runner: WorldRunner;
  readonly frame?: Frame;
  readonly now?: () => number;
  /** How long a frame may be spent on this, in milliseconds: a step more is taken while less has passed. */
  readonly budget?: number;
}

/** Worlds in one step: a millisecond or so on a slow machine. */
const atOnce = 32;

/** Finds rescues in what a frame has left, some two thousand worlds each, and drops the search when the world moves on. */
export function createRescues(options: RescuesOptions): Rescues {
  const { runner, budget = 3 } = options;
  const frame = options.frame ?? ((callback) => requestAnimationFrame(callback));
  const now = options.now ?? (() => performance.now());
  let found = $state.raw<{ readonly levers: Levers | undefined; readonly rescues: readonly Rescue[] }>({
    levers: undefined,
    rescues: [],
  });
  let wanted: readonly number[] = [];
  let search: Steps<Rescue> | undefined;
  let waiting = false;

  /** Takes a step of the search; false if there is nothing left to seek. */
  function step(): boolean {
    const { levers, rescues } = found;
    const next = wanted.find((i) => !rescues.some(({ firm }) => firm === i));
    if (levers === undefined || next === undefined) return false;
    search ??= rescueSteps(runner, { levers }, grids, next, atOnce);
    const { done, value } = search.next();
    if (done) {
      search = undefined;
      found = { levers, rescues: [...rescues, value] };
    }
    return true;
  }

  function work(): void {
    waiting = false;
    const until = now() + budget;
    let more = step();
    while (more && now() < until) more = step();
    if (more) schedule();
  }

  function schedule(): void {
    if (waiting) return;
    waiting = true;
    frame(work);
  }

  return {
    of: (firm, levers) => (levers === found.levers ? found.rescues.find((rescue) => rescue.firm === firm) : undefined),
    follow(levers, firms) {
      wanted = firms;
      if (levers !== found.levers) {
        search = undefined;
        found = { levers, rescues: [] };
      }
      schedule();
    },
  };
}
