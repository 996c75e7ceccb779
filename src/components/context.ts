import { getContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Edges } from '../world/edges.svelte';
import type { Session } from '../world/session.svelte';
import type { Unhurried } from '../world/unhurried.svelte';

/** Under which the page keeps its one session: `setContext(sessionKey, session)`. */
export const sessionKey = Symbol('session');

/** The one world of the page, for any component below it. */
export function getSession(): Session {
  const session = getContext<Session | undefined>(sessionKey);
  if (!session) throw new Error('There is no session around this component');
  return session;
}

/** Under which the page keeps the world that costly figures follow. */
export const unhurriedKey = Symbol('unhurried');

/** The reader’s world for what is costly to draw: `session.run` in single turns, and behind it by a fraction of a second while a hand moves. */
export function getUnhurried(): Unhurried {
  const unhurried = getContext<Unhurried | undefined>(unhurriedKey);
  if (!unhurried) throw new Error('There is no unhurried world around this component');
  return unhurried;
}

/** Under which the page keeps the edges of its dials. */
export const edgesKey = Symbol('edges');

/** Where the first firm falls on each dial. Undefined in a page that keeps none. */
export function getEdges(): Edges | undefined {
  return getContext<Edges | undefined>(edgesKey);
}

/** Under which a part of the page that need not follow the world off the screen keeps its watch over where it is. */
export const paceKey = Symbol('pace');

/** To be attached to the element of that part: `<section {@attach getPace()}>`. Undefined around none. */
export function getPace(): Attachment<Element> | undefined {
  return getContext<Attachment<Element> | undefined>(paceKey);
}
