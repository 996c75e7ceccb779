import './styles';
import './styles/appendix.css';
import './styles/model.css';
import Model from './Model.svelte';
import { keepOffline } from './offline/keep';
import { openSession } from './page';
import { wake } from './wake';

await wake(Model, async (core) => {
  const session = await openSession(core);
  return { session, props: { session } };
});
keepOffline();
