import './styles';
import './styles/appendix.css';
import './styles/lab.css';
import coreUrl from '../build/core.wasm?url';
import lanesUrl from '../build/lanes.wasm?url';
import { loadCore } from './engine';
import Lab from './Lab.svelte';
import { keepOffline } from './offline/keep';
import { wakeInto } from './rendered-ahead';
import { createLab } from './world/lab.svelte';
import { labEngines } from './world/lab-engines';
import { openLab } from './world/open-lab';
import { shippedFile } from './world/shipped';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');

wakeInto(Lab, target, {
  async open() {
    const [core, lanes] = await Promise.all([
      loadCore(new URL(coreUrl, import.meta.url)),
      loadCore(new URL(lanesUrl, import.meta.url)),
    ]);
    const { state, refused, was, see, panels } = await openLab(location.search, shippedFile);
    const lab = createLab({ base: shippedFile, state, open: labEngines(core, lanes) });
    return { lanes, lab, refused: refused.map(({ message }) => message), was, see, panels };
  },
});
keepOffline();
