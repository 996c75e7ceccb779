import futuresJson from '../../content/futures.json' with { type: 'json' };
import type { FuturesFile } from './futures-file';

/** The uncertainties that the essay ships with. Checked by the build, as all of content/ (shipped.ts). */
export const shippedFutures: FuturesFile = futuresJson;
