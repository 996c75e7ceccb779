import type { Levers } from '../engine';
import { equalLevers } from '../world/dials';
import { activeOf, type LabState } from '../world/lab.svelte';
import type { NetworkFile } from '../world/network-schema';
import { editRows } from './edit-rows';
import { historyWords } from './history-words';
import { capital, counted } from './words';

/** Each state of the lab in the words of what led to it from the one before, oldest first: a dial, a world, or the network. */
export function labDeeds(states: readonly LabState[], usual: Levers, base: NetworkFile): string[] {
  return states.map((state, i) => {
    const before = states[i - 1];
    if (!before) return turned([activeOf(state).levers], usual, state.file);
    if (before.file !== state.file) return edited(before.file, state.file, base);
    const more = state.worlds.length - before.worlds.length;
    if (more !== 0) return more > 0 ? `World ${letter(state.worlds.length - 1)} added` : 'A world removed';
    return turnedIn(before, state, usual);
  });
}

const letter = (world: number) => 'ABCD'.charAt(world);

/** The last of these worlds in the words of what led to it. */
function turned(worlds: readonly Levers[], usual: Levers, file: NetworkFile): string {
  return historyWords(worlds, usual, file).at(-1) ?? '';
}

function turnedIn(before: LabState, state: LabState, usual: Levers): string {
  const at = state.worlds.findIndex(({ levers }, i) => !equalLevers(levers, before.worlds[i]?.levers ?? usual));
  const [was, now] = [before.worlds[at], state.worlds[at]];
  const words = was && now ? [was.levers, now.levers] : [activeOf(before).levers, activeOf(state).levers];
  const what = turned(words, usual, state.file);
  return state.worlds.length > 1 && at >= 0 ? `${letter(at)}: ${what}` : what;
}

function edited(before: NetworkFile, file: NetworkFile, base: NetworkFile): string {
  if (file === base) return 'The essay’s network again';
  const rows = editRows(before, file);
  const [first, ...more] = rows.map(({ deed }) => deed);
  if (!first) return 'The same network';
  // Two have room. Of more, the first is what the others come with: a firm that goes takes its links along.
  const others = more.length > 1 ? [`and ${counted(more.length, 'more change')}`] : more;
  return capital([first, ...others].join('; '));
}
