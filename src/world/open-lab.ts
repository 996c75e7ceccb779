import figures from '../../content/figures.json';
import type { LabState } from './lab.svelte';
import { decodeLab } from './lab-link';
import type { Refusal } from './link-fields';
import { refusal } from './link-fields';
import type { SeenOutcome } from './link-outcome';
import { type NetworkEdits, withEdits } from './network-edits';
import type { NetworkFile } from './network-schema';
import { unpack } from './packing';
import { splitEdits } from './page-link';
import type { Panels } from './panels';
import { parseNetwork } from './parse-network';
import type { See } from './see';

/** What a link opens the lab with. */
export interface OpenedLab {
  readonly state: LabState;
  readonly refused: readonly Refusal[];
  /** What the sender of the link saw, also where the network is not the sender’s: then something is refused, and it is not what is here. */
  readonly was: SeenOutcome | undefined;
  /** What is looked at, if the link says so. */
  readonly see: See | undefined;
  readonly panels: Panels | undefined;
}

/** Reads a link: its network first, for its dials and firms are those of that network. Never rejects; what cannot be read is left out and said. */
export async function openLab(query: string, base: NetworkFile): Promise<OpenedLab> {
  const { net } = splitEdits(query);
  const network = net === undefined ? base : await readEdits(net, base);
  const [file, fault] = 'field' in network ? [base, [network]] : [network, []];
  const { levers, others, refused, was, see, panels } = decodeLab(query, file);
  const worlds = [levers, ...others].map((world) => ({ levers: world, opened: world }));
  return {
    state: { file, worlds, active: 0 },
    refused: [...fault, ...refused],
    was,
    see,
    panels,
  };
}

async function readEdits(net: string, base: NetworkFile): Promise<NetworkFile | Refusal> {
  let edits: unknown;
  try {
    edits = await unpack(net);
  } catch {
    return refusal('net', 'The edits of the network in this link cannot be read, so this is the network of the essay.');
  }
  const parsed = checkEdits(edits, base);
  if (typeof parsed !== 'string') return parsed;
  return refusal('net', `The network in this link is left out, so this is the network of the essay. ${parsed}`);
}

/** The edited network, or what is wrong with it. */
function checkEdits(edits: unknown, base: NetworkFile): NetworkFile | string {
  if (typeof edits !== 'object' || edits === null) return 'It holds no edits.';
  let json: unknown;
  try {
    json = withEdits(base, edits as NetworkEdits);
  } catch {
    return 'Its edits have no shape that is known here.';
  }
  const parsed = parseNetwork(json, figures);
  if (parsed.ok) return parsed.file;
  const [first, ...more] = parsed.messages;
  return `${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}.`;
}
