import './styles';
import './styles/embed.css';
import { fixScheme } from './components/embed/fix-scheme';
import Embed from './Embed.svelte';
import { openEmbed } from './open-embed';
import { wakeInto } from './rendered-ahead';
import { splitFigure } from './world/embed-link';

// Before there is anything to see.
const { scheme } = splitFigure(location.search);
if (scheme) fixScheme(scheme);

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');

wakeInto(Embed, target, { open: () => openEmbed(location.search) });
