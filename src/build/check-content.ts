import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checked } from '../world/checks';
import { type EssayClaimId, essayClaims, premiseOf } from '../world/claims';
import { parseClaims } from '../world/claims-file';
import { parseFigures } from '../world/figures';
import { parseFutures } from '../world/futures-file';
import { parseNetwork } from '../world/parse-network';
import { parseWorlds } from '../world/worlds';

/** The data of the essay, checked: the files that were read, and every fault found, each with its file and the path of the field. */
interface Content {
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

/** The claims of the essay, and whether each has a premise. */
const premises = Object.fromEntries(
  (Object.keys(essayClaims) as EssayClaimId[]).map((id) => [id, premiseOf(id) !== undefined]),
);

/** Checks figures.json, all network-*.json, futures.json, claims.json and worlds.json of a folder. */
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
  }
  check('worlds.json', (json) => {
    const id = (json as { network?: unknown } | null)?.network;
    const network = parsed.find((file) => file?.id === id);
    if (network) return parseWorlds(json, network);
    return { ok: false, messages: parsed.includes(undefined) ? [] : [`network: there is no network "${String(id)}"`] };
  });
  const files = ['figures.json', ...networks, 'futures.json', 'claims.json', 'worlds.json'];
  return { files: files.map((name) => join(folder, name)), faults };
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
