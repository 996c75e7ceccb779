import { readdirSync, readFileSync } from 'node:fs';
import { compile } from 'mdsvex';
import { parse } from 'svelte/compiler';
import { proseOptions } from '../../src/build/prose.mjs';

const folder = new URL('../../content/', import.meta.url);

/** The words of one file of prose, in the order in which they stand. */
export interface Prose {
  readonly name: string;
  readonly text: string;
}

/** All prose of content/: what stands between the tags, and the strings that its expressions choose from. Not what attributes say. */
export async function readProse(): Promise<readonly Prose[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.svx'));
  return Promise.all(names.sort().map(async (name) => ({ name, text: await wordsOf(name) })));
}

async function wordsOf(name: string): Promise<string> {
  const filename = new URL(name, folder).pathname;
  const compiled = await compile(readFileSync(filename, 'utf8'), { ...proseOptions, filename });
  if (!compiled) throw new Error(`mdsvex made nothing of ${name}`);
  const words: string[] = [];
  gather(parse(compiled.code, { modern: true }).fragment, words);
  return words.join(' ').replace(/\s+/g, ' ');
}

function gather(node: unknown, words: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) gather(one, words);
  } else if (typeof node === 'object' && node !== null) {
    const { type, data, value } = node as { type?: string; data?: unknown; value?: unknown };
    if (type === 'Text' && typeof data === 'string') words.push(data);
    else if (type === 'Literal' && typeof value === 'string') words.push(value);
    else if (type === 'TemplateElement') words.push((value as { cooked: string }).cooked);
    else for (const [key, child] of Object.entries(node)) if (key !== 'attributes') gather(child, words);
  }
}
