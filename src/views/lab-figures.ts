import type { Levers } from '../engine';
import type { LabState } from '../world/lab.svelte';
import { inNetwork, worldLetter } from './lab-names';
import { worldWords } from './world-words';

/** The figures of the lab, as a citation names them. */
export const labFigures: Readonly<Record<string, string>> = {
  'lab-chart': 'A chart of the lab',
  'lab-plane': 'A plane of two dials',
  'lab-falls': 'Who falls in how many futures',
  'lab-bands': 'One line through all futures',
  'lab-flows': 'Who pays whom in a quarter',
};

/** The worlds that a figure of the lab shows: all of them in the chart, else the one whose dials are turned. */
export function labWorldWords(
  { worlds, active, file }: LabState,
  id: string,
  usual: Levers,
  isEdited: boolean,
): string {
  const words = worlds.map(({ levers }) => worldWords(levers, usual, file));
  const shown =
    id === 'lab-chart' && words.length > 1
      ? words.map((world, i) => `${worldLetter(i)}: ${world}`).join('; ')
      : (words[active] ?? '');
  return inNetwork(shown, isEdited);
}
