/** A figure of the essay, as others may show or name it. */
export interface PageFigure {
  /** Of its element: the fragment of a link to it. */
  readonly id: string;
  /** The part of the page it stands in, as in parts.ts; `play` is the opening. */
  readonly part: string;
  /** What it is called where it stands alone. */
  readonly name: string;
  /** Does it show the quiet line: the plan, or the world that a reader has pinned? */
  readonly quiet?: true;
}

/** All figures of the essay, in the order in which they are read. */
export const pageFigures: readonly PageFigure[] = [
  { id: 'ring', part: 'play', name: 'The ring of firms', quiet: true },
  { id: 'books', part: 'backlog', name: 'The books of four clouds' },
  { id: 'promises', part: 'backlog', name: 'What becomes of the promises', quiet: true },
  { id: 'fuse', part: 'burners', name: 'The fuse of cash', quiet: true },
  { id: 'race', part: 'burners', name: 'Growth against funding' },
  { id: 'exposure', part: 'hosts', name: 'What the hosts are owed' },
  { id: 'dollar', part: 'hosts', name: 'One dollar, followed' },
  { id: 'orders', part: 'diggers', name: 'The orders of the diggers', quiet: true },
  { id: 'leases', part: 'diggers', name: 'Leases without tenants', quiet: true },
  { id: 'timeline', part: 'the-music-stops', name: 'The timeline', quiet: true },
  { id: 'rounds', part: 'the-music-stops', name: 'The rounds of a settlement' },
  { id: 'receipt', part: 'the-music-stops', name: 'The receipts' },
  { id: 'hundred', part: 'who-is-left', name: 'A hundred worlds' },
  { id: 'bands', part: 'who-is-left', name: 'One line through all futures', quiet: true },
  { id: 'moves', part: 'who-is-left', name: 'What moves it most' },
  { id: 'who-matters', part: 'who-is-left', name: 'Who matters most' },
  { id: 'ledger', part: 'reckoning', name: 'The ledger of claims' },
  { id: 'demand', part: 'reckoning', name: 'What customers pay for AI', quiet: true },
];

export function pageFigure(id: string | undefined): PageFigure | undefined {
  return pageFigures.find((figure) => figure.id === id);
}
