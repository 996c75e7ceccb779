import { type DialEdge, findEdges, type LeverId, type Levers, leverIds, type WorldRunner } from '../engine';
import { wording } from '../world/dial-format';
import { dialOf } from '../world/dials';
import { gridOf } from '../world/grids';
import type { Calendar } from '../world/quarters';
import { capital, listed, numberWord } from './words';

/** Where on a dial somebody falls, wherever the dial itself stands. */
export type Edge = Pick<DialEdge, 'lever' | 'failing'>;

/** Finds the edge of one dial, at every one of its steps, and again only when another dial has moved. */
export function edgeFinder(runner: WorldRunner, id: LeverId): (levers: Levers) => Edge {
  const grids = [gridOf(dialOf(id))];
  let asked: Levers | undefined;
  let edge: Edge | undefined;
  return (levers) => {
    const same = asked && leverIds.every((other) => other === id || asked?.[other] === levers[other]);
    if (!edge || !same) [edge] = findEdges(runner, { levers }, grids);
    asked = levers;
    return edge;
  };
}

/** Which of some dials have an edge, somebody falling on one part of it and nobody on another, in words; nothing until all of them are known. */
export function otherEdges(edges: readonly (Edge | undefined)[]): string {
  if (edges.some((edge) => edge === undefined)) return '';
  const names = edges.flatMap((edge) => (edge && hasEdge(edge) ? [`“${dialOf(edge.lever).name}”`] : []));
  if (names.length === 0) return 'No other dial has an edge.';
  return `${names.length === 1 ? 'One more dial has an edge' : `${capital(numberWord(names.length))} more dials have an edge`}: ${listed(names)}.`;
}

function hasEdge({ lever, failing }: Edge): boolean {
  const { min, max } = dialOf(lever);
  return failing.length > 1 || failing.some(({ from, to }) => from !== min || to !== max);
}

/** The edge in words, with its place on the track if it has one. */
export function edgeWords({ lever, failing }: Edge, calendar: Calendar): { value?: number; text: string } {
  const dial = dialOf(lever);
  const say = (value: number) => wording(dial, value, calendar).short;
  // A bare number of quarters would be read as a year's, or as a share.
  const told = (value: number) => (dial.unit === 'quarters' ? wording(dial, value, calendar).text : say(value));
  const [first, ...more] = failing;
  if (!first) return { text: 'no firm fails, at any value' };
  const { from, to } = first;
  if (from === dial.min && to === dial.max) return { text: 'a firm fails at any value' };
  if (more.length === 0 && to === dial.max) return { value: from, text: `the first firm fails from ${told(from)}` };
  const where = failing.slice(0, 2).map(({ from, to }) => {
    if (from === to) return `at ${told(from)}`;
    if (from === dial.min) return `up to ${told(to)}`;
    return to === dial.max ? `from ${told(from)}` : `from ${say(from)} to ${told(to)}`;
  });
  return {
    value: from === dial.min ? to : from,
    text: `a firm fails ${listed(more.length > 1 ? [...where, 'here and there above'] : where)}`,
  };
}
