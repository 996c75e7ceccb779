import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checked } from '../world/checks';
import { type EssayClaimId, essayClaims, premiseOf } from '../world/claims';
import { parseClaims } from '../world/claims-file';
import { parseEstimates } from '../world/estimates-file';
import { parseFigures } from '../world/figures';
import { parseFutures } from '../world/futures-file';
import { parseNetwork } from '../world/parse-network';
import type { Calendar } from '../world/quarters';
import { parseWorlds } from '../world/worlds';
import { proseFaults } from './check-prose';

/** The data of the essay, checked: the files that were read, and every fault found, each with its file and the path of the field. */
interface Content {
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

/** The claims of the essay, and whether each has a premise. */
const premises = Object.fromEntries(
  (Object.keys(essayClaims) as EssayClaimId[]).map((id) => [id, premiseOf(id) !== undefined]),
);

/** Checks figures.json, all network-*.json, futures.json, claims.json, estimates.json and worlds.json of a folder, and what its prose names. */
export function checkContent(folder: string): Content {
  const networks = readdirSync(folder).filter((name) => /^network-.*\.json$/.test(name));
  const faults: string[] = [];
  const check = <T>(name: string, parse: (json: unknown) => Checked<T>): T | undefined => {
    const parsed = readJson(join(folder, name), parse);
    if (parsed.ok) return parsed;
    faults.push(...parsed.messages.map((message) => `content/${name}: ${message}`));
    return undefined;
  };

  const figures = check('figures.json', parseFigures)?.figures;
  // Without figures every basis would be at fault, which helps nobody.
  const parsed = networks.map((name) => figures && check(name, (json) => parseNetwork(json, figures))?.file);
  if (figures) {
    check('futures.json', (json) => parseFutures(json, figures));
    check('claims.json', (json) => parseClaims(json, premises, figures));
    check('estimates.json', (json) => parseEstimates(json, figures));
  }
  const shipped = check('worlds.json', (json): Checked<{ readonly calendar: Calendar }> => {
    const id = (json as { network?: unknown } | null)?.network;
    const network = parsed.find((file) => file?.id === id);
    if (!network)
      return {
        ok: false,
        messages: parsed.includes(undefined) ? [] : [`network: there is no network "${String(id)}"`],
      };
    const worlds = parseWorlds(json, network);
    return worlds.ok ? { ok: true, calendar: network } : worlds;
  });
  if (figures && shipped) faults.push(...proseOf(folder, shipped.calendar, figures));
  const files = ['figures.json', ...networks, 'futures.json', 'claims.json', 'estimates.json', 'worlds.json'];
  return { files: files.map((name) => join(folder, name)), faults };
}

function proseOf(folder: string, calendar: Calendar, figures: readonly { readonly id: string }[]): string[] {
  const ids = figures.map(({ id }) => id);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.svx'))
    .flatMap((name) =>
      proseFaults(readFileSync(join(folder, name), 'utf8'), calendar, ids).map((fault) => `content/${name}: ${fault}`),
    );
}

function readJson<T>(path: string, parse: (json: unknown) => Checked<T>): Checked<T> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    return { ok: false, messages: [(fault as Error).message] };
  }
  return parse(json);
}
