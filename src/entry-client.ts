import './styles';
import App from './App.svelte';
import { laterModules } from './later-modules';
import { keepOffline } from './offline/keep';
import { openPage } from './page';
import { wake } from './wake';

await wake(App, async (core) => {
  const page = await openPage(core, laterModules);
  return { session: page.session, props: { page } };
});
keepOffline();
