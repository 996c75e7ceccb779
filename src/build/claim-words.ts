import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { ClaimsFile } from '../world/claims-file';

type Words = ClaimsFile[number];

/** What stands at a claim's place, and in the ledger. */
export type ClaimLine = Pick<Words, 'id' | 'title' | 'holds' | 'fails' | 'concedes' | 'untested'>;
/** What its note says besides. */
export type ClaimReasons = Pick<Words, 'claim' | 'why' | 'record' | 'change'>;

const lines = 'virtual:claim-lines';
const reasons = 'virtual:claim-reasons';

/**
 * content/claims.json in two: `virtual:claim-lines`, which the page has at hand, and `virtual:claim-reasons` by id, which is fetched with the first note that is
 * opened and is the larger half.
 */
export function claimWords(file: string): Plugin {
  return {
    name: 'claim-words',
    resolveId: (id) => (id === lines || id === reasons ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${lines}` && id !== `\0${reasons}`) return undefined;
      this.addWatchFile(file);
      const claims: ClaimsFile = JSON.parse(readFileSync(file, 'utf8'));
      const content =
        id === `\0${lines}`
          ? claims.map(
              ({ id, title, holds, fails, concedes, untested }): ClaimLine => ({
                id,
                title,
                holds,
                fails,
                concedes,
                untested,
              }),
            )
          : Object.fromEntries(
              claims.map(({ id, claim, why, record, change }): [string, ClaimReasons] => [
                id,
                { claim, why, record, change },
              ]),
            );
      return `export default ${JSON.stringify(content)}`;
    },
  };
}
