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
    const [head] = /^\uFEFF?t,label,.*/.exec(text) ?? [];
    if (head !== undefined) return refuse(aRun(head.endsWith(',link')));
    return refuse(`the file is not JSON: ${quoted((fault as Error).message, 120).slice(1, -1)}`);
  }
  if (isRun(json)) return refuse(aRun('link' in json));
  if (!hasAnyPart(json)) return refuse('this is no network file: nothing of a network is in it');
  const large = tooLarge(json);
  if (large.length > 0) return { ok: false, messages: large };
  const read = readNetwork(json, known);
  return read.ok ? { ok: true, file: read.file, remarks: read.remarks } : read;
}

/** What the page saves has a link, what the command line writes has none. */
function aRun(hasLink: boolean): string {
  const where = ': the link in it opens its world, and the network that it ran in';
  return `this is a saved run and not a network${hasLink ? where : ''}`;
}

/** Is it what export.ts makes of a run? */
function isRun(json: unknown): json is object {
  return isObject(json) && 'levers' in json && 'network' in json && Array.isArray(json.quarters);
}

/** Of a file that has none of these, each part that a network must have would be told to be missing. */
function hasAnyPart(json: unknown): boolean {
  return isObject(json) && ['firms', 'venture', ...linkLists].some((part) => part in json);
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Asked before anything is checked: each entry of a list that is far too long could have faults of its own. */
function tooLarge(json: unknown): string[] {
  if (!isObject(json)) return [];
  return ['firms', ...linkLists].flatMap((list) => {
    const entries = json[list];
    const most = list === 'firms' ? mostFirms : mostLinks;
    if (!Array.isArray(entries) || entries.length <= most) return [];
    return [`${list}: has ${entries.length} entries, and the lab takes no more than ${most}`];
  });
}

function refuse(message: string): OpenedNetwork {
  return { ok: false, messages: [message] };
}
