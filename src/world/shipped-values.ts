import values from 'virtual:network-values';
import worldsJson from '../../content/worlds.json' with { type: 'json' };
import type { Network } from '../engine';
import type { Cast } from './session.svelte';
import type { World, Worlds } from './worlds';

/** What the essay has at hand of the network it ships with: all that runs. The bases of its values are in shipped.ts. */
export interface ShippedValues {
  /** With the day of its data, "2026-06-30". */
  readonly cast: Cast & { readonly asOf: string };
  readonly network: Network;
}

/** The firms and the calendar of the network that the essay ships with. */
export const shippedCast = values.cast;

export const shippedNetwork = values.network;

export const shippedWorlds: Worlds = worldsJson;

/** One of its worlds by id. Throws if there is none: the build renders every page, so a wrong id stops it. */
export function shippedWorld(id: string): World {
  const world = shippedWorlds.worlds.find((one) => one.id === id);
  if (!world) throw new Error(`There is no world "${id}" in content/worlds.json`);
  return world;
}
