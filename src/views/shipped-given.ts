import { shippedFile } from '../world/shipped';
import { type Given, givensOf } from './given';

/** Where the network that ships is written down. */
export const shippedPath = `content/network-${shippedFile.id}.json`;

/** Every number of the network that ships. */
export const shippedGivens: readonly Given[] = givensOf(shippedFile);

const byName: ReadonlyMap<string, Given> = new Map(shippedGivens.map((given) => [given.name, given]));

/** One of them by name: "openai.revenue". Throws if there is none: the build renders every page, so a wrong name stops it. */
export function shippedGiven(name: string): Given {
  const given = byName.get(name);
  if (!given) throw new Error(`There is no "${name}" in ${shippedPath}`);
  return given;
}
