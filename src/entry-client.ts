import './styles';
import App from './App.svelte';
import { keepOffline } from './offline/keep';
import { openPage } from './page';
import { wake } from './wake';

await wake(App, async (core) => {
  const page = await openPage(core);
  return { session: page.session, props: { page } };
});
keepOffline();
