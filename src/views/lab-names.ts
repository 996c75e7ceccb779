import { type LeverId, type Levers, leverIds } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf, equalLevers, usualLevers } from '../world/dials';
import { decode } from '../world/link';
import type { Calendar } from '../world/quarters';
import { shippedCast, shippedWorlds } from '../world/shipped-values';

/** What the worlds of the lab are called. By their place: when one goes, those behind it move up. */
const letters: readonly string[] = ['A', 'B', 'C', 'D'];

export function worldLetter(world: number): string {
  return letters[world] ?? '';
}

const shipped = shippedWorlds.worlds.map(({ name, query }) => ({ name, levers: decode(query, shippedCast).levers }));

/** The worlds that a lab can be filled with. */
export const startingWorlds: readonly { readonly name: string; readonly levers: Levers }[] = shipped;

/** What the essay calls a world: the plan, or the name of one that it ships with. */
export function knownName(levers: Levers, usual: Levers): string | undefined {
  return equalLevers(levers, usual) ? 'The plan' : shipped.find((world) => equalLevers(world.levers, levers))?.name;
}

/**
 * What the bar of the lab calls the world whose dials are turned: "The music stops", "A: your own". A world of an edited network is none that ships, wherever its dials stand.
 *
 * @param world its place among several; undefined if it is the only one.
 */
export function barName(levers: Levers, usual: Levers, world: number | undefined, isEdited: boolean): string {
  const known = isEdited ? undefined : knownName(levers, usual);
  if (world === undefined) return known ?? 'Your own world';
  return `${worldLetter(world)}: ${known ?? 'your own'}`;
}

/** What is said of a world whose network is not the essay’s, behind its name. */
export function inNetwork(world: string, isEdited: boolean): string {
  return isEdited ? `${world}, with an edited network` : world;
}

/** The name of the shipped world that it is, or the dials that are moved: "The music stops 2028 Q1, Panic 3×". */
export function worldName(levers: Levers, calendar: Calendar): string {
  const known = shipped.find((world) => equalLevers(world.levers, levers));
  if (known) return known.name;
  const usual = usualLevers();
  const moved = leverIds.filter((id) => levers[id] !== usual[id]);
  const said = moved.slice(0, 3).map((id) => `${dialOf(id).name} ${wording(dialOf(id), levers[id], calendar).short}`);
  const more = moved.length - said.length;
  return said.join(', ') + (more > 0 ? `, and ${more} more` : '');
}

export interface DialDifference {
  readonly id: LeverId;
  readonly name: string;
  /** Of each world, as a sentence has it. */
  readonly values: readonly string[];
}

/** The dials in which worlds differ, in the order of the table. */
export function dialDifferences(worlds: readonly Levers[], calendar: Calendar): DialDifference[] {
  const [first] = worlds;
  if (!first) return [];
  return leverIds
    .filter((id) => worlds.some((levers) => levers[id] !== first[id]))
    .map((id) => ({
      id,
      name: dialOf(id).name,
      values: worlds.map((levers) => wording(dialOf(id), levers[id], calendar).text),
    }));
}
