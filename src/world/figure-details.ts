import type { Figure } from './figures';

let loading: Promise<ReadonlyMap<string, Figure>> | undefined;

/**
 * Everything about the sourced numbers, by id, in a file of its own that is fetched when somebody first asks. (What the page needs before that, the
 * numbers themselves, is in `virtual:figure-values`.) Rejects if it cannot be had; the next call tries again.
 */
export function figureDetails(): Promise<ReadonlyMap<string, Figure>> {
  loading ??= import('../../content/figures.json').then(
    ({ default: figures }) => new Map((figures as readonly Figure[]).map((figure) => [figure.id, figure])),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
