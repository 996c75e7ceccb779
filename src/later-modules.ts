import lanesUrl from '../build/lanes.wasm?url';
import networksUrl from '../build/networks.wasm?url';
import { loadCore } from './engine';
import type { LaterModules } from './page';

/** In a browser. */
export const laterModules: LaterModules = {
  lanes: () => loadCore(new URL(lanesUrl, import.meta.url)),
  networks: () => loadCore(new URL(networksUrl, import.meta.url)),
};
