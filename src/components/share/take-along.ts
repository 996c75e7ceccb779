import { type Cited, essayTitle } from '../../views/citation';
import { dateWords } from '../../views/date-words';
import { labFigures } from '../../views/lab-figures';
import { pageFigure } from '../../views/page-figures';
import { referenceWords } from '../../views/reference-words';
import { tablesToCsv } from '../../views/table-csv';
import type { Scheme } from '../../world/embed-link';
import { embedCode, embedLink } from './embed-code';
import { embedHeight } from './embed-height';
import { type Picture, pictureOf } from './picture';
import { findingOf, tablesOf } from './read-figure';
import type { Shared, SharingPage } from './shares.svelte';

/** What a reader can take along of a figure. Each is read when it is taken: behind the sheet the world may have turned. */
export interface TakeAlong {
  /** What the figure is called where it stands alone. */
  readonly name: string;
  cited(): Cited;
  picture(): Picture;
  csv(): string;
  /** The code of a frame, in a scheme of colours or in the reader’s own. */
  embed(scheme?: Scheme): Promise<string>;
  /** Finds out ahead how high its frame will be. It takes a moment, and a browser lets a page copy for a moment only after a button was pressed. */
  measure(): void;
}

export function takeAlong(shared: Shared, page: SharingPage): TakeAlong {
  const { id, figure } = shared;
  const name = pageFigure(id)?.name ?? labFigures[id] ?? id;
  const cited = () => ({
    id,
    name,
    finding: findingOf(figure),
    world: page.world(id),
    asOf: page.asOf(),
    link: new URL(`${page.address}?${page.query()}#${id}`, location.href).href,
  });
  const alone = () => embedLink(location.href, id, page.query());
  return {
    name,
    cited,
    picture() {
      const { finding, world, asOf, link } = cited();
      const lines = [`${essayTitle}. In the world: ${world}. Data as of ${dateWords(asOf)}.`];
      return pictureOf(figure, { finding, lines, link });
    },
    csv() {
      const { finding, world, link } = cited();
      const tables = shared.withNumbers(() => tablesOf(figure));
      return tablesToCsv(tables, { finding, world, link }, page.reference?.() ?? referenceWords(false).name);
    },
    async embed(scheme) {
      const [link, finding] = [embedLink(location.href, id, page.query(), scheme), findingOf(figure)];
      // In any colours it is as high. Where the frame could not be measured, it is as high as the figure is here.
      return embedCode({ id, finding, link, height: (await embedHeight(alone())) ?? figure.offsetHeight });
    },
    measure() {
      void embedHeight(alone());
    },
  };
}
