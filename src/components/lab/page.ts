import type { Lab } from '../../world/lab.svelte';
import type { SeenOutcome } from '../../world/link-outcome';
import type { Panels } from '../../world/panels';
import type { See } from '../../world/see';

/** What the lab's page opens with. */
export interface LabPage {
  /** The compiled engine, for what needs more of them (futures, planes). */
  readonly core: WebAssembly.Module;
  readonly lab: Lab;
  /** What the link said that was not taken over, a sentence each. */
  readonly refused: readonly string[];
  /** What the sender of the link saw. */
  readonly was: SeenOutcome | undefined;
  /** What the link looks at, if it says so. */
  readonly see: See | undefined;
  readonly panels: Panels | undefined;
}
