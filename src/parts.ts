import type { Component } from 'svelte';

/** A part of the essay's page that is fetched and woken up after the first chapter. */
export interface Part {
  /** Of its chapter, as in content/chapters.json. */
  readonly id: string;
  readonly load: () => Promise<{ readonly default: Component }>;
}

/** In the order in which they are read. */
export const parts: readonly Part[] = [
  { id: 'backlog', load: () => import('./chapters/Backlog.svelte') },
  { id: 'burners', load: () => import('./chapters/Burners.svelte') },
  { id: 'hosts', load: () => import('./chapters/Hosts.svelte') },
  { id: 'diggers', load: () => import('./chapters/Diggers.svelte') },
  { id: 'the-music-stops', load: () => import('./chapters/MusicStops.svelte') },
  { id: 'who-is-left', load: () => import('./chapters/WhoIsLeft.svelte') },
  { id: 'reckoning', load: () => import('./chapters/Reckoning.svelte') },
];
