import './styles/fonts.css';
import './styles/tokens.css';
import './styles/type.css';
import './styles/layout.css';
import './styles/print.css';
import { hydrate, mount } from 'svelte';
import coreUrl from '../build/core.wasm?url';
import App from './App.svelte';
import { loadCore } from './engine';
import { openPage } from './page';
import { decode } from './world/link';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');

try {
  const { session, odds } = await openPage(await loadCore(new URL(coreUrl, import.meta.url)));
  const { levers, given, refused } = decode(location.search, session.cast);
  const props = { session, odds, refused: refused.map(({ message }) => message) };

  // The built page arrives prerendered, and Svelte marks that with a comment. The page of the dev server is empty.
  const first = target.firstChild;
  if (first?.nodeType === Node.COMMENT_NODE && first.nodeValue?.startsWith('[')) {
    hydrate(App, { target, props });
  } else {
    target.replaceChildren();
    mount(App, { target, props });
  }
  session.wake();
  if (given) session.open(levers);
} catch (error) {
  // The prerendered page stays as it is, with the figures of its opening world. Nothing else takes the model's place.
  console.error(error);
  document.documentElement.classList.add('still');
  const notice = document.createElement('p');
  notice.className = 'broken label';
  notice.textContent =
    'The model could not start in this browser, so the dials do not turn. The text is all here, and the figures show the world it opens with.';
  (document.getElementById('notices') ?? target).append(notice);
}
