import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';
import { compileCore } from './engine';
import { openPage } from './page';

/** The page as its reader first sees it. Called by the build for each page, with the name of its HTML file. */
export async function render(): Promise<{ head: string; body: string }> {
  // This file runs from build/server; the module stands beside that folder.
  const core = await compileCore(await readFile(join(import.meta.dirname, '../core.wasm')));
  const { head, body } = await renderComponent(App, { props: await openPage(core) });
  return { head, body };
}
