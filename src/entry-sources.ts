import './styles';
import './styles/appendix.css';
import './styles/sources.css';
import { keepOffline } from './offline/keep';
import { findable } from './sources/find';
import { returnWithWorld } from './sources/way-back';

// The page is whole without a script, and so is made once, at the build. Only the dev server has nothing in it yet.
if (import.meta.env.DEV) {
  const [{ mount }, { default: Sources }] = await Promise.all([import('svelte'), import('./Sources.svelte')]);
  const target = document.getElementById('app');
  target?.replaceChildren();
  if (target) mount(Sources, { target });
}

returnWithWorld();
findable();
keepOffline();
