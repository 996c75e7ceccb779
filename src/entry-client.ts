import './styles';
import App from './App.svelte';
import { openPage } from './page';
import { wake } from './wake';

await wake(App, openPage);
