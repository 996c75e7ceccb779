import { decode } from '../../../src/world/link';
import { shippedFile, shippedWorlds } from '../../../src/world/shipped';

/** The worlds that ship with the essay. */
export const shipped = shippedWorlds.worlds.map(({ id, query }) => ({ id, levers: decode(query, shippedFile).levers }));
