import './styles';
import App from './App.svelte';
import { wake } from './wake';

await wake(App);
