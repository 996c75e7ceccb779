import './styles';
import './styles/appendix.css';
import './styles/model.css';
import Model from './Model.svelte';
import { wake } from './wake';

await wake(Model);
