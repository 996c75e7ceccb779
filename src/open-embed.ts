import type { Component } from 'svelte';
import coreUrl from '../build/core.wasm?url';
import type { LateContext, PageContext } from './components/page-context';
import { loadCore } from './engine';
import { laterModules } from './later-modules';
import { openPage } from './page';
import { parts } from './parts';
import { type PageFigure, pageFigure } from './views/page-figures';
import { arrive } from './world/arrive';
import { splitFigure } from './world/embed-link';
import { decodePage } from './world/page-link';

/** A figure alone, and the part of the essay that it stands in. */
export interface Embedded {
  readonly figure: PageFigure;
  readonly page: PageContext;
  readonly later: LateContext;
  readonly chapter: Component;
  /** What the link said that was not taken over. */
  readonly refused: readonly string[];
}

/** Opens the page of one figure, in the world of its query. Undefined if there is no such figure. */
export async function openEmbed(query: string): Promise<Embedded | undefined> {
  const { figure: id, world, refused } = splitFigure(query);
  const figure = pageFigure(id);
  if (!figure) return undefined;
  const [core, { default: chapter }] = await Promise.all([loadCore(new URL(coreUrl, import.meta.url)), load(figure)]);
  // Figures are shared from the essay.
  const page = { ...(await openPage(core, laterModules)), shares: undefined };
  const link = decodePage(world, page.session.cast);
  page.session.wake();
  arrive(page.session, link);
  return {
    figure,
    page,
    later: await page.later(),
    chapter,
    refused: [...refused, ...link.refused.map(({ message }) => message)],
  };
}

function load({ id, part }: PageFigure): Promise<{ readonly default: Component }> {
  if (part === 'play') return import('./chapters/Play.svelte');
  const found = parts.find((other) => other.id === part);
  if (!found) throw new Error(`The figure ${id} stands in no part of the page`);
  return found.load();
}
