import type { KnownFigures } from './basis';
import { linkLists } from './network-edits';
import type { NetworkFile } from './network-schema';
import { readNetwork } from './parse-network';
import { quoted } from './quoted';

/** What became of a file that a reader opens as a network. */
export type OpenedNetwork =
  /** `remarks`: what is odd about it and keeps nobody from running it. */
  | { readonly ok: true; readonly file: NetworkFile; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly messages: readonly string[] };

/** Larger files are not read. The essay's own has a hundredth of it. */
export const mostMegabytes = 5;
/** A page draws every firm, and runs the network at each turn of a dial. */
export const mostFirms = 60;
const mostLinks = 500;

/** A file, as far as it is of interest here. */
export interface ReadableFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** Reads a file as a network. Never rejects. */
export async function openNetwork(source: ReadableFile, known: KnownFigures): Promise<OpenedNetwork> {
  const megabytes = source.size / 1e6;
  if (megabytes > mostMegabytes) {
    const size = megabytes.toFixed(1);
    return refuse(`the file has ${size} MB, and no more than ${mostMegabytes} MB are read`);
  }
  let text: string;
  try {
    text = await source.text();
  } catch {
    return refuse('the file could not be read');
  }
  return readText(text, known);
}

function readText(text: string, known: KnownFigures): OpenedNetwork {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    return refuse(`the file is not JSON: ${quoted((fault as Error).message, 120).slice(1, -1)}`);
  }
  const large = tooLarge(json);
  if (large.length > 0) return { ok: false, messages: large };
  const read = readNetwork(json, known);
  return read.ok ? { ok: true, file: read.file, remarks: read.remarks } : read;
}

/** Asked before anything is checked: each entry of a list that is far too long could have faults of its own. */
function tooLarge(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return (['firms', ...linkLists] as const).flatMap((list) => {
    const entries: unknown = Reflect.get(json, list);
    const most = list === 'firms' ? mostFirms : mostLinks;
    if (!Array.isArray(entries) || entries.length <= most) return [];
    return [`${list}: has ${entries.length} entries, and the lab takes no more than ${most}`];
  });
}

function refuse(message: string): OpenedNetwork {
  return { ok: false, messages: [message] };
}
