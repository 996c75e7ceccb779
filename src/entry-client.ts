import './styles/fonts.css';
import { hydrate, mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');

// The built page arrives prerendered, and Svelte marks that with a comment. The page of the dev server is empty.
const first = target.firstChild;
if (first?.nodeType === Node.COMMENT_NODE && first.nodeValue?.startsWith('[')) {
  hydrate(App, { target });
} else {
  target.replaceChildren();
  mount(App, { target });
}
