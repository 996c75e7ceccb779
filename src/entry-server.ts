import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';
import Embed from './Embed.svelte';
import { compileCore } from './engine';
import Lab from './Lab.svelte';
import Model from './Model.svelte';
import Part from './Part.svelte';
import { openPage, openSession } from './page';
import { parts } from './parts';
import Sources from './Sources.svelte';

interface Rendered {
  readonly head: string;
  readonly body: string;
}

/** A page as its reader first sees it. Called by the build for each page, with the name of its HTML file. */
export async function render(page: string): Promise<Rendered> {
  if (page === 'sources') return renderComponent(Sources);
  if (page === 'lab') return renderComponent(Lab);
  if (page === 'embed') return renderComponent(Embed);
  const core = await compiled('core');
  if (page === 'model') return renderComponent(Model, { props: { session: await openSession(core) } });
  if (page === 'index') return renderEssay(core);
  throw new Error(`There is nothing to render for ${page}.html`);
}

/** This file runs from build/server; the modules stand beside that folder. */
async function compiled(name: 'core' | 'lanes' | 'networks'): Promise<WebAssembly.Module> {
  return compileCore(await readFile(join(import.meta.dirname, `../${name}.wasm`)));
}

/** The essay is several trees of components, for its parts wake up one by one: each is rendered by itself and put into its place. */
async function renderEssay(core: WebAssembly.Module): Promise<Rendered> {
  const page = await openPage(core, { lanes: () => compiled('lanes'), networks: () => compiled('networks') });
  const later = await page.later();
  let { head, body } = await renderComponent(App, { props: { page } });
  for (const { id, load } of parts) {
    const { default: chapter } = await load();
    const part = await renderComponent(Part, { props: { page, later, chapter }, idPrefix: id });
    const place = `<div class="part" data-part="${id}">`;
    if (!body.includes(place)) throw new Error(`The page has no place for ${id}`);
    body = body.replace(place, () => place + part.body);
  }
  return { head, body };
}
