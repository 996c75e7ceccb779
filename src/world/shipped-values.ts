import values from 'virtual:network-values';
import worlds from 'virtual:world-values';
import type { Network } from '../engine';
import type { Cast } from './session.svelte';
import type { World, Worlds } from './worlds';

/** A shipped world by its name. */
export type NamedWorld = Omit<World, 'text'>;

export type WorldValues = Pick<Worlds, 'opening' | 'quarter' | 'unseen'> & { readonly worlds: readonly NamedWorld[] };

/** What the essay has at hand of the network it ships with: all that runs. The bases of its values are in shipped.ts. */
export interface ShippedValues {
  /** With the day of its data, "2026-06-30". */
  readonly cast: Cast & { readonly asOf: string };
  readonly network: Network;
}

/** The firms and the calendar of the network that the essay ships with. */
export const shippedCast = values.cast;

export const shippedNetwork = values.network;

/** The worlds that can be set with one click, each by its name. What is told of them is in told-worlds.ts. */
export const shippedWorlds = worlds;

/** One of its worlds by id. Throws if there is none: the build renders every page, so a wrong id stops it. */
export function shippedWorld(id: string): NamedWorld {
  const world = shippedWorlds.worlds.find((one) => one.id === id);
  if (!world) throw new Error(`There is no world "${id}" in content/worlds.json`);
  return world;
}
