import figures from '../../content/figures.json' with { type: 'json' };
import type { Figure } from '../world/figures';
import type { Given } from './given';

/**
 * What the page of sources lists. That page is made of it when the essay is built, and the lab, which reads edited networks against all figures, has it for their names: here are
 * all figures with all their words, which the essay should not carry.
 */
const shippedFigures = figures as readonly Figure[];

/** A sourced number with all its words. Throws if there is none. */
export function shippedFigure(id: string): Figure {
  const figure = shippedFigures.find((one) => one.id === id);
  if (!figure) throw new Error(`There is no figure "${id}" in content/figures.json`);
  return figure;
}

/** Figures that belong together. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** All figures by topic, both in the order of the file. The code before a topic's name ("1a ") is how the file is sorted. */
function topicsOf(all: readonly Figure[]): readonly Topic[] {
  const topics = new Map<string, Figure[]>();
  for (const figure of all) {
    const known = topics.get(figure.topic);
    if (known) known.push(figure);
    else topics.set(figure.topic, [figure]);
  }
  return [...topics].map(([topic, figures]) => {
    const [code = '', ...title] = topic.split(' ');
    return { id: `topic-${code}`, title: title.join(' '), figures };
  });
}

export const shippedTopics: readonly Topic[] = topicsOf(shippedFigures);

/** Numbers of the network that are alike: the same field, value and basis, for one firm or several. */
export interface GivenGroup {
  readonly first: Given;
  readonly all: readonly Given[];
}

/** Alike numbers together, in the order in which they first come. */
export function alike(givens: readonly Given[]): readonly GivenGroup[] {
  const groups = new Map<string, [Given, ...Given[]]>();
  for (const given of givens) {
    const key = JSON.stringify([given.field, given.words, given.source.basis.text]);
    const group = groups.get(key);
    if (group) group.push(given);
    else groups.set(key, [given]);
  }
  return [...groups.values()].map((all) => ({ first: all[0], all }));
}
