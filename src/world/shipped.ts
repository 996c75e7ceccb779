import futuresJson from '../../content/futures.json' with { type: 'json' };
import networkJson from '../../content/network-2026q3.json' with { type: 'json' };
import worldsJson from '../../content/worlds.json' with { type: 'json' };
import type { FuturesFile } from './futures-file';
import { toNetwork } from './network-file';
import type { NetworkFile } from './network-schema';
import type { World, Worlds } from './worlds';

/**
 * The network, the worlds and the uncertainties that the essay ships with. The build has checked them (src/build/content.ts), so they are not checked
 * again here, and the page does not carry the checks for them.
 */
export const shippedFile = networkJson as NetworkFile;

export const shippedNetwork = toNetwork(shippedFile);

export const shippedWorlds: Worlds = worldsJson;

/** One of its worlds by id. Throws if there is none: the build renders every page, so a wrong id stops it. */
export function shippedWorld(id: string): World {
  const world = shippedWorlds.worlds.find((one) => one.id === id);
  if (!world) throw new Error(`There is no world "${id}" in content/worlds.json`);
  return world;
}

export const shippedFutures: FuturesFile = futuresJson;
