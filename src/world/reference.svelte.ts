import type { Levers, Run } from '../engine';
import { equalLevers } from './dials';
import type { Runner } from './session.svelte';

/** The quiet line behind the reader's: the plan, or a world that the reader has pinned. To pin one is to look and no deed: undo does not know of it. */
export interface Reference {
  /** Its run. Of a pinned world the numbers are overwritten when another is pinned: a new object then. */
  readonly run: Run;
  /** The dials of the pinned world. Undefined: the line is the plan. */
  readonly pinned: Levers | undefined;
  /** Keeps a world as the line. The plan itself is no pin. */
  pin(levers: Levers): void;
  unpin(): void;
}

/** `aside` runs pinned worlds and nothing else: an engine keeps one run at a time. Without it the line stays the plan, as in the lab, which has worlds beside the first instead. */
export function createReference(plan: Run, aside?: Runner): Reference {
  let pinned = $state.raw<Run>();
  return {
    get run() {
      return pinned ?? plan;
    },
    get pinned() {
      return pinned?.levers;
    },
    pin(levers) {
      if (pinned && equalLevers(levers, pinned.levers)) return;
      pinned = equalLevers(levers, plan.levers) ? undefined : aside?.run(levers);
    },
    unpin() {
      pinned = undefined;
    },
  };
}
