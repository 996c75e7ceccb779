import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';

/** The page as its reader first sees it. Called by the build for each page, with the name of its HTML file. */
export async function render(): Promise<{ head: string; body: string }> {
  const { head, body } = await renderComponent(App);
  return { head, body };
}
