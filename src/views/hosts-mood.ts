import type { Run } from '../engine';
import { capexPath } from '../world/claim-measures';
import { percent } from './claim-facts';

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
export function builderOf({ network, firm: { capex, status } }: Run, id: string): Builder | undefined {
  const { firms, quarters } = network;
  const at = firms.findIndex((firm) => firm.id === id);
  if (at < 0) return undefined;
  const meant = capexPath(firms[at], quarters).reduce((sum, x) => sum + x, 0);
  let built = 0;
  for (let t = 0; t < quarters; t++) built += capex[t * firms.length + at];
  return { share: percent(meant > 0 ? built / meant : 1), fell: status[(quarters - 1) * firms.length + at] > 0 };
}
