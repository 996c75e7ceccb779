import { getContext, setContext } from 'svelte';
import { type Panels, usualPanels } from '../../world/panels';

/** What a reader has chosen in the panels of planes, futures and flows. It outlives the room, which is made anew when the network changes. */
export type PanelChoices = {
  readonly [Panel in keyof Panels]: { -readonly [Part in keyof Panels[Panel]]: Panels[Panel][Part] };
};

export function createPanelChoices(panels: Panels = usualPanels): PanelChoices {
  const { plane, futures, flows } = panels;
  const choices: PanelChoices = $state({ plane: { ...plane }, futures: { ...futures }, flows: { ...flows } });
  return choices;
}

const key = Symbol('panel choices');

export function setPanelChoices(choices: PanelChoices): void {
  setContext(key, choices);
}

export function getPanelChoices(): PanelChoices {
  const choices = getContext<PanelChoices | undefined>(key);
  if (!choices) throw new Error('There are no panel choices around this component');
  return choices;
}
