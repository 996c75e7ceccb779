import worldsJson from '../../content/worlds.json' with { type: 'json' };
import type { World } from './worlds';

/** The shipped worlds, with what is told of each. */
export const toldWorlds: readonly World[] = worldsJson.worlds;
