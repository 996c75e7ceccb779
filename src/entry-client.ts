import './styles';
import networksUrl from '../build/networks.wasm?url';
import App from './App.svelte';
import { loadCore } from './engine';
import { keepOffline } from './offline/keep';
import { openPage } from './page';
import { wake } from './wake';

await wake(App, async (core) => {
  const page = await openPage(core, () => loadCore(new URL(networksUrl, import.meta.url)));
  return { session: page.session, props: { page } };
});
keepOffline();
