import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';
import { compileCore } from './engine';
import Model from './Model.svelte';
import { openPage, openSession } from './page';
import Sources from './Sources.svelte';

interface Rendered {
  readonly head: string;
  readonly body: string;
}

/** A page as its reader first sees it. Called by the build for each page, with the name of its HTML file. */
export async function render(page: string): Promise<Rendered> {
  if (page === 'sources') return renderComponent(Sources);
  // This file runs from build/server; the module stands beside that folder.
  const core = await compileCore(await readFile(join(import.meta.dirname, '../core.wasm')));
  if (page === 'model') return renderComponent(Model, { props: { session: await openSession(core) } });
  if (page === 'index') return renderComponent(App, { props: await openPage(core) });
  throw new Error(`There is nothing to render for ${page}.html`);
}
