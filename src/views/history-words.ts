import { type LeverId, type Levers, leverIds } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { Cast } from '../world/session.svelte';
import { knownName } from './lab-names';
import { counted } from './words';

/** Each of these worlds in the words of what led to it from the one before, oldest first. */
export function historyWords(states: readonly Levers[], usual: Levers, cast: Cast): string[] {
  return states.map((levers, i) => {
    const before = states[i - 1];
    const name = knownName(levers, usual);
    if (before === undefined) return name ?? 'As the page opened';
    const turned = leverIds.filter((id) => levers[id] !== before[id]);
    const [only, ...more] = turned;
    // A dial turned by hand is told as such, also where it happens to lead to a world with a name.
    if (only === undefined) return name ?? 'The same dials';
    if (more.length === 0) return turnOf(only, before, levers, cast);
    return name ?? `${counted(turned.length, 'dial')} set`;
  });
}

function turnOf(id: LeverId, from: Levers, to: Levers, cast: Cast): string {
  const dial = dialOf(id);
  const say = (levers: Levers) => wording(dial, levers[id], cast).short;
  return `${dial.name}: ${say(from)} to ${say(to)}`;
}
