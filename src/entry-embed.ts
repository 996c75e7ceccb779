import './styles';
import './styles/embed.css';
import Embed from './Embed.svelte';
import { openEmbed } from './open-embed';
import { wakeInto } from './rendered-ahead';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');

wakeInto(Embed, target, { open: () => openEmbed(location.search) });
