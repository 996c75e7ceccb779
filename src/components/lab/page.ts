import type { Lab } from '../../world/lab.svelte';
import type { SeenOutcome } from '../../world/link-outcome';
import type { Panels } from '../../world/panels';
import type { See } from '../../world/see';

/** What the lab's page opens with. */
export interface LabPage {
  /** The compiled module of many worlds at once, for the workers of the futures. */
  readonly lanes: WebAssembly.Module;
  readonly lab: Lab;
  /** What the link said that was not taken over, a sentence each. */
  readonly refused: readonly string[];
  /** What the sender of the link saw. */
  readonly was: SeenOutcome | undefined;
  /** What the link looks at, if it says so. */
  readonly see: See | undefined;
  readonly panels: Panels | undefined;
}
