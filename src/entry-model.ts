import './styles';
import Model from './Model.svelte';
import { wake } from './wake';

await wake(Model);
