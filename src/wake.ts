import type { Component } from 'svelte';
import coreUrl from '../build/core.wasm?url';
import { loadCore } from './engine';
import { brokenNotice, wakeInto } from './rendered-ahead';
import { arrive } from './world/arrive';
import { decodePage, type PageLink } from './world/page-link';
import type { Session } from './world/session.svelte';

/** Does a link hold more than the essay shows: worlds beside the first and the pinned one, or an edited network? */
const isBeside = ({ others, net }: PageLink) => others.length > 1 || net !== undefined;

/** A page with a world of its own, and what its component is given. */
interface Opened {
  readonly session: Session;
  readonly props: Record<string, unknown>;
}

/**
 * Starts the engine and wakes the prerendered page up, with the world of the address. `open` makes what the page is given, as the build did. If that cannot be,
 * the page stays as it is, with the figures of its opening world, and says so: nothing else takes the model's place.
 */
export async function wake(
  // biome-ignore lint/suspicious/noExplicitAny: what a component is given is its own matter
  Page: Component<any>,
  open: (core: WebAssembly.Module) => Promise<Opened>,
): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('The page has no #app');
  try {
    const { session, props: own } = await open(await loadCore(new URL(coreUrl, import.meta.url)));
    const link = decodePage(location.search, session.cast);
    const props = {
      ...own,
      refused: link.refused.map(({ message }) => message),
      came: link.given ? link.levers : undefined,
      beside: isBeside(link),
      was: link.was,
      at: link.at,
    };

    wakeInto(Page, target, props);
    session.wake();
    arrive(session, link);
  } catch (error) {
    console.error(error);
    document.documentElement.classList.add('still');
    const words =
      'The model could not start in this browser, so the dials do not turn. The text is all here, and the figures show the world it opens with.';
    (document.getElementById('notices') ?? target).append(brokenNotice(words));
  }
}
