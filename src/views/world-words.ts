import { type Levers, leverIds } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf, equalLevers } from '../world/dials';
import type { Cast } from '../world/session.svelte';
import { knownName } from './lab-names';
import { referenceWords } from './reference-words';

/** A world by its name; one without a name by the dials that differ from the plan: "growth of the labs 75%, ...". */
export function worldWords(levers: Levers, usual: Levers, cast: Cast): string {
  const name = knownName(levers, usual);
  if (name !== undefined) return name;
  const turned = leverIds.filter((id) => levers[id] !== usual[id]).map(dialOf);
  return turned.map((dial) => `${dial.name} ${wording(dial, levers[dial.id], cast).short}`).join(', ');
}

/** The worlds in a picture of a figure: the reader’s, and behind it the pinned one, where the figure shows one. */
export function picturedWords(
  levers: Levers,
  pinned: Levers | undefined,
  { usual, cast }: { readonly usual: Levers; readonly cast: Cast },
): string {
  const here = worldWords(levers, usual, cast);
  if (pinned === undefined) return here;
  const there = equalLevers(pinned, levers) ? 'the same' : worldWords(pinned, usual, cast);
  return `${here} (dotted, ${referenceWords(true).name}: ${there})`;
}
