import { type Levers, leverIds } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import type { Cast } from '../world/session.svelte';
import { knownName } from './lab-names';

/** A world by its name; one without a name by the dials that differ from the plan: "growth of the labs 75%, ...". */
export function worldWords(levers: Levers, usual: Levers, cast: Cast): string {
  const name = knownName(levers, usual);
  if (name !== undefined) return name;
  const turned = leverIds.filter((id) => levers[id] !== usual[id]).map(dialOf);
  return turned.map((dial) => `${dial.name} ${wording(dial, levers[dial.id], cast).short}`).join(', ');
}
