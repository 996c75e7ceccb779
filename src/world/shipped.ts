import futuresJson from '../../content/futures.json' with { type: 'json' };
import networkJson from '../../content/network-2026q3.json' with { type: 'json' };
import worldsJson from '../../content/worlds.json' with { type: 'json' };
import type { FuturesFile } from './futures-file';
import { toNetwork } from './network-file';
import type { NetworkFile } from './network-schema';
import type { Worlds } from './worlds';

/**
 * The network, the worlds and the uncertainties that the essay ships with. The build has checked them (src/build/content.ts), so they are not checked
 * again here, and the page does not carry the checks for them.
 */
export const shippedFile = networkJson as NetworkFile;

export const shippedNetwork = toNetwork(shippedFile);

export const shippedWorlds: Worlds = worldsJson;

export const shippedFutures: FuturesFile = futuresJson;
