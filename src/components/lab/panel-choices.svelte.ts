import { getContext, setContext } from 'svelte';
import type { LeverId } from '../../engine';
import type { LineKind } from '../../views/future-bands';
import type { PlaneShows } from '../../views/lab-plane';
import type { Scope } from '../../views/money-flows';

/** What a reader has chosen in the panels of planes, futures and flows. It outlives the room, which is made anew when the network changes; firms are therefore chosen by their ids. */
export interface PanelChoices {
  readonly plane: {
    across: LeverId;
    up: LeverId;
    shows: PlaneShows;
  };
  readonly futures: {
    /** Undefined: the first lab. */
    firm: string | undefined;
    /** Undefined: the line that says most of the firm. */
    line: LineKind | undefined;
  };
  readonly flows: {
    scope: Scope;
    /** Whose payments stand out. Undefined: nobody’s. */
    firm: string | undefined;
    quarter: number;
  };
}

export function createPanelChoices(): PanelChoices {
  const choices: PanelChoices = $state({
    plane: { across: 'stop', up: 'growth', shows: 'first' },
    futures: { firm: undefined, line: undefined },
    flows: { scope: 'between', firm: undefined, quarter: 0 },
  });
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
