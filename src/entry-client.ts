import './styles';
import App from './App.svelte';
import { openSession } from './page';
import { wake } from './wake';

await wake(App, async (core) => ({ session: await openSession(core) }));
