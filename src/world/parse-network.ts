import type { Network } from '../engine';
import { type KnownFigures, knownFigures } from './basis';
import { type Checked, readWith } from './checks';
import { basisFaults } from './network-bases';
import { toNetwork } from './network-file';
import { networkFaults } from './network-rules';
import { type NetworkFile, networkSchema } from './network-schema';

/**
 * Checks a network file, down to the figures that its bases name.
 *
 * @param json what JSON.parse made of the file.
 * @param figures the figures that exist (figures.ts).
 */
export function parseNetwork(
  json: unknown,
  figures: readonly { readonly id: string }[],
): Checked<{ readonly file: NetworkFile; readonly network: Network }> {
  const read = readNetwork(json, knownFigures(figures));
  return read.ok && read.remarks.length > 0 ? { ok: false, messages: read.remarks } : read;
}

/**
 * Checks a network file of somebody else's, who need not know our figures: what a basis says is a text of theirs. A name in it that looks like a figure's and is none
 * is a remark, and no reason to refuse a network that can be run.
 */
export function readNetwork(
  json: unknown,
  known: KnownFigures,
): Checked<{ readonly file: NetworkFile; readonly network: Network; readonly remarks: readonly string[] }> {
  const read = readWith(networkSchema, json, withFirm);
  if (!read.ok) return read;
  const file = read.value;
  const messages = networkFaults(file);
  const remarks = basisFaults(file, known);
  if (messages.length > 0) return { ok: false, messages: [...messages, ...remarks] };
  return { ok: true, file, network: toNetwork(file), remarks };
}

/** Adds the firm's id to a path, as nobody counts to firms[6]: "firms[6].cash.value (meta)". */
function withFirm(path: string, json: unknown): string {
  const [, index] = /^firms\[(\d+)\]\./.exec(path) ?? [];
  const firms = (json as { firms?: unknown } | null)?.firms;
  const firm: unknown = index !== undefined && Array.isArray(firms) ? firms[Number(index)] : undefined;
  const id = typeof firm === 'object' && firm !== null && 'id' in firm ? firm.id : undefined;
  return typeof id === 'string' && /^[a-z0-9-]{1,40}$/.test(id) ? `${path} (${id})` : path;
}
