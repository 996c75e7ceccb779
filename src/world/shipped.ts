import networkJson from '../../content/network-2026q3.json' with { type: 'json' };
import type { NetworkFile } from './network-schema';

export { shippedFutures } from './shipped-futures';
export { shippedNetwork, shippedWorld, shippedWorlds } from './shipped-values';

/**
 * The network that the essay ships with, whole, and what else it ships with. The build has checked it all (src/build/content.ts), so it is not checked
 * again here, and the page does not carry the checks for it. The essay opens with shipped-values.ts alone.
 */
export const shippedFile = networkJson as NetworkFile;
