import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'mdsvex';

/**
 * How content/*.svx is read, in the build and in the type check. No layout: a chapter's component puts its prose where
 * it belongs. No smartypants: it would curl the quotes inside `{...}` too, so curly quotes are typed.
 * @satisfies {import('mdsvex').MdsvexOptions}
 */
export const proseOptions = { extensions: ['.svx'], smartypants: false };

/**
 * Keeps the marks around a dial in a sentence in its line: a browser may break a line before and after a box, also between it and a comma (layout.css).
 * @param {string} prose
 */
export function withItsMarks(prose) {
  return prose.replace(/[(“]*<InlineDial\b[^>]*\/>[)”.,;:]*/g, (dial) =>
    dial.startsWith('<') && dial.endsWith('>') ? dial : `<span class="kept">${dial}</span>`,
  );
}

/** The same as a step before mdsvex. @type {import('svelte/compiler').PreprocessorGroup} */
export const marksOfDials = {
  name: 'marks-of-dials',
  markup: ({ content, filename }) => (filename?.endsWith('.svx') ? { code: withItsMarks(content) } : undefined),
};

const content = fileURLToPath(new URL('../../content', import.meta.url));
const checked = fileURLToPath(new URL('../../build/prose', import.meta.url));

/**
 * svelte-check does not read .svx. So each becomes a component in build/prose, which tsconfig.json includes: a wrong
 * prop in the prose is then found like one in a component.
 */
async function writeChecked() {
  rmSync(checked, { recursive: true, force: true });
  mkdirSync(checked, { recursive: true });
  for (const name of readdirSync(content)) {
    if (!name.endsWith('.svx')) continue;
    const filename = join(content, name);
    const compiled = await compile(withItsMarks(readFileSync(filename, 'utf8')), { ...proseOptions, filename });
    if (!compiled) throw new Error(`mdsvex made nothing of ${filename}`);
    const code = compiled.code
      .replace('<script context="module">', '<script module lang="ts">')
      // Each field of the front matter becomes a variable, wanted or not.
      .replace(/^\s*const \{ (.*) \} = metadata;$/m, '$&\n\tvoid [$1];')
      // One folder deeper than the prose it came from, and elsewhere.
      .replace(/(\bfrom\s*|\bimport\s*\(?\s*)(['"])\.\.\//g, '$1$2../../')
      .replace(/(\bfrom\s*|\bimport\s*\(?\s*)(['"])\.\//g, '$1$2../../content/');
    writeFileSync(join(checked, name.replace(/\.svx$/, '.svelte')), code);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeChecked();
