import type { Run } from '../engine';
import { builtShareOf } from '../world/claim-measures';
import { unmoved } from '../world/claims-hosts';
import { percent, percentBeside } from './claim-facts';
import { futureOf } from './claim-view';

/** What a firm builds of what it meant to. */
export interface Builder {
  /** Rounded, in words: "92%". */
  readonly share: string;
  /** Is it restructured? Then it builds half from there on, whatever the mood. */
  readonly fell: boolean;
}

/** All that it meant to build, in the words of `Builder.share`. */
export const whole = percent(1);

/** A firm that builds for itself, on no tenant's rent; undefined if the network has no such firm. The same share as the claim measures that it stands apart. */
export function builderOf(run: Run, id: string): Builder | undefined {
  const { firms, quarters } = run.network;
  const at = firms.findIndex((firm) => firm.id === id);
  if (at < 0) return undefined;
  const share = builtShareOf(futureOf(run, ['firm.capex']), run.network, at);
  return { share: percentBeside(share, unmoved), fell: run.firm.status[(quarters - 1) * firms.length + at] > 0 };
}
