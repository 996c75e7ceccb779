import { type Levers, type Rescue, rescueSteps, type Steps, type WorldRunner } from '../engine';
import { grids } from './grids';
import type { Frame } from './playback.svelte';

/** The smallest changes that would have saved the firms that fall in a world. */
export interface Rescues {
  /** What would have saved a firm in this world; undefined before it is found. */
  of(firm: number, levers: Levers): Rescue | undefined;
  /** Says which world is looked at, and whom it is asked for. Nothing is sought for nobody. */
  follow(levers: Levers, firms: readonly number[]): void;
  /** Finds all that is asked for at once, however long it takes: paper does not wait. */
  finish(): void;
}

/** What has been found in a world. */
interface Found {
  readonly levers: Levers;
  readonly rescues: readonly Rescue[];
}

export interface RescuesOptions {
  readonly runner: WorldRunner;
  /** What somebody has found before. */
  readonly known?: Found | undefined;
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
  let found = $state.raw(options.known);
  /** The same, for those who do not want to hear of it again. */
  let known = options.known;
  let wanted: readonly number[] = [];
  let search: Steps<Rescue> | undefined;
  let waiting = false;

  function keep(next: Found): void {
    known = next;
    found = next;
    search = undefined;
  }

  /** Takes a step of the search; false if there is nothing left to seek. */
  function step(): boolean {
    if (!known) return false;
    const { levers, rescues } = known;
    const next = wanted.find((i) => !rescues.some(({ firm }) => firm === i));
    if (next === undefined) return false;
    search ??= rescueSteps(runner, { levers }, grids, next, atOnce);
    const { done, value } = search.next();
    if (done) keep({ levers, rescues: [...rescues, value] });
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
    of: (firm, levers) => (levers === found?.levers ? found.rescues.find((rescue) => rescue.firm === firm) : undefined),
    follow(levers, firms) {
      if (levers !== known?.levers) keep({ levers, rescues: [] });
      wanted = firms;
      schedule();
    },
    finish() {
      while (step());
    },
  };
}
